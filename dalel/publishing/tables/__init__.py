"""Tables for readers: frames in, frames out.

Start with `joined(run)`: one row a claim, with its document and verdict. All other functions take that frame, put it
through the gate, and return a new one with documented machine-readable columns; `present` gives them the titles of a
language. Values are never added up: neither across statuses, nor rates, nor anything else.
"""

from dalel.publishing.tables.changes import changes_table, collected_again
from dalel.publishing.tables.collection import problems, sources
from dalel.publishing.tables.counts import measures, statuses, verdicts
from dalel.publishing.tables.crawls import crawls, landmarks, searches
from dalel.publishing.tables.joining import bodies, by_id, is_sample, joined, of_region, select
from dalel.publishing.tables.ledger import promises_table
from dalel.publishing.tables.novelty import news_table
from dalel.publishing.tables.pages import pages
from dalel.publishing.tables.places import by_region
from dalel.publishing.tables.promises import STEPS, announced, step_by_claim
from dalel.publishing.tables.ratios import shares
from dalel.publishing.tables.remarks import remarks
from dalel.publishing.tables.sentences import claims_table
from dalel.publishing.tables.titles import kept, present
from dalel.publishing.tables.voices import comparison
from dalel.publishing.tables.wholes import parts
from dalel.publishing.tables.written import write_region

__all__ = [
    "STEPS",
    "announced",
    "bodies",
    "by_id",
    "by_region",
    "changes_table",
    "claims_table",
    "collected_again",
    "comparison",
    "crawls",
    "is_sample",
    "joined",
    "kept",
    "landmarks",
    "measures",
    "news_table",
    "of_region",
    "pages",
    "parts",
    "present",
    "problems",
    "promises_table",
    "remarks",
    "searches",
    "select",
    "shares",
    "sources",
    "statuses",
    "step_by_claim",
    "verdicts",
    "write_region",
]
