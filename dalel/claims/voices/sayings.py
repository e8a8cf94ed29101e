"""Who is given the word in a sentence: by a verb of saying, by "according to", by a colon, by a line of its own.

A verb gives it to its subject: the mention in the nominative nearest to it in its clause, or in the plural to an office
behind "в"; "according to" to the mention behind it, "айтуынша" to the one before it. An outlet that passes it on is
nobody's voice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dalel.claims.page import Passage, Sentence
from dalel.claims.voices.mentions import Mention, Said, Word, words_of
from dalel.claims.voices.register import Register
from dalel.claims.voices.tables import Tables, tables
from dalel.claims.voices.whom import Voice, Whom

BEFORE_COLON = "before a colon"
NAMED = "named as the source"
HARD = re.compile(r"[.;:!?()\n]")
QUOTED = re.compile(r"[«“][^»”]*[»”]")
MARKS = re.compile(r"[,«»“”\"–—]")
TAG = re.compile(r"[,»”\"“]\s+(?:[–—-]\s+)?([^,.;:«»“”\"–—()]{3,80}?)\s+$")
CLOSES = re.compile(r"\w*\s*(?:[,.;:!?)]|$)")
SOURCE = re.compile(r"([^\W\d_][^,.;:«»“”\"–—()]{2,60}?)(?=[,.;:)]|$)")
FIRST = 100  # a person far before a verb that ends its clause counts before an office near it
NEAR = 3  # mentions on either side of a verb that may be its subject
VERBS = 12  # verbs of saying of a sentence that are asked
WORDS = 5  # words of a source that has no head we know
BY = 9  # words between "were answered" and "by"
LINE = 12  # words of a line that only names who signs


def voice_of(passage: Passage, sentence: Sentence, register: Register, whom: Whom) -> Voice | None:
    """Who speaks in a sentence: a person before an office, "according to" between them."""
    words, told = words_of(passage, sentence), tables(passage.language)
    mentions = register.mentions(passage, sentence)
    at = _At(passage, sentence, mentions, told)
    verbs = [
        word
        for word in words
        if "verbs" in word.labels and not word.labels & {"told_by", "according", "itself", "void"}
    ][:VERBS]
    subjects = [(word, subject) for word in verbs if (subject := at.subject(word)) is not None]
    for word, (mention, said) in subjects:
        if mention.kind in ("person", "surname"):
            return whom.voice(passage, sentence, mention, said, "subject of a verb of saying", word.start)
    if (several := _several(words, mentions, whom, passage)) is not None:
        return several
    for word in words:
        if word.labels & {"according", "told_by"}:
            source = at.source(word)
            if source is not None:
                voice = whom.voice(passage, sentence, *source, NAMED, word.start)
                if voice is not None:
                    return voice
    for word, (mention, said) in subjects:
        voice = whom.voice(passage, sentence, mention, said, "subject of a verb of saying", word.start)
        if voice is not None:
            return voice
    return at.headed(whom)


def _several(words: Sequence[Word], mentions: Sequence[Mention], whom: Whom, passage: Passage) -> Voice | None:
    """Those who hold a briefing together, where nobody has the word yet."""
    persons = [one for one in mentions if one.kind == "person"]
    if whom.heard or len(persons) < 2 or not any("together" in word.labels for word in words):
        return None
    known = {one.stem: one for one in persons}
    names = [person.name for one in known.values() if (person := whom.register.person(one)) is not None]
    places = tuple((passage.field, one.start, one.end) for one in known.values())
    return Voice(", ".join(names), True, places, "hold a briefing together")


class _At:
    """One sentence, its mentions, and the tables of its language."""

    def __init__(self, passage: Passage, sentence: Sentence, mentions: Sequence[Mention], told: Tables) -> None:
        self.passage, self.sentence, self.mentions, self.told = passage, sentence, mentions, told
        self.starts = [one.start for one in mentions]

    def _gap(self, start: int, end: int) -> str:
        return self.passage.low[start:end]

    def _before_word(self, start: int) -> str:
        """The word right before an offset, articles stepped over."""
        words = self.passage.low[max(self.sentence.low, start - 40) : start].split()
        while words and words[-1] in self.told.determiners:
            words.pop()
        return words[-1] if words else ""

    def subject(self, verb: Word) -> tuple[Mention, Said] | None:
        """The mention that is the subject of a verb of saying, and what it says in the nominative."""
        index = bisect_left(self.starts, verb.start)
        behind, before = self.mentions[index : index + NEAR], self.mentions[max(0, index - NEAR) : index][::-1]
        outlet = "outlet_verbs" in verb.labels
        found: list[tuple[float, int, Mention, Said]] = []
        after, ahead = list(self._after(verb, behind)), list(self._ahead(verb, before))
        passed = any(mention.kind == "outlet" and near <= 1 for mention, near in (*after, *ahead))
        if passed and self.told.final:
            return None
        for order, (mention, near) in enumerate([*ahead, *after] if self.told.subject_first else [*after, *ahead]):
            said = self._may_speak(verb, mention)
            if mention.kind != "outlet" and said is not None and not (outlet and near > 2):
                found.append(
                    (near - (FIRST if self.told.final else 2) * (mention.kind == "person"), order, mention, said)
                )
        if found:
            _, _, mention, said = min(found, key=lambda one: one[:2])
            return mention, said
        return None if outlet or passed else self._tag(verb)

    def _after(self, verb: Word, behind: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
        for mention in behind:
            gap = self._gap(verb.end, mention.start)
            if self.told.final:
                gap = QUOTED.sub("", gap)
            if HARD.search(gap) or MARKS.search(gap):
                return
            words = [word for word in gap.split() if word not in self.told.determiners]
            by = bool(words) and words[-1] in self.told.agents and len(words) <= BY
            if len(words) <= self.told.behind or by:
                yield mention, 0 if by else len(words)
            elif self._before_word(mention.start) not in self.told.inside:
                return

    def _ahead(self, verb: Word, before: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
        for mention in before:
            gap = self._gap(mention.end, verb.start)
            marks = MARKS.findall(gap)
            if HARD.search(gap) or (marks and not self._passes(mention, gap)):
                return
            if len(gap.split()) <= self.told.pauses:
                yield mention, len(gap.split())

    def _passes(self, mention: Mention, gap: str) -> bool:
        """Whether marks between a subject and its verb only close what was put in between."""
        if self.told.final:
            return True
        return mention.comma and gap.strip() == ","

    def _may_speak(self, verb: Word, mention: Mention) -> Said | None:
        """What a mention says as the subject of the verb; None where its case or preposition forbids it."""
        before = self._before_word(mention.start)
        if before in self.told.inside:
            inside = mention.forms.get("loct")
            plural = verb.low.endswith(self.told.plurals)
            return inside if inside is not None and plural and mention.kind != "person" else None
        if before in self.told.prepositions and not (before in self.told.agents and mention.start > verb.end):
            return None
        several = "several" if verb.low.endswith(self.told.plurals) else "nomn"
        if not {"", "nomn", several}.isdisjoint(mention.forms):
            return next(mention.forms[case] for case in ("", "nomn", several) if case in mention.forms)
        near = len(self._gap(min(mention.end, verb.end), max(mention.start, verb.start)).split()) <= 3
        if self.told.final and near:
            return mention.forms.get("ablt") or mention.forms.get("loct")
        return None

    def source(self, word: Word) -> tuple[Mention, Said] | None:
        """The mention that "according to" or "айтуынша" stands beside."""
        index = bisect_left(self.starts, word.start)
        if "told_by" in word.labels:
            for mention in self.mentions[max(0, index - 1) : index]:
                start = max(word.start - 40, self.sentence.low)
                cue = next(
                    (c.start for c in self.passage.cues_near(self.sentence, "speakers", start, word.start + 1)
                     if c.label == "told_by" and c.end >= word.start), word.start)  # fmt: skip
                if not self._gap(mention.end, cue).strip() and mention.kind != "outlet":
                    return mention, mention.said
            return None
        end = max(
            (c.end for c in self.passage.cues_near(self.sentence, "speakers", word.start - 40, word.start + 1)
             if c.label == "according" and c.start <= word.start < c.end), default=word.end)  # fmt: skip
        passed = False
        for mention in self.mentions[bisect_left(self.starts, word.start - 40) : index + NEAR]:
            if mention.end <= word.start:
                continue
            gap = self._gap(end, mention.start) if mention.start > end else ""
            words = [one for one in gap.split() if one not in self.told.determiners]
            if HARD.search(gap) or "," in gap or len(words) > 1:
                break
            if mention.kind == "outlet":  # "цитирует Tengrinews.kz акима …"
                end, passed = mention.end, True
                continue
            said = self._after_source(mention)
            if said is not None:
                return mention, said
        return self._unknown_source(end) if self.told.reader == "order" and not passed else None

    def _after_source(self, mention: Mention) -> Said | None:
        for case in ("", "gent", "accs"):
            if case in mention.forms:
                return mention.forms[case]
        return None

    def _unknown_source(self, start: int) -> tuple[Mention, Said] | None:
        """ "according to Kazhydromet": a name with a capital that has no head we know."""
        match = SOURCE.match(self.passage.low, min(start + 1, self.sentence.high), self.sentence.high)
        if match is None:
            return None
        words = match[1].split()
        while words and words[0] in self.told.determiners:
            words.pop(0)
        begin = match.end(1) - len(" ".join(words))
        shown = self.passage.printed(begin, match.end(1)) if words else ""
        if not shown[:1].isupper() or len(words) > WORDS or any(word.startswith(self.told.no_source) for word in words):
            return None
        if self._crossed(begin, match.end(1)):
            return None
        return Mention(begin, match.end(1), "office", {"": Said("", shown)}), Said("", shown)

    def _crossed(self, start: int, end: int) -> bool:
        return any(one.kind == "outlet" and one.start < end and one.end > start for one in self.mentions)

    def _tag(self, verb: Word) -> tuple[Mention, Said] | None:
        """ "…, its builders say.": whoever stands between a mark and a verb of saying that closes the clause."""
        low = self.passage.low
        if self.told.reader != "order" or not CLOSES.match(low, verb.end):
            return None
        match = TAG.search(low, max(self.sentence.low, verb.start - 90), verb.start)
        if match is None:
            return None
        words = match[1].split()
        while words and words[0] in self.told.determiners:
            words.pop(0)
        if (
            not words
            or len(words) > WORDS
            or any(
                word in self.told.stops or word in self.told.prepositions or word.startswith(self.told.no_source)
                for word in words
            )
        ):
            return None
        begin = match.end(1) - len(" ".join(words))
        if self._crossed(begin, match.end(1)):
            return None
        shown = self.passage.printed(begin, match.end(1))
        return Mention(begin, match.end(1), "office", {"": Said("", shown)}), Said("", shown)

    def headed(self, whom: Whom) -> Voice | None:
        """ "МВД: камеры работают", "Name, post:" over a quotation, "… — Смаилов" at the end of a headline, and a line
        that is nothing but an office: it signs the page.
        """
        passage, sentence = self.passage, self.sentence
        named = [one for one in self.mentions if one.kind in ("person", "office", "post", "surname")]
        for one in named[:1]:
            if not passage.low[sentence.low : one.start].strip(' «"–—-') and passage.low[one.end : one.end + 1] == ":":
                return whom.voice(passage, sentence, one, one.said, BEFORE_COLON, one.start)
        if not named or sentence.high - sentence.low > 300:
            return None
        last = named[-1]
        if passage.low[last.end : sentence.high].strip(" .»"):
            return None
        head = passage.low[sentence.low : last.start].rstrip()
        closes = sentence.number == len(passage.sentences) - 1 and last.kind in ("office", "person")
        if closes and not head and not last.bare and len(passage.low[sentence.low : sentence.high].split()) <= LINE:
            return whom.voice(passage, sentence, last, last.said, "signs the page", last.start)
        titled = passage.field == "title" or (sentence.number == 0 and passage.text[sentence.end - 1].isalnum())
        if titled and head.endswith(("–", "—", "-")):
            return whom.voice(passage, sentence, last, last.said, "at the end of a headline", last.start)
        return None
