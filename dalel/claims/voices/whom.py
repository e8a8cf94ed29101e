"""Whom a mention means: a person of the page, an office in full, and for "она", "министр", "ведомство" who it is there.

What is nobody's on the page is left open: a bare "министр", "ведомство" that no office was named for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dalel.claims.page import Passage, Sentence
from dalel.claims.voices.mentions import Mention, Said
from dalel.claims.voices.register import Known, Place, Register
from dalel.regions import COUNTRY, load_regions

MOST = 40  # persons among whom one with a post is looked for
SHARED = 0.5  # share of the words of a post by which it is a person's


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks, as dalel prints them, and the words that say so."""

    words: str
    person: bool
    places: tuple[Place, ...]
    rule: str
    known: Known | None = None
    at: int = 0  # where the word that gives the word stands

    @property
    def aside(self) -> bool:
        """Whether it is an office quoted for one number ("по данным полиции") while another has the word."""
        return not self.person and self.rule.startswith("named as the source")


class Whom:
    """Who was given the word on a page so far."""

    def __init__(self, register: Register, region: str) -> None:
        self.register = register
        self.region = region
        self.heard: list[Voice] = []

    def voice(
        self, passage: Passage, sentence: Sentence, mention: Mention, said: Said, rule: str, at: int
    ) -> Voice | None:
        """The voice of a mention that is given the word; None where the page does not tell who it is."""
        own = (passage.field, mention.start, mention.end)
        if mention.kind in ("person", "surname"):
            known = self.register.person(mention)
            return self._of(known, own, rule, at) if known else None
        if mention.kind == "office":
            return self._office(passage, sentence, mention, said, rule, at)
        if mention.kind == "post":
            return self._post(passage, sentence, mention, said, rule, at)
        if mention.kind == "pronoun":
            return self._meant(passage, sentence, mention, own, rule, at)
        return None

    def _of(self, known: Known, own: Place, rule: str, at: int) -> Voice:
        places = (own,) if known.place == own else (own, known.place)
        return Voice(known.printed, bool(known.name), places, rule, known, at)

    def _office(
        self, passage: Passage, sentence: Sentence, mention: Mention, said: Said, rule: str, at: int
    ) -> Voice | None:
        own = (passage.field, mention.start, mention.end)
        inner = passage.cues_near(sentence, "speakers", mention.start, mention.end)
        meant = next((cue for cue in inner if cue.label == "itself"), None)
        if meant is not None:  # "пресс-служба ведомства"
            said = Said("", passage.printed(mention.start, meant.start))
            known = self.register.office(said, passage, mention.start, True)
            return self._of(known, own, rule, at) if known else self._itself(own, rule, at, report=False)
        known = self.register.office(said, passage, mention.start, mention.bare)
        return self._of(known, own, rule, at) if known else Voice(said.post, False, (own,), rule, None, at)

    def _itself(self, own: Place, rule: str, at: int, report: bool) -> Voice | None:
        """Whom "ведомство", or a report, is of: the office that spoke last, else the only one of the page."""
        for last in reversed(self.heard[-MOST:]):
            if report or not last.person:
                rule = f"{rule}, meaning the last that spoke"
                return Voice(last.words, last.person, (own, *last.places[:1]), rule, last.known, at)
        office = self.register.only_office()
        return self._of(office, own, f"{rule}, the only office of the page", at) if office else None

    def _persons(self) -> Iterator[Known]:
        """The persons of the page: those who spoke, the last first, then the others."""
        for voice in reversed(self.heard[-MOST:]):
            if voice.known is not None and voice.person:
                yield voice.known
        yield from list(self.register.persons.values())[:MOST]

    def _here(self, post: str, passage: Passage, sentence: Sentence, mention: Mention) -> str:
        """The post with the region that the page is about, where "аким региона" names none."""
        inner = passage.cues_near(sentence, "speakers", mention.start, mention.end)
        places = [one for one in passage.places_in(sentence) if mention.start <= one.start + sentence.low < mention.end]
        regions = load_regions()
        if places or self.region not in regions or self.region == COUNTRY or all(cue.label != "here" for cue in inner):
            return post
        return f"{post} ({regions[self.region].name(passage.language)})"

    def _post(
        self, passage: Passage, sentence: Sentence, mention: Mention, said: Said, rule: str, at: int
    ) -> Voice | None:
        own = (passage.field, mention.start, mention.end)
        inner = passage.cues_near(sentence, "speakers", mention.start - 1, mention.end)
        if any(cue.label == "itself" for cue in inner):  # "ведомство өкілдері"
            return self._itself(own, rule, at, report=False)
        stems = self.register.stems(said.post)
        for known in self._persons():
            theirs = self.register.stems(known.post)
            shared = sum(any(one.startswith(other) or other.startswith(one) for other in theirs) for one in stems)
            if shared >= max(1, SHARED * len(stems)):
                return self._of(known, own, f"{rule}, by the post", at)
        if not mention.bare:
            return Voice(self._here(said.post, passage, sentence, mention), False, (own,), rule, None, at)
        spoke = {voice.known.name: voice.known for voice in self.heard if voice.known is not None and voice.person}
        if len(spoke) == 1:
            (known,) = spoke.values()
            if known.post:
                return self._of(known, own, f"{rule}, the only person who speaks", at)
            full = Known(known.name, said.post.lower(), known.place)
            self.register.persons[self._stem(known)] = full
            return self._of(full, own, f"{rule}, the only person who speaks", at)
        return None

    def _stem(self, known: Known) -> str:
        return next((stem for stem, one in self.register.persons.items() if one == known), known.name)

    def _meant(
        self, passage: Passage, sentence: Sentence, mention: Mention, own: Place, rule: str, at: int
    ) -> Voice | None:
        cues = passage.cues_near(sentence, "speakers", mention.start - 40, mention.end)
        labels = {cue.label for cue in cues if cue.start <= mention.start < cue.end}
        if "itself" in labels:
            return self._itself(own, rule, at, "report" in labels)
        rule = f"{rule}, meaning the one before"
        for other in [sentence, *passage.before(sentence)[:1]]:
            last = self._last_subject(
                passage, other, mention.start if other is sentence else other.high, other is sentence
            )
            if last is not None and last.kind == "office":
                return Voice(last.said.post, False, (own, (passage.field, last.start, last.end)), rule, None, at)
            if last is not None and (known := self.register.person(last)) is not None:
                return self._of(known, own, rule, at)
        for voice in reversed(self.heard[-MOST:]):
            if voice.person:
                return Voice(voice.words, True, (own, *voice.places[:1]), rule, voice.known, at)
        return None

    def _last_subject(self, passage: Passage, sentence: Sentence, end: int, offices: bool) -> Mention | None:
        """The last person, or office, named in the nominative in a sentence before an offset."""
        for one in reversed(self.register.mentions(passage, sentence)):
            kind = one.kind in ("person", "surname") or (offices and one.kind == "office" and not one.bare)
            if kind and one.end <= end and not {"nomn", ""}.isdisjoint(one.forms):
                return one
        return None
