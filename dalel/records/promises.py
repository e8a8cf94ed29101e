"""What is promised for a day and what became of it: a part of the vocabulary of `dalel.records`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from dalel.records.collection import Search

Precision = Literal["day", "week", "month", "quarter", "half-year", "season", "year", "term"]
Kind = Literal["planned", "contracted", "needed", "ordered"]
State = Literal["kept", "kept_in_part", "broken", "nothing_found", "not_due", "moved"]
Role = Literal["delivered", "delivered_in_part", "on_the_way", "denied", "moved_day", "moved_amount", "again"]
# why a ledger line is in its state; each has its words in publishing/words/promises
Reason = Literal[
    "kept-in-time", "kept-in-period", "kept-late", "kept-told-later", "part-told", "denied", "denied-in-part",
    "silence", "not-yet", "moved-day", "moved-amount",
]  # fmt: skip
Shared = Literal["object", "deed", "place", "programme", "period", "same-page"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """The last day on which an act is still in time, and the words of the page that tell it.

    `field` is "title", "lead" or "text" of the document; the offsets are in it, as printed.
    """

    field: str
    start: int
    end: int
    words: str  # document.field(field)[start:end]
    last: date  # as officials mean it: "до 2029 года" is through 2029
    strict: date | None  # the last day where the words are taken strictly, if that is another one
    precision: Precision
    limit: bool  # words of a limit stand with it ("до", "by", "дейін"); else it is the period in which it is to be done
    rule: str  # in words: "until: year", "end of: quarter", "within: 3 year"


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """A figure with a deadline: what, how much, where and by whom is the claim, whose grounds it keeps."""

    promise_id: str  # "p" and the claim id without its first letter: it lives as long as the claim's does
    claim_id: str
    kind: Kind
    due: Due
    said: date | None  # publication day of the page; None where it is not known
    deed: str  # frame of the predicate that governs the figure ("build"), or the beginning of its own verb
    named: tuple[str, ...] = ()  # programmes and objects called by name: «Комфортная школа», № 12; folded, sorted
    condition: str | None = None  # words that make it hang on something else: "при наличии средств"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A later figure about the same thing, and by what it is the same."""

    claim_id: str
    role: Role
    shared: tuple[Shared, ...]  # in the order of Shared; never the value alone
    day: date | None  # publication day of its page


@dataclass(frozen=True, kw_only=True, slots=True)
class Followed:
    """One line of the ledger: a promise, where it stands on the last day of collection, and what tells so."""

    promise: Promise
    state: State
    reason: Reason
    steps: tuple[Step, ...]  # by day
    today: date  # the last day on which anything was collected in the home; never the clock
    due_now: date  # the latest deadline stated; the first one, promise.due.last, stays the yardstick
    delivered: Decimal | None = None  # what the telling page states as done, of a part
    short_by: Decimal | None = None  # stated minus delivered, in the unit of the promise
    days_late: int | None = None  # of what was done late: days between the deadline and the first day told
    searches: tuple[Search, ...] = ()  # made since the deadline, of "nothing_found"
    pages_since: int = 0  # pages published since the deadline that state anything of the same kind of thing
