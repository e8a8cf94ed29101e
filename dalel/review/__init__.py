"""Decisions of people on claims, each tied to the evidence it was made on.

decide(path, claim, document, Decided(...)) -> Review     appends one chained line to data/reviews.jsonl
read(path) -> reviews and problems                         in the order in which they were made; tampering is named
settle(reviews, claims, documents) -> Settled              which hold today, which have lapsed and why
as_corrected(claims, in_force) -> claims                   with what people corrected in the place of what was read
queue(claims, verdicts, ...) -> [Waiting]                  what waits for a person, by money at stake and charts
"""

from dalel.review.correcting import attributes
from dalel.review.decisions import MADE, Decided, decide, read
from dalel.review.evidence import describe, digest
from dalel.review.settling import Settled, as_corrected, settle
from dalel.review.waiting import Waiting, queue

__all__ = [
    "MADE", "Decided", "Settled", "Waiting", "as_corrected", "attributes", "decide", "describe", "digest", "queue",
    "read", "settle",
]  # fmt: skip
