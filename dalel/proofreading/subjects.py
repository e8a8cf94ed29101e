"""What a number is about, as features that can be compared: words near it, words of its sentence, what the claim says.

A feature is a string: "c:school" a thing, "ru:выдел" a stem, "k:KMPT" consonants, "v:380" another number of the
sentence, "u:KZT", "m:damage", "i:cameras.share", "t:roads", "r:KZ-39", "y:2023" what the claim says, "d:38" the digits
of its value. Names of regions are no words: the claim's own region says more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dalel import regions
from dalel.proofreading.concepts import WORD, features
from dalel.proofreading.periods import years
from dalel.records import Claim

STATED = ("unit", "measure", "indicator", "topic", "region")
ROUNDED = 3  # digits that a rounded value keeps
MOST = 4_000  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Subject:
    """`near`: words between the numbers beside it and words that ground the claim; `far`: the rest of its sentence."""

    claim: Claim
    language: str
    near: frozenset[str]
    far: frozenset[str]
    stated: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every feature by which it is looked up."""
        return self.near | self.far | self.stated


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    features: frozenset[str]


def subjects(claims: Iterable[Claim], language: Mapping[str, str]) -> list[Subject]:
    """One for each claim, in their order; `language` is that of each document by its id."""
    listed = list(claims)
    beside: dict[tuple[str, str, int], list[Claim]] = {}
    for claim in listed:
        beside.setdefault((claim.document_id, claim.field, claim.sentence_start), []).append(claim)
    return [
        _subject(
            claim,
            beside[claim.document_id, claim.field, claim.sentence_start],
            _known(language.get(claim.document_id, "ru")),
        )
        for claim in listed
    ]


def _known(language: str) -> str:
    return language if language in ("kk", "ru", "en") else "ru"


def _subject(claim: Claim, beside: list[Claim], language: str) -> Subject:
    own = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    others = [(one.start - claim.sentence_start, one.end - claim.sentence_start) for one in beside if one is not claim]
    low = max((end for _, end in others if end <= own[0]), default=0)
    high = min((start for start, _ in others if start >= own[1]), default=len(claim.sentence))
    grounds = [
        (ground.start - claim.sentence_start, ground.end - claim.sentence_start)
        for ground in claim.grounds
        if ground.field == claim.field and ground.attribute not in ("region", "place", "as_of", "speaker")
    ]
    near: set[str] = set()
    far = {f"v:{one.value.normalize():f}" for one in beside if one.value != claim.value and one.value > 3}
    for word in words(claim.sentence[:MOST], language):
        close = low <= word.start < high or any(start <= word.start < end for start, end in grounds)
        (near if close else far).update(word.features)
    return Subject(claim, language, frozenset(near), frozenset(far - near), frozenset(_stated(claim)))


@lru_cache(20_000)
def words(sentence: str, language: str) -> tuple[_Word, ...]:
    """The words of a sentence with their features, without names of regions; offsets as printed."""
    folded = regions.comparable(sentence, language)
    named = [(one.start, one.end) for one in regions.mentions_in(folded.text, language, _never)]
    return tuple(
        _Word(folded.original(one.start()), folded.original(one.end() - 1) + 1, features(one[0], language))
        for one in WORD.finditer(folded.text)
        if not any(start <= one.start() < end for start, end in named)
    )


def _never(_: int) -> bool:
    return False


def _stated(claim: Claim) -> Iterable[str]:
    for name in STATED:
        if (told := getattr(claim, name)) and told != "other_count":
            yield f"{name[0]}:{told}"
    yield from (f"y:{year}" for year in years(claim.as_of))
    yield from digits(claim.value)


def digits(value: Decimal) -> Iterable[str]:
    """The digits of a value without its scale, whole and rounded to three: what a slip of scale leaves as it was."""
    told = "".join(map(str, value.normalize().as_tuple().digits))
    yield f"d:{told}"
    if len(told) > ROUNDED:
        yield f"d:{(int(told[: ROUNDED + 1]) + 5) // 10}".rstrip("0")
