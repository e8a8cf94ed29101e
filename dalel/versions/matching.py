"""Claims of two versions of a page -> which is which: pairs of one number, and numbers that only one version has."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from dalel.records import Claim
from dalel.versions.nearness import COMMON, Sentences, matcher, shingles
from dalel.versions.sentences import MASK, Sentence, with_claims, words

TELLING = 3  # significant digits from which on a value is known again in whatever sentence it stands
Key = Callable[[Sentence], Hashable]
Pair = tuple[Claim, Claim]


@dataclass(slots=True)
class Matched:
    """Pairs of one number in both versions, and what only one of them states, in the order given."""

    pairs: list[Pair] = field(default_factory=list)
    gone: list[Claim] = field(default_factory=list)
    new: list[Claim] = field(default_factory=list)


def match(earlier: Sequence[Claim], later: Sequence[Claim]) -> Matched:
    """Pairs the claims of two versions: by id, by the same sentence, then by a near one, then by what they state."""
    olds, news = with_claims(earlier), with_claims(later)
    pairs: list[Pair] = []
    for key in (_same_claims, _same_place, _same_values, _same_field, _shape):
        olds, news = _paired_by(key, olds, news, pairs)
    pairs += _near_wording(olds, news)
    gone, new = _unpaired(earlier, pairs, 0), _unpaired(later, pairs, 1)
    pairs += _by_meaning([claim for claim in gone if _tells(claim)], new)
    gone, new = _unpaired(gone, pairs, 0), _unpaired(new, pairs, 1)
    pairs += _by_number([claim for claim in gone if _tells(claim)], new)
    return Matched(
        pairs,
        list(_absent(_unpaired(gone, pairs, 0), later)),
        list(_absent(_unpaired(new, pairs, 1), earlier)),
    )


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims state the same: number, and how it stands."""
    return is_same_number(one, other) and stands_the_same(one, other)


def stands_the_same(one: Claim, other: Claim) -> bool:
    """Whether both say the same of a number: planned or actual …, and of a sum whether it was allocated or spent …"""
    both_money = one.label == other.label == "MONEY"
    return one.status == other.status and (one.measure == other.measure or not both_money)


def is_same_number(one: Claim, other: Claim) -> bool:
    """Whether two claims state the same number: value, bounds and unit; a unit that only one of them names is none."""
    units_differ = one.unit != other.unit and one.unit is not None and other.unit is not None
    same = (one.value, one.value_max, one.modality) == (other.value, other.value_max, other.modality)
    return same and not units_differ


def _shape(sentence: Sentence) -> Hashable:
    return sentence.words, tuple(len(slot) for slot in sentence.slots)


def _same_field(sentence: Sentence) -> Hashable:
    return _shape(sentence), sentence.field


def _same_values(sentence: Sentence) -> Hashable:
    return _shape(sentence), tuple((one.value, one.value_max, one.unit, one.modality) for one in sentence.claims)


def _same_claims(sentence: Sentence) -> Hashable:
    return tuple(claim.claim_id for claim in sentence.claims)


def _same_place(sentence: Sentence) -> Hashable:
    return _same_values(sentence), sentence.field


def _paired_by(
    key: Key, olds: Sequence[Sentence], news: Sequence[Sentence], pairs: list[Pair]
) -> tuple[list[Sentence], list[Sentence]]:
    """Pairs the claims of sentences with one key, first with first; the sentences that are left of both versions."""
    waiting: dict[Hashable, deque[Sentence]] = defaultdict(deque)
    for sentence in news:
        waiting[key(sentence)].append(sentence)
    left = []
    for old in olds:
        if queue := waiting.get(key(old)):
            pairs += zip(old.claims, queue.popleft().claims, strict=True)
        else:
            left.append(old)
    kept = {id(sentence) for queue in waiting.values() for sentence in queue}
    return left, [sentence for sentence in news if id(sentence) in kept]


def _near_wording(olds: Sequence[Sentence], news: Sequence[Sentence]) -> Iterator[Pair]:
    """Pairs numbers that stand between the same words of near sentences; the nearest sentences first."""
    index = Sentences([sentence.words for sentence in news])
    ranked = sorted(
        (-likeness, olds[at].field != news[place].field, at, place)
        for at in range(len(olds))
        for likeness, place in index.near(olds[at].words)
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, _, at, place in ranked:
        if at not in used_old and place not in used_new:
            used_old.add(at)
            used_new.add(place)
            yield from _between_the_same_words(olds[at], news[place])


def _between_the_same_words(old: Sentence, new: Sentence) -> list[Pair]:
    """First the numbers that both state of the same thing, then the same of another, then those in one's place."""
    pairs = _by_meaning(old.claims, new.claims)
    pairs += _by_number(_unpaired(old.claims, pairs, 0), _unpaired(new.claims, pairs, 1))
    taken = {claim.claim_id for pair in pairs for claim in pair}
    for at, place, size in matcher(old.words, new.words).get_matching_blocks():
        for step in range(size if size > 1 else 0):
            if old.words[at + step] == MASK:
                one = old.slots[old.words[: at + step].count(MASK)]
                other = new.slots[new.words[: place + step].count(MASK)]
                free = not any(claim.claim_id in taken for claim in (*one, *other))
                if free and len(one) == len(other):
                    pairs += [pair for pair in zip(one, other, strict=True) if _comparable(*pair)]
    return pairs


def _comparable(one: Claim, other: Claim) -> bool:
    """Whether a number may have become the other: of one region, and of one unit, or amounts of money both."""
    if one.region != other.region:
        return False
    return one.unit == other.unit or None in (one.unit, other.unit) or one.label == other.label == "MONEY"


def _by_meaning(olds: Sequence[Claim], news: Sequence[Claim]) -> list[Pair]:
    """Pairs claims of one value, unit and meaning, first with first."""
    return _first_with_first(_meaning, olds, news)


def _by_number(olds: Sequence[Claim], news: Sequence[Claim]) -> list[Pair]:
    """Pairs claims of one value, unit and region, first with first: what was planned and is spent now."""
    return _first_with_first(lambda claim: (claim.value, claim.value_max, claim.unit, claim.region), olds, news)


def _first_with_first(key: Callable[[Claim], Hashable], olds: Sequence[Claim], news: Sequence[Claim]) -> list[Pair]:
    waiting: dict[Hashable, deque[Claim]] = defaultdict(deque)
    for claim in news:
        waiting[key(claim)].append(claim)
    return [(old, waiting[key(old)].popleft()) for old in olds if waiting[key(old)]]


def _absent(claims: Sequence[Claim], version: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose number no sentence of the version states, be it one that is paired with another claim."""
    stated: dict[Hashable, list[Claim]] = defaultdict(list)
    for one in version:
        stated[_meaning(one), one.modality].append(one)
    for claim in claims:
        alike = stated.get((_meaning(claim), claim.modality), [])
        around = shingles(words(claim.sentence))
        if not alike or not (_tells(claim) or any(around & shingles(words(one.sentence)) for one in alike[:COMMON])):
            yield claim


def _meaning(claim: Claim) -> Hashable:
    return claim.value, claim.value_max, claim.unit, claim.measure, claim.indicator, claim.region


def _tells(claim: Claim) -> bool:
    return len(claim.value.normalize().as_tuple().digits) >= TELLING


def _unpaired(claims: Sequence[Claim], pairs: Sequence[Pair], side: int) -> list[Claim]:
    paired = {pair[side].claim_id for pair in pairs}
    return [claim for claim in claims if claim.claim_id not in paired]
