"""A chart as a notebook holds it: how it is drawn, the values in it, and what they are called."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from dalel.publishing.charts.layout import NARROW, WIDE, Layout
from dalel.publishing.charts.svg import finished
from dalel.publishing.linked import Linked
from dalel.publishing.tables.written import csv_bytes

STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.edgecolor": "#555555",
    "axes.axisbelow": True,
    "grid.color": "#dddddd",
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "text.parse_math": False,
    "text.hinting": "none",  # letters are as wide as they were measured, at any resolution
    "axes.formatter.use_mathtext": False,
    "axes.unicode_minus": True,
    "svg.hashsalt": "dalel",
    "svg.fonttype": "none",  # letters stay letters; DejaVu Sans is wider than what replaces it
    "savefig.facecolor": "white",
}
PLOTTED = (
    "claim_ids", "indicator", "counted", "region", "borders", "place", "value", "value_max", "unit", "modality",
    "status", "as_of", "verdict", "origins", "shown", "withheld",
)  # fmt: skip
DENSITY = 192  # dots an inch of the PNG: twice those of a screen


@dataclass(frozen=True, kw_only=True)
class Chart:
    """`plotted` holds exactly the values drawn, with their claim ids; a value withheld is an empty cell there."""

    draw: Callable[[Layout], Figure] | None  # None: there is nothing to draw, and `title` says so
    plotted: pd.DataFrame
    title: Linked
    language: str
    level: str
    sample: bool
    name: str = ""  # of its files, without ending
    drawn: dict[tuple[str, str], bytes] = field(default_factory=dict, repr=False, compare=False)  # pictures made so far

    @property
    def claim_ids(self) -> list[str]:
        """Ids of all claims in the chart, sorted."""
        return sorted({name for cell in self.plotted["claim_ids"] for name in str(cell).split()})

    @cached_property
    def figure(self) -> Figure:
        """The wide layout."""
        return self._laid_out(WIDE)

    def image(self, kind: str, passports: str = "passports") -> bytes:
        """The chart as "png", "svg" or "narrow" (an SVG for phones); the same bytes each time: no date, no random ids.
        In SVG each value leads to its passport in the folder `passports`.
        """
        key = (kind, "" if kind == "png" else passports)
        if key in self.drawn:
            return self.drawn[key]
        buffer = io.BytesIO()
        figure = self._laid_out(NARROW) if kind == "narrow" else self.figure
        about = {"Title": str(self.title), "Software": None, "Description": f"claims: {' '.join(self.claim_ids)}"}
        with mpl.rc_context(STYLE):
            if kind == "png":
                figure.savefig(buffer, format="png", dpi=DENSITY, metadata=about)
                made = buffer.getvalue()
            else:
                figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
                made = finished(buffer.getvalue(), self.title, self.claim_ids, self.language, passports)
        return self.drawn.setdefault(key, made)

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over picture and values: what a notebook's stored text holds, so that a swap is noticed."""
        picture = self.image("png") if self.draw else b""
        return hashlib.sha256(picture + csv_bytes(self.plotted)).hexdigest()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        if self.draw is None:
            return {"text/plain": f"{self.title}", "text/markdown": f"*{self.title}*"}
        return {"image/png": self.image("png"), "text/plain": repr(self)}

    def __repr__(self) -> str:
        if self.draw is None:
            return str(self.title)
        return f"{self.title}\n{len(self.plotted)} rows, SHA-256 {self.digest}\n{self.plotted.to_string()}"

    def _laid_out(self, layout: Layout) -> Figure:
        if self.draw is None:
            raise ValueError(f"nothing to draw: {self.title}")
        return self.draw(layout)
