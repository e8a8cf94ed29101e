"""Rows of claims -> the marks of a chart: equal statements become one mark with all their claim ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from dalel.publishing import gate, names, prose
from dalel.publishing.charts.chart import PLOTTED
from dalel.publishing.charts.sheet import GREY, INK, Key, Line, Sheet
from dalel.publishing.charts.svg import CLAIM
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
UNTOLD: dict[str, Any] = {"marker": "h", "markerfacecolor": "white"}  # the page does not tell
ARROWS = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1, "almost": -1}


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
    """The words of a mark's row: the value with the mark of its verdict, then status, date and place."""
    row = mark.row
    notes = [word("statuses", row["status"], language)] if row["status"] else []
    if dated and row["as_of"]:
        notes.append(when(row["as_of"], language))
    if mark.origins > 1:
        notes.append(origins(mark.origins, language))
    if row["place"]:
        notes.insert(0, names.place(row["place"], language))
    value = said(row, language, short=True)
    shown = str(value) if mark.blank else f"{gate.MARKS[row['verdict']]} {value}"
    return Line(left=left, value=shown, notes=" · ".join(notes), blank=mark.blank, claim_id=row["claim_id"])


def keys(made: Sequence[Mark], language: str) -> list[Key]:
    """The key of exactly the marks drawn: statuses, how exact they are, and what is contradicted."""
    about = prose.says(language)["charts"]
    rows = [one.row for one in made if not one.blank]
    edge = {"markeredgecolor": INK, "markeredgewidth": 1.1, "markersize": 7, "linestyle": "none"}
    found = []
    for status in (*LOOKS, None):
        if any(row["status"] == status for row in rows):
            look = LOOKS.get(status or "", UNTOLD)
            found.append(Key(name=word("statuses", status, language), look=tuple((edge | look).items())))
    if any(row["modality"] in ARROWS for row in rows):
        found.append(Key(name=about["bound"], look=tuple({"marker": ">", "color": INK, "markersize": 5}.items())))
    if any(row["modality"] in ("about", "almost") for row in rows):
        found.append(Key(name=about["about"], look=(("color", GREY), ("linestyle", (0, (3, 2))))))
    if any(row["value_max"] is not None for row in rows):
        found.append(Key(name=about["range"], look=(("color", INK), ("linewidth", 5))))
    if any(row["verdict"] == "contradicted" for row in rows):
        cross = {"marker": "x", "color": INK, "markersize": 8, "linestyle": "none"}
        found.append(Key(name=about["crossed"], look=tuple(cross.items())))
    return found


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
    """Draws a value: shape for the status, arrow for a bound, bar for a range, dashes for "about", × if contradicted.

    Call it when the axis has its limits: nothing leaves it.
    """
    axes, height, value = sheet.axes, sheet.middles[number], float(row["value"])
    low, high = axes.get_xlim()
    style = (0, (3, 2)) if row["modality"] in ("about", "almost") else "-"
    axes.plot([low, value], [height] * 2, color=GREY, linewidth=1.1, linestyle=style, zorder=2)
    if row["value_max"] is not None:
        end = float(row["value_max"])
        axes.plot([value, end], [height] * 2, color=INK, linewidth=5, solid_capstyle="butt", zorder=2)
        value = end
    if toward := ARROWS.get(row["modality"]):
        _arrow(sheet, height, value, toward, (low, high))
    look = LOOKS.get(row["status"] or "", UNTOLD)
    edge = {"markersize": 8, "markeredgecolor": INK, "markeredgewidth": 1.1, "clip_on": False, "zorder": 3}
    (point,) = axes.plot([value], [height], **edge, **look)
    point.set_url(f"{CLAIM}{row['claim_id']}")
    if row["verdict"] == "contradicted":
        axes.plot([value], [height], marker="x", markersize=13, color=INK, markeredgewidth=1.4, clip_on=False, zorder=4)


def _arrow(sheet: Sheet, height: float, value: float, toward: int, limits: tuple[float, float]) -> None:
    """An arrow of 20 points from the value, shorter where the axis ends."""
    axes = sheet.axes
    width = axes.get_window_extent().width / axes.figure.dpi * 72
    at = axes.transLimits.transform(axes.transScale.transform((value, height)))[0]
    room = (1 - at if toward > 0 else at) * width
    length = min(20.0, room)
    if length > 7:
        look = {"arrowstyle": "<|-", "color": INK, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 4}
        axes.annotate(
            "", xy=(value, height), xytext=(toward * length, 0), textcoords="offset points", arrowprops=look,
            annotation_clip=False,
        )  # fmt: skip


def values_of(made: Sequence[Mark]) -> list[Decimal]:
    """The values drawn, upper ends of ranges among them."""
    shown = [one.row for one in made if not one.blank]
    return [Decimal(value) for row in shown for value in (row["value"], row["value_max"]) if value is not None]
