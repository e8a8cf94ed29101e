"""What a claim is about, as far as its page tells: object, deed, place, programme or name, and period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dalel.promises.deadlines import folded_low
from dalel.promises.periods import first_of, last_of
from dalel.promises.tables import programmes
from dalel.promises.words import manner
from dalel.records import Claim, Document, Ground

FRAME = re.compile(r"predicate: (\w+), ")
NAME = re.compile(r"[«“\"]([^«»“”\"\n]{2,60})[»”\"]")
NUMBERED = re.compile(r"№\s?(\d{1,4})")
WORDS = 5  # of a quoted name; more is somebody's speech
APART = re.compile(r"[,;:]")  # between a figure and a word that denies something else
NEAR = 40  # characters between a figure and the word that denies it
STEM = 4  # letters by which two forms of one noun are known as one
EDTF = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")

Frames = Mapping[tuple[str, int, int], str]  # of one document: where a predicate stands -> its frame


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim with all by which another one may be known to be about the same."""

    claim: Claim
    language: str
    day: date | None  # publication day of its page
    deed: str  # frame, or "~" and the beginning of a verb without one; "" where no predicate is told
    nouns: frozenset[str]  # beginnings of the words that name what is counted
    own: frozenset[str]  # names and programmes in its sentence
    page: frozenset[str]  # those of title, lead and sentence
    first: date | None  # of the time it holds for
    last: date | None
    sentence: str  # folded, lower case
    spread: bool = False  # its sentence tells it for years on end ("за 10 лет", "in ten years")
    negated: bool = False  # a word beside the figure says that it has not come about


def frames_of(claims: Iterable[Claim]) -> Frames:
    """Where the predicates of a page stand and which frame each is, as the grounds of its claims tell."""
    return {
        (ground.field, ground.start, ground.end): match[1]
        for claim in claims
        for ground in claim.grounds
        if ground.attribute == "status" and (match := FRAME.match(ground.rule))
    }


def subjects(document: Document, claims: Sequence[Claim]) -> list[Subject]:
    """All claims of one document with what they are about, in order."""
    frames, negated = frames_of(claims), denied_claims(document, claims)
    long = {(one.field, one.sentence_start) for one in claims if one.label == "DURATION" and one.unit == "year"}
    return [
        replace(
            subject(one, document, frames),
            negated=one.claim_id in negated,
            spread=(one.field, one.sentence_start) in long,
        )
        for one in claims
    ]


def denied_claims(document: Document, claims: Sequence[Claim]) -> set[str]:
    """Ids of the claims next to a word that says they have not come about ("не сданы", "салынбады", "were not built");
    of "6 of the 20 schools were not built" the part.
    """
    found: set[str] = set()
    if document.language not in ("kk", "ru", "en"):
        return found
    parts = {claim.whole_id: claim.claim_id for claim in claims if claim.whole_id}
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.field, claim.sentence_start), []).append(claim)
    for inside in sentences.values():
        folded, low = folded_low(inside[0].sentence, document.language)
        for match in manner(document.language, "denials").finditer(low):
            start, end = folded.original(match.start()), folded.original(match.end() - 1) + 1
            gap, near, one = min((_gap(one, start, end), one.claim_id, one) for one in inside)
            if gap <= NEAR and not APART.search(one.sentence[slice(*_between(one, start, end))]):
                found.add(parts.get(near, near))
    return found


def _gap(claim: Claim, start: int, end: int) -> int:
    first, last = _between(claim, start, end)
    return last - first


def _between(claim: Claim, start: int, end: int) -> tuple[int, int]:
    """From where to where it is from a figure to the words at start:end of its sentence, the nearer way."""
    own = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    return (own[1], start) if start >= own[1] else (end, own[0])


def subject(claim: Claim, document: Document, frames: Frames) -> Subject:
    """In: a claim, the page it stands on, and that page's frames."""
    sentence = folded_low(claim.sentence, document.language)[1]
    own = names_in(claim.sentence, document.language)
    around = own | names_in(document.title or "", document.language) | names_in(document.lead or "", document.language)
    first, last = _period(claim.as_of)
    return Subject(
        claim=claim, language=document.language, day=document.published, deed=_deed(claim, document, frames),
        nouns=_nouns(claim, document.language), own=own, page=around, first=first, last=last, sentence=sentence,
    )  # fmt: skip


def names_in(text: str, language: str) -> frozenset[str]:
    """Programmes by their id, other quoted names as printed (folded, lower case), and numbers of schools ("№ 12")."""
    if language not in ("kk", "ru", "en"):
        return frozenset()
    folded, low = folded_low(text, language)
    known = {name for name, pattern in programmes(language) if pattern.search(low)}
    quoted = {
        " ".join(match[1].lower().split())
        for match in NAME.finditer(folded.text)
        if match[1][:1].isupper() and len(match[1].split()) <= WORDS
    }
    quoted = {name for name in quoted if not any(pattern.search(name) for _, pattern in programmes(language))}
    return frozenset(known | quoted | {f"№ {number}" for number in NUMBERED.findall(low)})


def _deed(claim: Claim, document: Document, frames: Frames) -> str:
    for ground in claim.grounds:
        if ground.attribute == "status" and ground.field in ("title", "lead", "text"):
            frame = frames.get((ground.field, ground.start, ground.end), "")
            return frame if frame != "verb" else "~" + _told(ground, document)[:STEM]
    return ""


def _told(ground: Ground, document: Document) -> str:
    words = document.field(ground.field)[ground.start : ground.end]
    return folded_low(words, document.language)[1]


def _nouns(claim: Claim, language: str) -> frozenset[str]:
    low = folded_low(claim.counted or "", language)[1]
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]{3,}", low))


def _period(edtf: str | None) -> tuple[date | None, date | None]:
    if edtf is None or not EDTF.fullmatch(edtf):
        return None, None
    first, _, last = edtf.partition("/")
    try:
        return first_of(first), last_of(last or first)
    except ValueError:
        return None, None
