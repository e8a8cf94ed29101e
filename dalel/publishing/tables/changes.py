"""What became of numbers and pages between captures, for readers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from dalel.publishing.tables.sentences import CLOSE, OPEN
from dalel.publishing.wording import amount, label, word
from dalel.records import Change, Sighting

COLUMNS = (
    "change", "earlier", "later", "earlier_sentence", "later_sentence", "earlier_at", "later_at", "url", "claim_ids",
    "captures", "explanation",
)  # fmt: skip
_PAGES = ("page_gone", "page_back")


def changes_table(changes: Sequence[Change], language: str) -> pd.DataFrame:
    """One row a change, in the order given. Out, all columns text:

    change (in words); earlier and later (the number with unit and modality; of pages "available" or the HTTP status);
    earlier_sentence and later_sentence (the number in ⟦…⟧; of a number that is not stated the sentence nearest to it,
    "—" where none is near); earlier_at (last seen so) and later_at (first seen so), UTC; url; claim_ids and captures
    (earlier and later, "—" where there is none); explanation (English).
    """
    rows = [_row(change, language) for change in changes]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _row(change: Change, language: str) -> dict[str, str]:
    before, after, of_page = change.earlier, change.later, change.kind in _PAGES
    return {
        "change": word("changes", change.kind, language),
        "earlier": _stated(before, of_page, change.kind == "page_gone", language),
        "later": _stated(after, of_page, change.kind == "page_back", language),
        "earlier_sentence": _quoted(before),
        "later_sentence": _quoted(after),
        "earlier_at": _time(before),
        "later_at": _time(after),
        "url": change.url,
        "claim_ids": " ".join(side.claim_id for side in (before, after) if side.claim_id) or "—",
        "captures": f"{before.capture_id or '—'} {after.capture_id or '—'}",
        "explanation": change.explanation,
    }


def collected_again(visits: Sequence[tuple[str, int, int]], language: str) -> pd.DataFrame:
    """How far the archive can tell of changes at all. In: for each address its name, how often it was asked, how many
    different pages it showed. Out: addresses (what kind, in words), count (int); a row also where the count is 0.
    """
    counts = {
        "asked": len(visits),
        "asked_again": sum(times > 1 for _, times, _ in visits),
        "another_version": sum(versions > 1 for _, _, versions in visits),
    }
    rows = [{"addresses": label(name, language), "count": count} for name, count in counts.items()]
    return pd.DataFrame(rows, columns=["addresses", "count"])


def about(changes: Sequence[Change], claims: Collection[str], documents: Collection[str]) -> list[Change]:
    """The changes of these claims, and of the pages these documents were read from."""
    return [
        change
        for change in changes
        if {change.earlier.claim_id, change.later.claim_id} & set(claims)
        or (change.kind in _PAGES and {change.earlier.capture_id, change.later.capture_id} & set(documents))
    ]


def _stated(side: Sighting, of_page: bool, there: bool, language: str) -> str:
    if of_page:
        named = "page_there" if there else "page_unreadable" if side.status == 200 else "page_status"
        return label(named, language, status=side.status)
    if side.value is None:
        return label("not_stated", language)
    return amount(side.value, side.value_max, side.unit, side.modality or "exact", language)


def _quoted(side: Sighting) -> str:
    if side.sentence is None:
        return "—"
    sentence, quote, at = side.sentence, side.quote, side.start
    if quote is None or at is None or sentence[at : at + len(quote)] != quote:
        return sentence
    return f"{sentence[:at]}{OPEN}{quote}{CLOSE}{sentence[at + len(quote) :]}"


def _time(side: Sighting) -> str:
    return side.at.strftime("%Y-%m-%d %H:%M")
