"""Claims with their documents and verdicts: the frame every table and chart is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pandas as pd

from dalel import store
from dalel.publishing.evidence import Evidence
from dalel.records import Claim, Document
from dalel.regions import COUNTRY

Row = Mapping[str, Any]
DOCUMENT = ("outlet", "title", "published", "url", "source", "language", "script", "credit", "sha256")


def joined(evidence: Evidence) -> pd.DataFrame:
    """One row a claim, sorted by claim id; without claims of versions that their address has since replaced.

    Columns: all fields of Claim in order (dates as ISO text), then of its document outlet, title, published, url,
    source, language, script, credit and sha256 (of the page's bytes), then verdict, reason, origins (how many
    independent ones state it), origin (the id of its own) and sample (whether the page belongs to the sample newsroom).
    A claim that no check has judged counts as single-source.
    """
    current = [claim for claim in evidence.claims if claim.claim_id not in evidence.superseded]
    frame = store.frame(sorted(current, key=lambda claim: claim.claim_id), Claim)
    documents = {document.document_id: document for document in evidence.documents}
    pages = [documents.get(identifier) for identifier in frame["document_id"]]
    for name in DOCUMENT:
        frame[name] = _column([_text(page, name) for page in pages])
    judged = {verdict.claim_id: verdict for verdict in evidence.verdicts}
    found = [judged.get(identifier) for identifier in frame["claim_id"]]
    frame["verdict"] = _column([verdict.verdict if verdict else "single-source" for verdict in found])
    frame["reason"] = _column([verdict.reason if verdict else "no check has judged it" for verdict in found])
    frame["origins"] = _column([verdict.origins if verdict else 1 for verdict in found])
    groups = {origin.document_id: origin.origin_id for origin in evidence.origins}
    frame["origin"] = _column([groups.get(identifier, identifier) for identifier in frame["document_id"]])
    frame["sample"] = _column([evidence.sample] * len(frame))
    days = [capture.captured_at.date().isoformat() for capture in evidence.captures]
    frame.attrs |= {"sample": evidence.sample, "collected": max(days, default=None)}
    frame.attrs["rule"] = asdict(evidence.rule)
    return frame


def is_sample(frame: pd.DataFrame) -> bool:
    """Whether a frame made by `joined`, or cut from one, comes from the sample newsroom; known of empty ones too."""
    return bool(frame.attrs.get("sample", False) or frame["sample"].any())


def table_of(found: Sequence[Row], columns: Sequence[str], sample: bool) -> pd.DataFrame:
    """A reader's table with these columns, also where it has no rows; remembers whether it was made from the sample."""
    table = pd.DataFrame(list(found), columns=list(columns), dtype=object)
    table.attrs["sample"] = sample
    return table


def of_region(frame: pd.DataFrame, region: str) -> pd.DataFrame:
    """The rows about one region; for "KZ" the country, every part of it, and what no page places anywhere; never those
    about another country.
    """
    abroad = frame["region"].map(lambda code: code is not None and code.partition("-")[0] != COUNTRY)
    return frame[~abroad.astype(bool) if region == COUNTRY else frame["region"] == region].reset_index(drop=True)


def select(frame: pd.DataFrame, **wanted: str) -> pd.DataFrame:
    """The rows in which every named column has the value asked for, e.g. topic="computers", region="KZ-63"."""
    chosen = frame
    for name, value in wanted.items():
        chosen = chosen[chosen[name] == value]
    return chosen.reset_index(drop=True)


def bodies(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows without headlines and leads that only repeat a claim of the text."""
    return frame[frame["repeats"].isna()].reset_index(drop=True)


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain mappings, in order."""
    # some ten times as fast as to_dict("records"), which looks into each cell
    names = [str(name) for name in frame.columns]
    plain = frame.copy(deep=False)
    plain.attrs = {}  # pandas copies them, whole, with each column that is taken out
    return [
        dict(zip(names, cells, strict=True)) for cells in zip(*(plain[name].tolist() for name in plain), strict=True)
    ]


def by_id(frame: pd.DataFrame) -> dict[str, Row]:
    """The rows as plain mappings, by claim id."""
    return {row["claim_id"]: row for row in rows(frame)}


def grouped(found: Iterable[Row], *columns: str) -> dict[tuple[str, ...], list[Row]]:
    """Rows by the values of some columns (None as ""), sorted by them; order within a group is kept."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in found:
        groups.setdefault(tuple(str(row[name] or "") for name in columns), []).append(row)
    return dict(sorted(groups.items()))


def identifiers(found: Iterable[Row]) -> str:
    """The claim ids of some rows, sorted, with blanks between."""
    return " ".join(sorted({row["claim_id"] for row in found}))


def _text(page: Document | None, name: str) -> Any:
    value = getattr(page, name) if page else None
    return value.isoformat() if name == "published" and value is not None else value


def _column(values: list[Any]) -> pd.Series[Any]:
    return pd.Series(values, dtype=object)
