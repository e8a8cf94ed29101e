"""Whether two claims speak of the same thing: same place, same time, near each other."""

from __future__ import annotations

from collections.abc import Sequence

from dalel.records import Claim, Document
from dalel.vocabulary import unit

# kinds of counted things of which nothing is two at once: a school is no camera
APART = frozenset({"institution", "device", "person", "family", "vehicle", "animal", "dwelling"})
LABELS_OF_COUNTS = ("CARDINAL", "QUANTITY", "MONEY")


def same_place(a: Claim, b: Claim) -> bool:
    """Same region in the same borders, and the same place in it."""
    return (a.region, a.borders, a.place) == (b.region, b.borders, b.place)


def same_time(a: Claim, b: Claim) -> bool:
    """As-of dates that do not exclude each other: one is unknown, or the periods have a day in common."""
    if a.as_of is None or b.as_of is None:
        return True
    (first, last), (begin, end) = _days(a.as_of), _days(b.as_of)
    return first <= end and begin <= last


def _days(edtf: str) -> tuple[str, str]:
    """First and last day of an EDTF date or interval, as texts that sort by time: "2020" -> 2020-01-01, 2020-12-31."""
    begin, _, end = edtf.partition("/")
    return begin + "0000-01-01"[len(begin) :], (end or begin) + "9999-12-31"[len(end or begin) :]


def countable(claim: Claim) -> bool:
    """A count or a sum of money that stands for itself: not a share, multiple, duration or price of one piece."""
    return claim.label in LABELS_OF_COUNTS and claim.measure not in ("share", "multiple", "duration", "unit_price")


def other_thing(a: Claim, b: Claim) -> bool:
    """Whether both say what they count, and it is of kinds that nothing belongs to at once: schools and cameras."""
    kinds = {unit(claim.unit).kind for claim in (a, b) if claim.unit}
    return len(kinds) == 2 and kinds <= APART


def same_sentence(a: Claim, b: Claim) -> bool:
    """True where both stand in one sentence of one page."""
    return (a.document_id, a.field, a.sentence_start) == (b.document_id, b.field, b.sentence_start)


def adjacent(a: Claim, b: Claim, document: Document) -> bool:
    """True where b's sentence follows a's, or a's follows b's, with nothing but space between them."""
    if a.field != b.field or same_sentence(a, b):
        return False
    first, second = sorted((a, b), key=lambda claim: claim.sentence_start)
    return not document.field(a.field)[first.sentence_end : second.sentence_start].strip()


def between(a: Claim, b: Claim, document: Document) -> str:
    """The words between two claims of one field."""
    first, second = sorted((a, b), key=lambda claim: claim.start)
    return document.field(a.field)[first.end : second.start]


def paragraphs_apart(a: Claim, b: Claim, document: Document) -> int:
    """Line breaks between two claims of one field: 0 within a paragraph."""
    return between(a, b, document).count("\n")


def undivided(claims: Sequence[Claim], a: Claim, b: Claim) -> bool:
    """True where no other claim of `claims` stands between the two."""
    first, second = sorted((a, b), key=lambda claim: claim.start)
    return not any(first.end <= other.start and other.end <= second.start for other in claims if other.field == a.field)
