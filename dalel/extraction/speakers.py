"""Who says it: the person or office that the sentence, its paragraph or an earlier paragraph gives the word to.

A verb of saying, or "по словам", "айтуынша", beside a person with a post or an office gives the word. It holds for its paragraph and,
until somebody else is given the word, for those after it; not for those before, where the outlet itself speaks.
"""

from __future__ import annotations

import re

from dalel.extraction.drafts import Draft
from dalel.extraction.lexicon import Cue
from dalel.extraction.offices import office
from dalel.extraction.page import Page, Passage, Sentence
from dalel.extraction.people import Person, people

SAYING = ("verbs", "according")
QUOTE_FIRST = ("«", "“", '"', "–", "—", "-")
COLON = re.compile(r"^([^:]{2,40}):\s")
DASH = re.compile(r"\s[—–-]\s([^—–]{2,40})$")
ITSELF = ("ведомств", "него", "нее")  # "пресс-служба ведомства": the office named before


class Voices:
    """The voices of a page, sentence by sentence; keeps who was named last, whom "министр" or "ол" then means."""

    def __init__(self, page: Page) -> None:
        self.people = people(page)
        self.last: str | None = None
        self.office: str | None = None
        self.by_sentence: dict[tuple[str, int], str] = {}
        for passage in sorted(page.passages, key=lambda passage: passage.field != "text"):
            for sentence in passage.sentences:
                self._hear(passage, sentence)

    def _hear(self, passage: Passage, sentence: Sentence) -> None:
        cues = passage.cues_in(sentence, "speakers")
        self._remember_office(passage, sentence, cues)
        saying = [cue for cue in cues if cue.label in SAYING]
        voice = self._voice(passage, sentence, cues, saying) if saying else self._headline(passage, sentence)
        if voice is not None:
            self.by_sentence[passage.field, sentence.number] = self.last = voice

    def _voice(self, passage: Passage, sentence: Sentence, cues: list[Cue], saying: list[Cue]) -> str | None:
        persons = self._persons(passage, sentence)
        if len(persons) > 1 and all(cue.label == "verbs" for cue in saying):
            return ", ".join(person.name for person in persons)
        ranked = sorted((abs(cue.start - say.start), cue.start, cue) for say in saying for cue in cues if cue.label == "organisations")
        if persons:
            return persons[0].printed
        pronoun = [cue for cue in cues if cue.label == "anaphora"]
        if pronoun and self.last is not None and (not ranked or _nearer(pronoun, ranked[0][2], saying)):
            return self.last
        if ranked and ranked[0][0] < 80:
            return self._office(office(passage, sentence, ranked[0][2]))
        return self.last if pronoun else None

    def _office(self, name: str) -> str:
        if any(word in name for word in ITSELF) and self.office:
            return f"{name} ({self.office})"
        return name

    def _remember_office(self, passage: Passage, sentence: Sentence, cues: list[Cue]) -> None:
        for cue in cues:
            if cue.label == "organisations":
                name = office(passage, sentence, cue)
                if not any(word in name for word in ITSELF) and len(name.split()) > 1:
                    self.office = name

    def _persons(self, passage: Passage, sentence: Sentence) -> list[Person]:
        words = passage.low[sentence.low : sentence.high]
        return [person for person in self.people if re.search(rf"(?<!\w){re.escape(person.stem)}", words)]

    def _headline(self, passage: Passage, sentence: Sentence) -> str | None:
        """ "МВД: камеры работают", "… — Смаилов"."""
        if passage.field != "title":
            return None
        printed = passage.text[sentence.start : sentence.end]
        for pattern in (COLON, DASH):
            if match := pattern.search(printed):
                return self._named(passage, sentence, match)
        return None

    def _named(self, passage: Passage, sentence: Sentence, match: re.Match[str]) -> str | None:
        low = passage.low[sentence.low + match.start(1) : sentence.low + match.end(1)]
        for person in self.people:
            if person.stem in low:
                return person.printed
        inside = [c for c in passage.cues_in(sentence, "speakers") if c.label == "organisations" and sentence.low + match.start(1) <= c.start < sentence.low + match.end(1)]
        return match[1] if inside else None


def assign_speakers(page: Page, drafts: list[Draft]) -> None:
    """Gives every draft its speaker, where the page names one."""
    voices = Voices(page).by_sentence
    if not voices:
        return
    for draft in drafts:
        draft.speaker = _speaker(voices, draft.passage, draft.sentence)


def _speaker(voices: dict[tuple[str, int], str], passage: Passage, sentence: Sentence) -> str | None:
    own = voices.get((passage.field, sentence.number))
    if own is not None:
        return own
    before = [voices[passage.field, s.number] for s in passage.sentences[: sentence.number] if (passage.field, s.number) in voices]
    same = [s for s in passage.sentences if s.paragraph == sentence.paragraph and (passage.field, s.number) in voices]
    quoted = passage.text[min((s.start for s in passage.sentences if s.paragraph == sentence.paragraph), default=0)] in QUOTE_FIRST
    following = next((voices[passage.field, s.number] for s in same if s.number > sentence.number), None)
    preceding = next((voices[passage.field, s.number] for s in reversed(same) if s.number < sentence.number), None)
    if quoted and following:
        return following
    return preceding or following or (before[-1] if before else None)


def _nearer(pronouns: list[Cue], other: Cue, saying: list[Cue]) -> bool:
    def gap(cue: Cue) -> int:
        return min(abs(cue.start - say.start) for say in saying)

    return min(map(gap, pronouns)) <= gap(other)
