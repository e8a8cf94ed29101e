"""Which counts of a page are the parts of which total: the ways in which a page says so, from plain to faint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import sentences
from dalel.checks.foundation.words import says
from dalel.records import Claim, Document

LONGEST = 20  # parts: there are 20 regions
WINDOW = 2  # paragraphs between the parts and their total
TELLING = 10_000  # a total of at least this size with four digits of its own hardly comes out by luck


@dataclass(frozen=True)
class Sum:
    """A total and what a page seems to give as its parts; `binding` where the page says that they make it up."""

    total: Claim
    parts: tuple[Claim, ...]
    binding: bool

    @property
    def value(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))


def counts(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Exact counts and sums of money of a page's body, by unit, in reading order."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        usable = claim.field == "text" and claim.modality == "exact" and claim.value > 0 and scope.countable(claim)
        if usable and claim.unit is not None:
            found.setdefault(claim.unit, []).append(claim)
    return found


def enumerations(alike: Sequence[Claim], document: Document) -> Iterator[Sum]:
    """Total and parts in one sentence: "4828 cameras: 3134 inside, 1694 outside", "3134 and 1694, in total 4828"."""
    for group in sentences(alike):
        first, last = group[0], group[-1]
        if len(group) < 3 or says(first.sentence, document.language, "sums", "open"):
            continue
        opening = scope.between(first, group[1], document)
        if ":" in opening or says(opening, document.language, "sums", "parts"):
            yield from _sum(first, group[1:])
        elif says(scope.between(group[-2], last, document), document.language, "sums", "total"):
            yield from _sum(last, group[:-1])


def partitions(alike: Sequence[Claim], document: Document) -> Iterator[Sum]:
    """The parts of a printed whole, alone and with the count after them: "271 of 647 are closed. 373 are open"."""
    for whole in alike:
        linked = [claim for claim in alike if claim.whole_id == whole.claim_id and claim.value < whole.value]
        if not linked or says(linked[-1].sentence, document.language, "sums", "open"):
            continue
        if len(linked) > 1:
            yield Sum(whole, tuple(linked), binding=True)
        if (rest := _rest(linked[-1], whole, alike, document)) is not None:
            yield Sum(whole, (*linked, rest), binding=True)


def runs(alike: Sequence[Claim], document: Document) -> Iterator[Sum]:
    """Counts that follow one another and add up exactly to a total too particular for that to be luck."""
    for total in (claim for claim in alike if _telling(claim, document)):
        others = [claim for claim in alike if claim.claim_id != total.claim_id]
        for start in range(len(others)):
            run = others[start : start + LONGEST]
            for length in range(2, len(run) + 1):
                parts = run[:length]
                value = sum((part.value for part in parts), Decimal(0))
                if value >= total.value:
                    if value == total.value and _together(total, parts, document):
                        yield Sum(total, tuple(parts), binding=False)
                    break


def regions(alike: Sequence[Claim]) -> Iterator[Sum]:
    """A national total and one count per region after it."""
    for position, total in enumerate(alike):
        parts = [claim for claim in alike[position + 1 :] if claim.region != "KZ"]
        places = {part.region for part in parts}
        if total.region == "KZ" and 4 <= len(parts) == len(places) and all(part.value < total.value for part in parts):
            yield Sum(total, tuple(parts), binding=False)


def _sum(total: Claim, parts: Sequence[Claim]) -> Iterator[Sum]:
    if all(part.value < total.value and _of(part, total) for part in parts):
        yield Sum(total, tuple(parts), binding=True)


def _of(part: Claim, total: Claim) -> bool:
    return scope.same_place(part, total) or total.region == "KZ"


def _rest(part: Claim, whole: Claim, alike: Sequence[Claim], document: Document) -> Claim | None:
    """The next count after the last part, where it is of the same place and not part of another whole."""
    after = [claim for claim in alike if claim.start > max(part.start, whole.start)]
    if not after or after[0].whole_id not in (None, whole.claim_id) or after[0].value >= whole.value:
        return None
    rest = after[0]
    close = scope.same_sentence(part, rest) or scope.adjacent(part, rest, document)
    return rest if close and scope.same_place(rest, whole) and scope.same_time(rest, whole) else None


def _telling(total: Claim, document: Document) -> bool:
    digits = len(str(int(total.value)).rstrip("0"))
    announced = says(total.sentence, document.language, "sums", "total")
    return (announced and digits >= 3) or (digits >= 4 and total.value >= TELLING)


def _together(total: Claim, parts: Sequence[Claim], document: Document) -> bool:
    first, last = parts[0], parts[-1]
    near = min(scope.paragraphs_apart(total, part, document) for part in (first, last)) <= WINDOW
    compact = scope.paragraphs_apart(first, last, document) <= 1
    return near and compact and all(_of(part, total) for part in parts)
