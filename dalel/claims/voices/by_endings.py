"""Mentions in a language that puts what belongs to a noun before it, with endings: Kazakh.

"облыстық білім басқармасының басшысы Нұрлан Сәбитов": modifiers, the office in the genitive, the post, the name. Read
in the comparable spelling, so that its three scripts are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from dalel.claims.page import Passage, Sentence
from dalel.claims.voices import names
from dalel.claims.voices.mentions import Case, Mention, Said, Word, places_of, words_of
from dalel.claims.voices.tables import Tables, tables

HEADS = frozenset({"roles", "organisations"})
POST = 4  # words of a post that has no head we know
BEFORE = 9  # words before a head that may belong to it
STEM = 3  # letters that a noun keeps before an ending


def mentions(passage: Passage, sentence: Sentence) -> Iterator[Mention]:
    """The mentions of a sentence, in order, none within another."""
    words, told = words_of(passage, sentence), tables(passage.language)
    places = places_of(passage, sentence)
    at = free = 0  # words before `free` belong to a mention
    while at < len(words):
        word = words[at]
        if word.labels & HEADS and at and "outlets" in words[at - 1].labels and word.follows:
            yield Mention(word.start, word.end, "outlet", {})  # "Kazinform агенттігі"
            at += 1
        elif word.labels & HEADS and "verbs" not in word.labels:
            last = _last_head(words, at, told)
            begin = _begin(words, at, free, places, told)
            mention, at = _phrase(passage, words, begin, last, told)
            yield mention
        elif _named(words, at, places, told) > at:
            end = _named(words, at, places, told)
            if _before_head(words, end, told) and not (at and "verbs" in words[at - 1].labels):
                at = end
                continue
            begin = _unlisted(words, at, free, told)
            text = passage.printed(words[begin].start, words[at - 1].end) if begin < at else ""
            yield _person(passage, words[at:end], text, words[begin].start, told)
            at = end
        else:
            yield from _single(passage, word, places, told)
            at += 1
            continue
        free = at


def _unlisted(words: Sequence[Word], at: int, free: int, told: Tables) -> int:
    """Where a post begins that has no head we know, between a verb of saying and a name: "дейді шопан Серік Оразов"."""
    begin = _behind_verb(words, at, free, told) if words[at].follows else None
    if begin is None or at - begin > POST or any(word.labels or word.capital for word in words[begin:at]):
        return at
    return begin


def _single(passage: Passage, word: Word, places: Set[int], told: Tables) -> Iterator[Mention]:
    for label, kind in (("anaphora", "pronoun"), ("itself", "pronoun"), ("outlets", "outlet")):
        if label in word.labels:
            yield Mention(word.start, word.end, kind, {"nomn": Said("", word.printed)})  # type: ignore[arg-type]
            return
    if word.capital and not word.acronym and word.start not in places:
        case, kept = ending(word.low, told)
        name = _printed(passage, word.start, word.start + kept)
        yield Mention(word.start, word.end, "surname", {case: Said(name, "")}, names.stem(word))


def _before_head(words: Sequence[Word], end: int, told: Tables) -> bool:
    """Whether words with capitals belong to the head behind them: "Ішкі істер министрі"."""
    for word in words[end : end + 4]:
        if not word.follows:
            return False
        if word.labels & HEADS:
            return words[end - 1].low.endswith(told.modifiers) or end == words.index(word)
        if not word.low.endswith(told.modifiers):
            return False
    return False


def _named(words: Sequence[Word], at: int, places: Set[int], told: Tables) -> int:
    return names.name_end(words, at, lambda word: _may(word, places, told), told)


def _may(word: Word, places: Set[int], told: Tables) -> bool:
    return not (
        word.start in places
        or word.labels & {"roles", "organisations", "outlets", "verbs", "anaphora"}
        or word.low in told.stops
        or word.low in told.not_names
    )


def _last_head(words: Sequence[Word], at: int, told: Tables) -> int:
    """The index of the last head of a chain of heads: басқармасының басшысының орынбасары."""
    last = at
    while True:
        following = next(
            (
                index
                for index in range(last + 1, min(len(words), last + 4))
                if words[index].labels & HEADS
                and all(words[between].follows for between in range(last + 1, index + 1))
                and all(
                    not words[between].labels
                    and words[between].low not in told.stops
                    and not words[between].low.endswith(told.stop_ends)
                    for between in range(last + 1, index)
                )
            ),
            None,
        )
        if following is None:
            return last
        genitive = words[last].low.endswith(told.modifiers)
        named = "organisations" in words[last].labels and words[following].low.endswith(told.modifiers)
        within = "roles" in words[following].labels or (named and (following == last + 1 or words[last + 1].capital))
        if not genitive and (ending(words[last].low, told)[0] != "nomn" or not within):
            return last
        last = following


def _begin(words: Sequence[Word], head: int, free: int, places: Set[int], told: Tables) -> int:
    """Where the modifiers of a head begin."""
    if (said := _behind_verb(words, head, free, told)) is not None:
        return said
    begin, capital = head, words[head].capital
    while begin > max(free, head - BEFORE) and words[begin].follows:
        word = words[begin - 1]
        if word.labels & {"verbs", "anaphora", "outlets", "backward"} or word.low in told.stops:
            break
        if word.low.endswith(told.modifiers) or word.low in told.joins:
            begin, capital = begin - 1, word.capital or capital
            continue
        joined = begin > 1 and words[begin - 2].low in told.joins  # "еңбек және халықты әлеуметтік қорғау"
        placed = word.start in places and words[begin].start in places  # "Солтүстік Қазақстан облысының"
        ends = word.low.endswith(told.stop_ends) and word.low not in told.own and not (joined or placed)
        if ends or (capital and not word.capital):
            break
        begin, capital = begin - 1, word.capital
    while begin < head and words[begin].low in told.joins:
        begin += 1
    return begin


def _behind_verb(words: Sequence[Word], head: int, free: int, told: Tables) -> int | None:
    """The index behind the verb of saying that a head stands behind with nothing but its modifiers between."""
    for index in range(head, max(free, head - BEFORE), -1):
        if not words[index].follows:
            return None
        before = words[index - 1]
        if "verbs" in before.labels:
            return index
        if before.low in told.stops or before.labels & {"anaphora", "outlets"}:
            return None
    return None


def _phrase(passage: Passage, words: Sequence[Word], begin: int, last: int, told: Tables) -> tuple[Mention, int]:
    start, head = words[begin].start, words[last]
    post = "roles" in head.labels and "organisations" not in head.labels
    if post:
        end = (
            _named(words, last + 1, frozenset(), told)
            if last + 1 < len(words) and words[last + 1].gap.isspace()
            else last + 1
        )
        if end <= last + 1:
            end = _uncapitalised(words, last + 1, told)
        if end > last + 1:
            text = passage.printed(start, head.end)
            if begin == 0 and "roles" in words[0].labels:
                text = text[:1].lower() + text[1:]
            return _person(passage, words[last + 1 : end], text, start, told), end
    case, kept = ending(head.low, told)
    said = Said("", _printed(passage, start, head.start + kept))
    bare = begin == last
    if bare and head.labels & {"anaphora", "itself"}:
        return Mention(start, head.end, "pronoun", {case: said}), last + 1
    return Mention(start, head.end, "post" if post else "office", {case: said}, bare=bare), last + 1


def _uncapitalised(words: Sequence[Word], at: int, told: Tables) -> int:
    """The index behind two words that are a name in a script without capitals: those before a verb or a mark."""
    pair = words[at : at + 2]
    if len(pair) < 2 or any(word.printed.lower() != word.printed.upper() or not word.follows for word in pair):
        return at
    if any(word.labels or word.low in told.stops for word in pair):
        return at
    closed = at + 2 >= len(words) or not words[at + 2].follows or words[at + 2].labels & {"verbs", "told_by"}
    return at + 2 if closed else at


def _person(passage: Passage, name: Sequence[Word], post: str, start: int, told: Tables) -> Mention:
    last = name[-1]
    case, kept = ending(last.low, told, "names")
    printed = " ".join([names.printed(name[:-1]), _printed(passage, last.start, last.start + kept)]).strip()
    stem = last.low[:kept]
    return Mention(start, last.end, "person", {case: Said(printed, post)}, stem[: max(names.STEM, len(stem) - 2)])


def ending(word: str, told: Tables, among: str = "") -> tuple[Case, int]:
    """The case in which a word stands, and how many of its letters the nominative keeps."""
    best: tuple[int, Case, int] | None = None
    for case, listed in told.endings.items():
        if among == "names" and case != "gent":
            continue
        for end, kept in listed:
            if word.endswith(end) and len(word) - len(end) + kept >= STEM and (best is None or len(end) > best[0]):
                best = len(end), case, len(word) - len(end) + kept
                break
    return (best[1], best[2]) if best else ("nomn", len(word))


def _printed(passage: Passage, start: int, end: int) -> str:
    return passage.printed(start, end)
