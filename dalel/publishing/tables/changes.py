"""What became of numbers and pages between captures, for readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dalel.marking import sighted
from dalel.publishing.tables.joining import table_of
from dalel.publishing.wording import amount, label, word
from dalel.records import Change, Sighting

COLUMNS = (
    "change", "earlier", "later", "earlier_sentence", "later_sentence", "earlier_at", "later_at", "url", "claim_ids",
    "captures", "explanation",
)  # fmt: skip
_PAGES = ("page_gone", "page_back")


def changes_table(changes: Sequence[Change], language: str, sample: bool = False) -> pd.DataFrame:
    """One row a change, in the order given. Out, all columns text:

    change (in words); earlier and later (the number with unit and modality, and where the two sides differ in it, with
    status and measure; of pages "available" or the HTTP status);
    earlier_sentence and later_sentence (the number in ⟦…⟧; of a number that is not stated the sentence nearest to it,
    "—" where none is near); earlier_at (last seen so) and later_at (first seen so), UTC; url; claim_ids and captures
    (earlier and later, "—" where there is none); explanation (English).
    """
    return table_of([_row(change, language) for change in changes], COLUMNS, sample)


def _row(change: Change, language: str) -> dict[str, str]:
    before, after, of_page = change.earlier, change.later, change.kind in _PAGES
    differs = None not in (before.stated_as, after.stated_as) and _standing(before) != _standing(after)
    return {
        "change": word("changes", change.kind, language),
        "earlier": _stated(before, of_page, change.kind == "page_gone", language) + _as(before, differs, language),
        "later": _stated(after, of_page, change.kind == "page_back", language) + _as(after, differs, language),
        "earlier_sentence": sighted(before) or "—",
        "later_sentence": sighted(after) or "—",
        "earlier_at": _time(before),
        "later_at": _time(after),
        "url": change.url,
        "claim_ids": " ".join(side.claim_id for side in (before, after) if side.claim_id) or "—",
        "captures": f"{before.capture_id or '—'} {after.capture_id or '—'}",
        "explanation": change.explanation,
    }


def collected_again(shown: Mapping[str, Sequence[str | None]], language: str, sample: bool = False) -> pd.DataFrame:
    """How far the archive can tell of changes at all. In: for each address the captures it showed, one for each time it
    was asked, None where it showed no page. Out: addresses (which, in words), count (int); rows also for counts of 0.
    """
    counts = {
        "asked": len(shown),
        "asked_again": sum(len(times) > 1 for times in shown.values()),
        "another_version": sum(len(set(times) - {None}) > 1 for times in shown.values()),
    }
    rows = [{"addresses": label(name, language), "count": count} for name, count in counts.items()]
    return table_of(rows, ("addresses", "count"), sample)


def _stated(side: Sighting, of_page: bool, there: bool, language: str) -> str:
    if of_page:
        named = "page_there" if there else "page_unreadable" if side.status == 200 else "page_status"
        return label(named, language, status=side.status)
    if side.value is None:
        return label("not_stated", language)
    return amount(side.value, side.value_max, side.unit, side.modality or "exact", language)


def _standing(side: Sighting) -> tuple[str | None, str | None]:
    return side.stated_as, side.measure


def _as(side: Sighting, differs: bool, language: str) -> str:
    """How a number stands, where the other side has it otherwise: " (planned, planned budget)"."""
    if not differs:
        return ""
    return f" ({word('statuses', side.stated_as, language)}, {word('measures', side.measure, language)})"


def _time(side: Sighting) -> str:
    return side.at.strftime("%Y-%m-%d %H:%M")
