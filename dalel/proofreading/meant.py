"""Which claim of the archive a number of a text means: by what it is about, where, when and by whom, and its digits.

Every shared word, thing, place and time counts as much as it is rare in the archive (its weight), every contradiction
against it; the value is one of them and no more, so that a wrong number still finds its claim. What is about another
thing is never meant, however equal the numbers are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dalel.proofreading.differences import Relation, differences, relation
from dalel.proofreading.index import Index
from dalel.proofreading.subjects import Subject

CANDIDATES = 80
FAR = 0.5  # a word elsewhere in the sentence tells half as much
COVERED = 0.34  # share of what a number is about that its claim must have in common with it …
COVERED_OTHERWISE = 0.45  # … and where the value is another one, so that words alone speak
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


def candidates(index: Index, subject: Subject) -> list[Meant]:
    """Claims that the number may mean, the most likely first."""
    weights = {kinds: index.weight(_of(kinds, subject.near)) for kinds in (THINGS, _own(subject.language))}
    about = []
    for other in index.nearest(subject, CANDIDATES):
        shared, covered = _words(index, subject, other, weights)
        if covered >= COVERED:
            judged = _judged(index, subject, other, shared)
            if judged.how != "other" or covered >= COVERED_OTHERWISE:
                about.append(judged)
    elsewhere = sum(not ELSEWHERE.isdisjoint(one.differs) for one in about)
    specific = elsewhere <= CHANCE * 9 * 10 ** (_digits(subject) - 1)
    return sorted(
        (one for one in about if is_meant(one, specific)), key=lambda one: (-one.score, one.subject.claim.claim_id)
    )


def is_meant(one: Meant, specific: bool) -> bool:
    """Whether the claim differs in no more than a slip does. `specific`: equal digits are hardly chance.

    Where the value differs, all else must agree; what is said of another place or time must have the same digits.
    """
    if one.how == "other":
        return set(one.differs) <= ALONE
    if not ELSEWHERE.isdisjoint(one.differs):
        return specific and one.how == "same" and len(one.differs) == 1
    return len(one.differs) <= MOST_SLIPS


def _digits(subject: Subject) -> int:
    """How many digits the number has, without zeros at its end."""
    return len(subject.claim.value.normalize().as_tuple().digits)


def told(found: Sequence[Meant]) -> list[Meant]:
    """Of the candidates those that are told: all that agree, where one does; else the best with its equals."""
    agreeing = [one for one in found if not one.differs]
    chosen = agreeing or [one for one in found if one.differs == found[0].differs]
    return [one for one in chosen if one.score >= RIVAL * chosen[0].score][:MOST]


def _judged(index: Index, subject: Subject, other: Subject, shared: float) -> Meant:
    how = relation(subject.claim, other.claim)
    differs = differences(subject.claim, other.claim, how)
    stated = index.weight(one for one in subject.stated & other.stated if not one.startswith("d:"))
    value = FOR[how] * DIGIT * min(_digits(subject), MOST_DIGITS)
    return Meant(other, how, differs, shared + stated + value - sum(AGAINST[name] for name in differs))


def _words(
    index: Index, subject: Subject, other: Subject, weights: Mapping[tuple[str, ...], float]
) -> tuple[float, float]:
    """The weight of what both are about, and its share of what either could have in common with the other.

    Names and other numbers of the sentence speak for a claim where both have them, and not against it where not.
    `weights` are those of the near words of `subject`, by the kinds of words that can be compared.
    """
    kinds = THINGS if subject.language != other.language else _own(subject.language)
    shared = index.weight(subject.near & other.near) + FAR * index.weight(
        (subject.near & other.far) | (subject.far & other.near) | (subject.far & other.far)
    )
    if not shared:
        return 0.0, 0.0
    least = min(weights[kinds], index.weight(_of(kinds, other.near)))
    return shared, shared / least if least else 0.0


def _own(language: str) -> tuple[str, ...]:
    return (*THINGS, f"{language}:")


def _of(kinds: tuple[str, ...], words: Iterable[str]) -> Iterable[str]:
    return (word for word in words if word.startswith(kinds))
