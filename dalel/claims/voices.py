"""Who is given the word in each sentence of a page: a person with a post, an office, or whoever had it last.

"по словам", "according to" give it to what follows them, "айтуынша" to what precedes it; a verb of saying to the
nearest person, post or office of its clause. "министр", "ол", "в ведомстве" mean the person or office last named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dalel.claims.lexicon import Cue
from dalel.claims.offices import office
from dalel.claims.page import Page, Passage, Sentence
from dalel.claims.people import Person, Roll, people
from dalel.regions import load_regions

COLON = re.compile(r"^([^:]{2,40}):\s")
DASH = re.compile(r"\s[—–-]\s([^—–]{2,40})$")
CLAUSE = re.compile(r"[,;:()«»“”\"]|\s[—–]\s")
FAR = 400  # characters in which the clause of "according to" begins and ends
OPENS = 20  # characters of a sentence in which its subject begins
NEAR = 70  # characters between a verb of saying and its subject
MEANT = 1000  # characters before "она" in which whom it means was named
MOST = 100  # persons among whom one with a post is looked for
LATELY = 200  # offices among which one named in short is looked for
STEM = 4  # letters by which "агентстве" is the agency named before
ITSELF = ("ведомств", "него", "нее")  # "пресс-служба ведомства": the office named before
HERE = ("регион", "област", "облыс", "өңір", "аймақ")  # "аким региона": of the region the page is about


def _from(cues: Sequence[Cue], start: int) -> int:
    """How many of `cues` (in order) begin before `start`."""
    return bisect_left(cues, start, key=lambda cue: cue.start)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks, as dalel prints them."""

    words: str
    person: bool
    aside: bool = False  # an office quoted for one number ("по данным полиции") while another has the word


class Voices:
    """The voices of a page by field and sentence; keeps who and which office was named last."""

    def __init__(self, page: Page, region: str) -> None:
        self.people = Roll(people(page))
        self.region = region
        self.last: Voice | None = None
        self.person: Voice | None = None
        self.offices: list[Voice] = []
        self.heard: dict[tuple[str, int], Voice] = {}
        for passage in sorted(page.passages, key=lambda passage: ("lead", "text", "title").index(passage.field)):
            for sentence in passage.sentences:
                self._hear(passage, sentence)

    def _hear(self, passage: Passage, sentence: Sentence) -> None:
        cues = passage.cues_in(sentence, "speakers")
        outlets = {cue.start for cue in cues if cue.label == "outlet_verbs"}
        voice = None
        for cue in sorted(cues, key=lambda cue: (cue.label != "according", cue.start)):
            if voice is None and cue.label == "according":
                voice = self._according(passage, sentence, cue, cues)
            elif voice is None and cue.label == "verbs":
                voice = self._subject(passage, sentence, cue, cues, cue.start in outlets)
        voice = voice or self._headline(passage, sentence, cues)
        self._remember_office(passage, sentence, cues)
        if voice is not None:
            self.heard[passage.field, sentence.number] = self.last = voice
            self.person = voice if voice.person else self.person

    def _according(self, passage: Passage, sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Voice | None:
        if passage.language == "kk":
            begin = max(sentence.low, cue.start - FAR)
            start = max((m.end() for m in CLAUSE.finditer(passage.low, begin, cue.start)), default=begin)
            return self._named(passage, sentence, cues, start, cue.end)
        limit = min(sentence.high, cue.end + FAR)
        stop = CLAUSE.search(passage.low, cue.end, limit)
        end = stop.start() if stop else limit
        voice = self._named(passage, sentence, cues, cue.start, end) or self._outlet(passage, cue.end, end)
        return replace(voice, aside=not voice.person) if voice else None

    def _named(self, passage: Passage, sentence: Sentence, cues: Sequence[Cue], start: int, end: int) -> Voice | None:
        """Whom the words between two offsets name: a person, an office, a post, or somebody named before."""
        if persons := self.people.named_in(passage.low[start:end]):
            return Voice(persons[0].printed, True)
        inside = cues[_from(cues, start) : _from(cues, end)]
        offices = [cue for cue in inside if cue.label == "organisations"]
        if offices:
            chosen = offices[-1] if passage.language == "kk" else offices[0]
            return self._office(office(passage, sentence, chosen))
        meant = [cue for cue in inside if cue.label in ("anaphora", "roles")]
        if meant:
            post = next((cue for cue in meant if cue.label == "roles"), None)
            known = self._meant(passage, sentence, meant[0])
            return known or (self._post(passage, sentence, post) if post else None)
        return None

    def _meant(self, passage: Passage, sentence: Sentence, cue: Cue) -> Voice | None:
        """Whom "она", "по её словам", "the mayor" mean: somebody named just before in the paragraph, else the person
        who had the word last, else one named before with that post, else the office that had it.
        """
        start = max(next((s.low for s in passage.before(sentence)[:1]), sentence.low), cue.start - MEANT)
        latest = self.people.last_in(passage.low[start : cue.start])
        if latest is not None and self._answers(cue, latest, passage):
            return Voice(latest.printed, True)
        spoken = passage.cues_near(sentence, "speakers", sentence.low - 1, min(cue.start, sentence.low + OPENS))
        offices = [one for one in spoken if one.label == "organisations"] if cue.label == "anaphora" else []
        if offices:
            return self._office(office(passage, sentence, offices[0]))  # "Счётная палата иного мнения: по её данным"
        if self.person is not None:
            return self.person
        for person in reversed(self.people.persons[:MOST]) if cue.label == "roles" else ():
            if self._answers(cue, person, passage) and passage.low.find(person.stem, 0, cue.start) >= 0:
                return Voice(person.printed, True)
        return self.last

    def _answers(self, cue: Cue, person: Person, passage: Passage) -> bool:
        """Whether a person can be meant by the word: a pronoun means anybody, a post one who has it."""
        word = passage.low[cue.start : cue.end]
        return cue.label != "roles" or word in self.people.post(person, passage.language)

    def _subject(
        self, passage: Passage, sentence: Sentence, verb: Cue, cues: Sequence[Cue], of_outlet: bool
    ) -> Voice | None:
        """The nearest person, else post or office, to a verb of saying; several persons beside one verb speak
        together.
        """
        words, persons = passage.low[sentence.low : sentence.high], passage.once(sentence, self._persons)
        if len(persons) > 1 and self.last is None:
            return Voice(", ".join(person.name for person in persons), True)
        if persons:
            return Voice(
                min(persons, key=lambda p: abs(words.find(p.stem) - (verb.start - sentence.low))).printed, True
            )
        near = sorted(
            (self._gap(passage, verb, cue), cue.start, cue.label, cue)
            for cue in cues[_from(cues, verb.start - FAR) : _from(cues, verb.end + NEAR + 1)]
            if cue.label in ("organisations", "anaphora", "roles") and verb.start - cue.end <= NEAR
        )
        for gap, _, label, cue in near:
            if gap > NEAR:
                break
            if label == "organisations" and not self._same_start(cue, near, "anaphora") | (of_outlet and gap > 40):
                return self._office(office(passage, sentence, cue))
            meant = label in ("anaphora", "roles") and not of_outlet and self._meant(passage, sentence, cue)
            if meant:
                return meant
            if label == "roles" and not of_outlet:
                return self._post(passage, sentence, cue)
        return None

    def _persons(self, passage: Passage, sentence: Sentence) -> list[Person]:
        return self.people.named_in(passage.low[sentence.low : sentence.high])

    def _gap(self, passage: Passage, verb: Cue, cue: Cue) -> int:
        start, end = (cue.end, verb.start) if cue.start < verb.start else (verb.end, cue.start)
        return max(0, end - start) + 15 * len(CLAUSE.findall(passage.low, min(start, end), max(start, end)))

    def _same_start(self, cue: Cue, near: list[tuple[int, int, str, Cue]], label: str) -> bool:
        return self.last is not None and any(other.label == label and other.start == cue.start for *_, other in near)

    def _office(self, name: str) -> Voice:
        """The office, in full where the page has named it so before: "в агентстве", "пресс-служба ведомства"."""
        words = name.split()
        itself = any(word in name for word in ITSELF)
        stem = words[-1][:STEM].lower()
        named = (office for office in reversed(self.offices[-LATELY:]) if itself or stem in office.words.lower())
        full = next(named, None) if len(words) <= 2 else None
        if full is None:
            return Voice(name, False)
        return full if len(words) == 1 else Voice(f"{name} ({full.words})", False)

    def _post(self, passage: Passage, sentence: Sentence, cue: Cue) -> Voice:
        words = office(passage, sentence, cue)
        if any(here in words for here in HERE) and self.region in load_regions() and self.region != "KZ":
            words = f"{words} ({load_regions()[self.region].name(passage.language)})"
        return Voice(words, False)

    def _outlet(self, passage: Passage, start: int, end: int) -> Voice | None:
        """Another outlet: "из публикации BaigeNews.kz"."""
        site = re.search(
            r"[A-Za-z][\w-]*\.(?:kz|com|ru)",
            passage.text[passage.folded.original(start) : passage.folded.original(end - 1) + 8],
        )
        return Voice(site[0], False) if site else None

    def _remember_office(self, passage: Passage, sentence: Sentence, cues: Sequence[Cue]) -> None:
        for cue in cues:
            if cue.label == "organisations":
                name = office(passage, sentence, cue)
                if " " in name and not any(word in name for word in ITSELF):
                    self.offices.append(Voice(name, False))

    def _headline(self, passage: Passage, sentence: Sentence, cues: Sequence[Cue]) -> Voice | None:
        """ "МВД: камеры работают", "… — Смаилов"."""
        if passage.field != "title":
            return None
        printed = passage.text[sentence.start : sentence.end]
        for pattern in (COLON, DASH):
            if match := pattern.search(printed):
                return self._in_headline(passage, sentence, match, cues)
        return None

    def _in_headline(
        self, passage: Passage, sentence: Sentence, match: re.Match[str], cues: Sequence[Cue]
    ) -> Voice | None:
        start, end = (passage.folded.folded(sentence.start + offset) for offset in match.span(1))
        if persons := self.people.named_in(passage.low[start:end]):
            return Voice(persons[0].printed, True)
        offices = [cue for cue in cues if cue.label == "organisations" and start <= cue.start < end]
        return Voice(match[1], False) if offices and len(match[1].split()) <= 4 else None
