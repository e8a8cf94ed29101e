"""Which claim of the archive a number of a text means: by what it is about, where, when and by whom, and its digits.

Every shared word, thing, place and time counts as much as it is rare in the archive (its weight), every contradiction
against it; the value is one of them and no more, so that a wrong number still finds its claim. What is about another
thing is never meant, however equal the numbers are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dalel.proofreading.differences import Relation, differences, is_near, named, relation
from dalel.proofreading.index import Index
from dalel.proofreading.periods import overlap
from dalel.proofreading.subjects import Subject
from dalel.records import Claim

CANDIDATES = 80
FAR = 0.5  # a word elsewhere in the sentence tells half as much
COVERED = 0.34  # share of what a number is about that its claim must have in common with it …
# share of what both are about that a number and the claim it slipped from have in common, by what else ties them
ALIKE = (0.75, 0.6, 0.3)
MOST_TIES = 2  # beyond which more of them tell no more
CLOSE = ("same", "finer", "coarse")  # values so near that their digits need not be many
RIVAL = 0.75  # share of the best claim's score that another one needs to be told beside it
MOST_SLIPS = 2  # attributes that may differ at once
MOST = 5  # claims told of one number
AGAINST = {
    "value": 3.0, "scale": 1.5, "rounding": 0.5, "unit": 2.5, "points": 0.5, "modality": 0.3, "region": 3.5,
    "status": 1.5, "date": 3.0,
}  # fmt: skip
FOR = {"same": 1.0, "implied": 0.8, "finer": 0.6, "coarse": 0.6, "shifted": 0.5, "other": 0.0}
DIGIT = 2.3  # what each digit that agrees tells: one of ten
MOST_DIGITS = 5
TELLING = 3  # digits that, being the same, tie a number to a claim
CHANCE = 0.1  # of equal digits among claims about the same thing elsewhere or at another time, that is let pass
ELSEWHERE = frozenset({"region", "date"})
THINGS = ("c:", "f:", "t:")  # what languages share, and a number is about
ALONE = frozenset({"value"})  # what differs, where the value does: all else must agree


@dataclass(frozen=True, slots=True)
class Meant:
    """A claim of the archive, how its value stands to the number's, and what differs."""

    subject: Subject
    how: Relation
    differs: tuple[str, ...]
    score: float
    alike: float  # from 0 to 1: how much of what both are about is the same


def candidates(index: Index, subject: Subject) -> list[Meant]:
    """Claims that the number may mean, the most likely first."""
    weights = {kinds: index.weight(_of(kinds, subject.near)) for kinds in (THINGS, _own(subject.language))}
    about = []
    for other in index.nearest(subject, CANDIDATES):
        shared, covered, alike = _words(index, subject, other, weights)
        if covered >= COVERED:
            about.append(_judged(index, subject, other, (shared, alike)))
    told_so = Counter(one.differs for one in about if one.how != "other")
    told_so.update((name,) for one in about if one.how == "other" for name in one.differs if name in ELSEWHERE)
    likely = CHANCE * 9 * 10 ** (_digits(subject) - 1)
    return sorted(
        (one for one in about if is_meant(subject, one, told_so[one.differs] <= likely)),
        key=lambda one: (-one.score, one.subject.claim.claim_id),
    )


def is_meant(subject: Subject, one: Meant, specific: bool) -> bool:
    """Whether the claim is the one meant, and differs in no more than a slip does. `specific`: equal digits are hardly
    chance.

    Where the value is another one, all else must agree, and the two be tied by more than their words; what is said of
    another place or time, or in another unit or scale, must have the same digits.
    """
    text, claim = subject.claim, one.subject.claim
    tied = ties(subject, one.subject) + (one.how in ("same", "shifted") and _digits(subject) >= TELLING)
    if not one.differs:
        return one.how == "same" or tied > 0
    if one.alike < ALIKE[min(tied, MOST_TIES)]:
        return False
    if one.how == "other":
        return set(one.differs) <= ALONE and _slipped(one, text, claim, tied)
    if not ELSEWHERE.isdisjoint(one.differs):
        return specific and one.how == "same" and len(one.differs) == 1
    return len(one.differs) <= MOST_SLIPS and (specific or one.how in CLOSE)


def _slipped(one: Meant, text: Claim, claim: Claim, tied: int) -> bool:
    """Whether another value may be a slip of the claim's: of the same unit and place, and no far cry from it unless
    the sentences are nearly the same.
    """
    if (text.unit, text.label) != (claim.unit, claim.label) or not _here(text, claim):
        return False
    return (one.alike >= ALIKE[0] and tied >= MOST_TIES) or is_near(text.value, claim.value)


def _here(text: Claim, claim: Claim) -> bool:
    return claim.region in (None, "KZ") or claim.region in (named(text.sentence) or {text.region})


def ties(subject: Subject, other: Subject) -> int:
    """How many things besides words tie a number to a claim: its region (the country is where most things are), its
    time, its indicator, its speaker, another number of its sentence.
    """
    text, claim = subject.claim, other.claim
    both = (subject.near | subject.far) & (other.near | other.far)
    return sum(
        (
            claim.region not in (None, "KZ") and _here(text, claim),
            overlap(text.as_of, claim.as_of) is True,
            text.indicator is not None and text.indicator == claim.indicator,
            text.speaker is not None and text.speaker == claim.speaker,
            any(word.startswith("v:") for word in both),
        )
    )


def _digits(subject: Subject) -> int:
    """How many digits the number has, without zeros at its end."""
    return len(subject.claim.value.normalize().as_tuple().digits)


def told(found: Sequence[Meant]) -> list[Meant]:
    """Of the candidates those that are told: all that agree, where one does; else the best, and what says the same."""
    agreeing = [one for one in found if not one.differs]
    best = found[0]
    chosen = agreeing or [
        one for one in found if one.differs == best.differs and one.subject.claim.value == best.subject.claim.value
    ]
    return [one for one in chosen if one.score >= RIVAL * chosen[0].score][:MOST]


def _judged(index: Index, subject: Subject, other: Subject, words: tuple[float, float]) -> Meant:
    how = relation(subject.claim, other.claim)
    differs = differences(subject.claim, other.claim, how)
    stated = index.weight(one for one in subject.stated & other.stated if not one.startswith("d:"))
    value = FOR[how] * DIGIT * min(_digits(subject), MOST_DIGITS)
    score = words[0] + stated + value - sum(AGAINST[name] for name in differs)
    return Meant(other, how, differs, score, words[1])


def _words(
    index: Index, subject: Subject, other: Subject, weights: Mapping[tuple[str, ...], float]
) -> tuple[float, float, float]:
    """The weight of what both are about; its share of what the one that says less could have in common with the other,
    and of what both could (Dice).

    Names and other numbers of the sentence speak for a claim where both have them, and not against it where not.
    `weights` are those of the near words of `subject`, by the kinds of words that can be compared.
    """
    kinds = THINGS if subject.language != other.language else _own(subject.language)
    shared = index.weight(subject.near & other.near) + FAR * index.weight(
        (subject.near & other.far) | (subject.far & other.near) | (subject.far & other.far)
    )
    if not shared:
        return 0.0, 0.0, 0.0
    mine, theirs = weights[kinds], index.weight(_of(kinds, other.near))
    least = min(mine, theirs)
    return shared, shared / least if least else 0.0, 2 * shared / (mine + theirs) if least else 0.0


def _own(language: str) -> tuple[str, ...]:
    return (*THINGS, f"{language}:")


def _of(kinds: tuple[str, ...], words: Iterable[str]) -> Iterable[str]:
    return (word for word in words if word.startswith(kinds))
