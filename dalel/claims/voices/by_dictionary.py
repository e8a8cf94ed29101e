"""Mentions in a language whose cases a dictionary knows: adjectives, head, then what depends on the head, then a name.

"первый заместитель председателя Комитета по труду Саят Мухтаров": behind the head stand genitives, "по" with its case,
abbreviations, names of places, words in quotation marks; a person's name ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from dalel.claims.page import Passage, Sentence
from dalel.claims.voices import names
from dalel.claims.voices.mentions import Case, Kind, Mention, Said, Word, places_of, words_of
from dalel.claims.voices.tables import Tables, tables
from dalel.claims.voices.turning import ADJECTIVES, CASES, readings, turned
from dalel.languages.dictionary import dictionary

NUMBER = re.compile(r"\s*№\s*\d+\s+")  # "школы № 5 Ирина Петровна"
SHORT = ("ADJS", "PRTS")
NAMES = frozenset({"Name", "Surn", "Patr"})
LETTERS = 6  # of an office in letters, at most
LONGEST = 14  # words behind a head
QUOTED = 80  # characters of a name in quotation marks
QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}


def mentions(passage: Passage, sentence: Sentence) -> Iterator[Mention]:
    """The mentions of a sentence, in order, none within another."""
    words, told = words_of(passage, sentence), tables(passage.language)
    places = places_of(passage, sentence)
    at = free = 0  # the name of somebody with a post ends before `free`
    while at < len(words):
        word = words[at]
        if (word.labels & {"roles", "organisations"} and _noun(word, told)) or _abbreviation(word, told):
            mention, at = _phrase(passage, words, at, free, places, told)
            free = at if mention.kind == "person" else free
            yield mention
        elif (unlisted := _unlisted(passage, words, at, places, told)) is not None:
            mention, at = unlisted
            free = at if mention.kind == "person" else free
            yield mention
        elif (end := names.name_end(words, at, lambda one: _may(one, places), told)) > at:
            yield _person(words[at:end], {"nomn": "", "gent": "", "accs": ""}, told, word.start, words[end - 1].end)
            at = end
        else:
            yield from _single(passage, word, told)
            at += 1


def _single(passage: Passage, word: Word, told: Tables) -> Iterator[Mention]:
    for label, kind in (("anaphora", "pronoun"), ("itself", "pronoun"), ("outlets", "outlet")):
        if label in word.labels:
            forms = dict.fromkeys(CASES, Said("", word.printed))
            yield Mention(word.start, word.end, kind, forms)  # type: ignore[arg-type]
            return
    if word.capital and not word.acronym and not _common(word):
        yield Mention(word.start, word.end, "surname", dict.fromkeys(CASES, Said(word.printed, "")), names.stem(word))


def _abbreviation(word: Word, told: Tables) -> bool:
    """Whether a word may be an office in letters: МЧС, ДЧС."""
    return (
        word.acronym
        and word.printed.isalpha()
        and 1 < len(word.low) <= LETTERS
        and word.low not in told.not_names
        and not word.labels
    )


def _phrase(
    passage: Passage, words: Sequence[Word], head: int, free: int, places: Set[int], told: Tables
) -> tuple[Mention, int]:
    """The mention whose head is words[head], and the index behind its last word."""
    begin = _adjectives(words, head, told)
    index, end = _behind(passage, words, head, places, told)
    kind: Kind = "post" if "roles" in words[head].labels and "organisations" not in words[head].labels else "office"
    forms = _forms(passage, words, begin, head, end, told)
    start = words[begin].start
    if begin == 0 and kind == "post":
        forms = {case: post[:1].lower() + post[1:] for case, post in forms.items()}
    if kind == "post":
        close = index < len(words) and not words[index].gap.strip('»”" №0123456789')
        stop = names.name_end(words, index, lambda one: _may(one, places), told) if close else index
        if stop > index:
            return _person(words[index:stop], forms, told, start, words[stop - 1].end), stop
        before = _named_before(words, begin, places, told)
        if before is not None and before >= free:
            return _person(words[before:begin], forms, told, words[before].start, end, comma=True), index
    bare = index == head + 1 and begin == head and end == words[head].end
    said = {case: Said("", post) for case, post in forms.items()}
    if any("outlets" in word.labels for word in words[head : index + 1] if word is words[head] or word.start < end + 3):
        return Mention(start, end, "outlet", said), index
    if kind == "post" and bare and any(_plural(post) for post in forms.values()):
        kind = "office"  # "рассчитывают проектировщики"
    meant = {label for word in words[begin : head + 1] for label in word.labels} & {"anaphora", "itself"}
    if meant and (bare or "itself" in meant or index <= head + 2):
        kind = "pronoun"
    return Mention(start, end, kind, said, bare=bare), index


def _unlisted(
    passage: Passage, words: Sequence[Word], at: int, places: Set[int], told: Tables
) -> tuple[Mention, int] | None:
    """Somebody by a word that is no listed post: "говорит пчеловод Марат Оспанов", "жалуются дачники"."""
    word = words[at]
    if word.labels or word.low in told.stops or word.acronym or (word.capital and at):
        return None
    best = readings(word.printed)[0].tag
    if str(best.POS) != "NOUN" or "anim" not in best.grammemes or not NAMES.isdisjoint(best.grammemes):
        return None
    begin = _adjectives(words, at, told)
    index, end = _behind(passage, words, at, places, told)
    forms = _forms(passage, words, begin, at, end, told)
    if index < len(words) and words[index].gap.isspace():
        stop = names.name_end(words, index, lambda one: _may(one, places), told)
        if stop > index:
            return _person(words[index:stop], forms, told, words[begin].start, words[stop - 1].end), stop
    told_of = begin and "verbs" in words[begin - 1].labels and words[begin].follows
    if not told_of or "several" not in forms:
        return None
    return Mention(words[begin].start, end, "office", {"several": Said("", forms["several"])}), index


def _plural(post: str) -> bool:
    return str(readings(post)[0].tag.number) == "plur"


def _named_before(words: Sequence[Word], begin: int, places: Set[int], told: Tables) -> int | None:
    """Where the name begins that stands before a comma and a post."""
    if words[begin].gap.strip() not in (",", "–", "—"):
        return None
    for size in (3, 2):
        first = begin - size
        if first >= 0 and names.name_end(words, first, lambda one: _may(one, places), told) == begin:
            return first
    return None


def _person(
    name: Sequence[Word], posts: Mapping[Case, str], told: Tables, start: int, end: int, comma: bool = False
) -> Mention:
    forms = {case: Said(names.nominative(name, case, told), post) for case, post in posts.items()}
    return Mention(start, end, "person", forms, names.stem(name[-1]), comma=comma)


def _noun(word: Word, told: Tables) -> bool:
    if word.low.startswith(told.still) or word.acronym:
        return True
    best = readings(word.printed)[0]
    return str(best.tag.POS) == "NOUN" or (str(best.tag.POS) in ADJECTIVES and "organisations" not in word.labels)


def _may(word: Word, places: Set[int]) -> bool:
    """Whether a word may be part of a person's name: one the dictionary knows as such, or does not know at all."""
    if word.start in places or word.labels & {"roles", "organisations", "outlets", "verbs", "anaphora"}:
        return False
    return not _common(word)


def _common(word: Word) -> bool:
    told = tables("ru")
    if word.printed in told.given:
        return False
    known = readings(word.printed)
    if (
        word.capital
        and word.low.endswith(told.surname_ends)
        and {str(one.tag.case) for one in known} <= {"gent", "accs"}
    ):
        return False
    if any(NAMES & set(one.tag.grammemes) for one in known):
        return False
    if all(str(one.tag.POS) in SHORT or "Geox" in one.tag.grammemes for one in known):
        return False  # "Калиева" is a short adjective too, "Дархан" a town
    return bool(dictionary().word_is_known(word.printed.lower()))


def _adjectives(words: Sequence[Word], head: int, told: Tables) -> int:
    """Where the adjectives before a head begin that agree with it."""
    cases = {(one.tag.case, one.tag.number) for one in readings(words[head].printed)}
    begin = head
    if words[head].acronym or words[head].low.startswith(told.still):
        return head
    while begin > 0 and words[begin].follows and begin > head - 4:
        word = words[begin - 1]
        agree = any(
            str(one.tag.POS) in ADJECTIVES
            and "Apro" not in one.tag.grammemes
            and (one.tag.case, one.tag.number) in cases
            for one in readings(word.printed)[:6]
        )
        if not agree or word.low in told.stops or word.labels & {"verbs"}:
            break
        begin -= 1
    return begin


def _behind(passage: Passage, words: Sequence[Word], head: int, places: Set[int], told: Tables) -> tuple[int, int]:
    """The index behind what depends on a head, and the offset of its end."""
    at, end, joined = head + 1, words[head].end, words[head].low.startswith(told.governs)
    while at < min(len(words), head + 1 + LONGEST):
        word = words[at]
        quote = word.gap.strip()
        if NUMBER.fullmatch(word.gap):
            return at, word.start - (len(word.gap) - len(word.gap.rstrip()))
        if quote in QUOTES and word.gap[:1].isspace():
            close = passage.low.find(QUOTES[quote], word.start, word.start + QUOTED)
            if close < 0:
                break
            while at < len(words) and words[at].start < close:
                at += 1
            end, joined = close + 1, False
            continue
        if not word.follows or "verbs" in word.labels or word.low in told.stops:
            break
        if names.name_end(words, at, lambda one: _may(one, places), told) > at or _another(word, places, told):
            break
        if word.low in told.joins:
            if not _follows_up(words, at, at > head + 1 or word.low not in told.ands):
                break
            joined, at = True, at + 1
            continue
        kinds = [one for one in readings(word.printed)[:8] if one.score > 0.05]
        depends = any(
            str(one.tag.POS) in (*ADJECTIVES, "NOUN")
            and (one.tag.case in ("gent", "gen2") or (joined and one.tag.case in ("datv", "loct", "ablt")))
            for one in kinds
        )
        if not (depends or word.acronym or word.start in places):
            break
        if joined and kinds and str(kinds[0].tag.POS) == "NOUN" and kinds[0].tag.case in ("datv", "loct", "ablt"):
            joined = False
        end, at = word.end, at + 1
    return (at - 1 if at > head + 1 and words[at - 1].low in told.joins else at), end


def _another(word: Word, places: Set[int], told: Tables) -> bool:
    """Whether a name, or a post that depends on nothing before it, begins: "на заседании правительства аким"."""
    if "roles" not in word.labels:
        best = readings(word.printed)[0].tag
        return word.capital and "Name" in best.grammemes and word.start not in places
    return word.low.startswith(told.still) or str(readings(word.printed)[0].tag.case) == "nomn"


def _follows_up(words: Sequence[Word], at: int, may: bool) -> bool:
    if not may or at + 1 >= len(words) or not words[at + 1].follows or words[at + 1].labels & {"verbs", "anaphora"}:
        return False
    return any(
        str(one.tag.POS) in (*ADJECTIVES, "NOUN") and str(one.tag.case) not in ("nomn", "None")
        for one in readings(words[at + 1].printed)[:8]
    )


def _forms(passage: Passage, words: Sequence[Word], begin: int, head: int, end: int, told: Tables) -> dict[Case, str]:
    """Case -> the phrase with head and adjectives in the nominative, for every case in which it may stand as it is."""
    rest = passage.printed(words[head].end, end) if end > words[head].end else ""
    adjectives = tuple(word.printed for word in words[begin:head])
    found = turned(adjectives, words[head].printed, words[head].low.startswith(told.still))
    return {case: f"{phrase} {rest}".strip() for case, phrase in found}
