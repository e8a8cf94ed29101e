"""Stated shares against the counts stated with them, on a scale zoomed to where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dalel.publishing import prose
from dalel.publishing.charts import axis
from dalel.publishing.charts.around import Shown, chart, framed, subtitle
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.sheet import GREY, INK, Frame, Key, Line, Sheet, sheet
from dalel.publishing.charts.svg import CLAIM
from dalel.publishing.linked import Linked, filled
from dalel.publishing.tables.joining import Row, by_id, rows
from dalel.publishing.tables.ratios import shares as compared_shares
from dalel.publishing.tables.ratios import trios
from dalel.records import Finding

_EDGE: dict[str, Any] = {"markeredgecolor": INK, "markeredgewidth": 1.1}
STATED = _EDGE | {"marker": "D", "markersize": 5.5, "markerfacecolor": "#0b3c5d"}
COMPUTED = _EDGE | {"marker": "o", "markersize": 10, "markerfacecolor": "white"}
CROSSED = {"marker": "x", "markersize": 14, "color": INK, "markeredgewidth": 1.4}
WORTH = ("conflict", "note", "holds")


def shares(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "contradicted") -> Chart:
    """One row a share that is stated beside its counts: ◆ as stated, ○ as computed, a line between them. Shares that
    nothing is stated beside are in the table, not here: there is nothing to compare them with.
    """
    table = compared_shares(frame, findings, language, level)
    both = table["stated_value"].notna() & table["computed_value"].notna() | (table["withheld"] != "")
    table = table[both].reset_index(drop=True)
    found = rows(table)
    title = _headline(frame, findings, language, level) if found else Linked()
    about = prose.says(language)["charts"]
    keys = [Key(name=about["stated"], look=tuple((STATED | {"linestyle": "none"}).items())),
            Key(name=about["computed"], look=tuple((COMPUTED | {"linestyle": "none"}).items()))]  # fmt: skip
    if any("⚠" in str(row["verdict"]) for row in found):
        keys.append(Key(name=about["crossed"], look=tuple((CROSSED | {"linestyle": "none"}).items())))
    told = subtitle(about["shares"], None, _claims(frame, found), language)
    around = framed(title, told, Shown(frame=frame, found=_claims(frame, found), language=language, level=level), keys)
    columns = ["claim_ids", "where", "stated_value", "computed_value", "stated", "ratio", "verdict", "withheld"]
    return chart((lambda laid: _drawn(found, laid)) if found else None, around, title, table[columns], level)


def _headline(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str) -> Linked:
    """The comparison that is worth most: one that contradicts, else one with a remark."""
    known = by_id(frame)
    compared = [
        finding
        for roles, finding in trios(frame, findings, language, level)
        if finding is not None and finding.severity in WORTH and not any(row and row["withheld"] for row in roles)
    ]
    compared.sort(key=lambda one: (WORTH.index(one.severity), one.claim_ids))
    if not compared:
        return Linked((str(prose.says(language)["charts"]["shares"]), None))
    place = prose.where(known[compared[0].claim_ids[0]], language)
    return filled("{place}. {told}", place=place, told=prose.shown(compared[0], known, language))


def _claims(frame: pd.DataFrame, found: Sequence[Row]) -> list[Row]:
    ids = {claim_id for row in found for claim_id in row["claim_ids"].split()}
    return [row for row in rows(frame) if row["claim_id"] in ids]


def _drawn(found: Sequence[Row], laid: Frame) -> Sheet:
    page = sheet([_line(row) for row in found], laid)
    drawn = [row[name] for row in found for name in ("stated_value", "computed_value") if row[name] is not None]
    axis.percent(page.axes, drawn, laid.language)
    for number, row in enumerate(found):
        _pair(page, number, row)
    return page


def _line(row: Row) -> Line:
    claim_id = row["claim_ids"].split()[0]
    if row["withheld"]:
        return Line(left=row["where"], value=row["withheld"], notes=row["outlet"], blank=True, claim_id=claim_id)
    mark = str(row["verdict"])[:1]
    notes = f"○ {row['computed']} = {row['ratio']}\n{row['outlet']}"
    return Line(left=row["where"], value=f"{mark} ◆ {row['stated']}", notes=notes, claim_id=claim_id)


def _pair(page: Sheet, number: int, row: Row) -> None:
    if row["withheld"]:
        return
    height = page.middles[number]
    stated, computed = float(row["stated_value"]), float(row["computed_value"])
    claim_id = row["claim_ids"].split()[0]
    page.axes.plot([stated, computed], [height] * 2, color=GREY, linewidth=2.5, zorder=2)
    page.axes.plot([computed], [height], zorder=3, clip_on=False, **COMPUTED)
    (point,) = page.axes.plot([stated], [height], zorder=4, clip_on=False, **STATED)
    point.set_url(f"{CLAIM}{claim_id}")
    if str(row["verdict"]).startswith("⚠"):
        page.axes.plot([stated], [height], zorder=5, clip_on=False, **CROSSED)
