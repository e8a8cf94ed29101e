"""Rows of claims -> the marks of a chart: equal statements become one mark with all their claim ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.charts.chart import PLOTTED
from dalel.publishing.charts.lettering import drawable
from dalel.publishing.charts.sheet import GREY, INK, Line, Sheet
from dalel.publishing.tables.joining import Row, identifiers
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import label, when, word, words

ALIKE = (
    "indicator", "region", "borders", "place", "value", "value_max", "unit", "modality", "status", "as_of", "verdict",
)  # fmt: skip
# shape and fill say the status without colour; dark to light from done to announced
LOOKS: dict[str, dict[str, Any]] = {
    "actual": {"marker": "o", "markerfacecolor": "#0b3c5d"},
    "claimed": {"marker": "s", "markerfacecolor": "#0b3c5d"},
    "court": {"marker": "^", "markerfacecolor": "#0b3c5d"},
    "contracted": {"marker": "o", "markerfacecolor": "#3b8ea5", "fillstyle": "left", "markerfacecoloralt": "white"},
    "in_progress": {"marker": "o", "markerfacecolor": "#3b8ea5", "fillstyle": "bottom", "markerfacecoloralt": "white"},
    "planned": {"marker": "o", "markerfacecolor": "white"},
    "needed": {"marker": "D", "markerfacecolor": "white"},
    "alleged": {"marker": "^", "markerfacecolor": "white"},
}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One mark: its row of the gated frame, all claims that say the same, and how many origins they have."""

    row: Row
    claim_ids: str
    origins: int

    @property
    def blank(self) -> bool:
        """Whether the gate has withheld the value."""
        return bool(self.row["withheld"])


def marks(found: Iterable[Row]) -> list[Mark]:
    """One mark for every different statement, in the order of the rows."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in found:
        key = tuple(str(row[name]) for name in ALIKE) + ((row["claim_id"],) if row["withheld"] else ())
        groups.setdefault(key, []).append(row)
    return [
        Mark(row=same[0], claim_ids=identifiers(same), origins=len({row["origin"] for row in same}))
        for same in groups.values()
    ]


def line(mark: Mark, left: str, language: str, dated: bool = True) -> Line:
    """The words of a mark's row: the value with the mark of its verdict, then what, status, date and origins."""
    row = mark.row
    counted = drawable(row["counted"] or "")
    notes = [counted] if len(counted) > 3 else []
    notes.append(word("statuses", row["status"], language))
    if dated:
        notes.append(when(row["as_of"], language))
    notes.append(origins(mark.origins, language))
    if row["place"]:
        notes.insert(0, row["place"])
    value = said(row, language, short=True)
    shown = value if mark.blank else f"{gate.MARKS[row['verdict']]} {value}"
    return Line(left=left, value=shown, notes=" · ".join(notes), blank=mark.blank)


def origins(count: int, language: str) -> str:
    """ "2 origins", with the plural of the language."""
    from babel import Locale

    category = Locale.parse(language).plural_form(count)
    name = f"origins_{category}"
    return label(name if name in words(language)["labels"] else "origins_other", language, count=count)


def plotted(made: Sequence[Mark], language: str) -> pd.DataFrame:
    """Exactly the values drawn, one row a mark, with the columns of `chart.PLOTTED`."""
    rows = [
        {name: mark.row[name] for name in (*ALIKE, "counted")}
        | {
            "claim_ids": mark.claim_ids,
            "origins": mark.origins,
            "shown": "" if mark.blank else said(mark.row, language),
            "withheld": mark.row["withheld"],
        }
        for mark in made
    ]
    return pd.DataFrame(rows, columns=list(PLOTTED), dtype=object)


def draw(sheet: Sheet, number: int, row: Row) -> None:
    """Draws a value: shape for the status, arrow for a bound, bar for a range, dashes for "about", × if in doubt."""
    axes, height, value = sheet.axes, sheet.middles[number], float(row["value"])
    style = "-" if row["modality"] == "exact" else (0, (3, 2))
    axes.plot([0, value], [height] * 2, color=GREY, linewidth=1.1, linestyle=style, zorder=2)
    if row["value_max"] is not None:
        axes.plot(
            [value, float(row["value_max"])], [height] * 2, color=INK, linewidth=5, solid_capstyle="butt", zorder=2
        )
        value = float(row["value_max"])
    arrow = {"more_than": 22, "at_least": 22, "less_than": -22, "at_most": -22, "almost": -22}.get(row["modality"])
    if arrow:
        look = {"arrowstyle": "<|-", "color": INK, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 4}
        end = {"xytext": (arrow, 0), "textcoords": "offset points", "annotation_clip": False}
        axes.annotate("", xy=(value, height), arrowprops=look, **end)
    look = dict(LOOKS.get(row["status"], LOOKS["actual"]))
    axes.plot(
        [value], [height], markersize=8, markeredgecolor=INK, markeredgewidth=1.1, clip_on=False, zorder=3, **look
    )
    if row["verdict"] == "contradicted":
        axes.plot([value], [height], marker="x", markersize=13, color=INK, markeredgewidth=1.4, clip_on=False, zorder=4)


def largest(made: Sequence[Mark]) -> float:
    """The greatest value drawn; 0 where there is none."""
    values = [Decimal(mark.row["value_max"] or mark.row["value"]) for mark in made if not mark.blank]
    return float(max(values, default=Decimal(0)))
