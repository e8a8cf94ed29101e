"""Decisions of people on claims, each tied to the evidence it was made on.

decide(path, claim, document, Decided(...)) -> Review     appends one line to data/reviews.jsonl
read(path) -> reviews and problems                         in the order in which they were made
settle(reviews, claims, documents) -> Settled              which hold today, which have lapsed and why
"""

from dalel.review.decisions import Decided, decide, read
from dalel.review.evidence import describe, digest
from dalel.review.settling import Settled, settle

__all__ = ["Decided", "Settled", "decide", "describe", "digest", "read", "settle"]
