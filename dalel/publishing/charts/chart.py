"""A chart as a notebook holds it: the figure, the values in it, and what they are called."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

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
    "svg.fonttype": "path",
    "savefig.facecolor": "white",
}
PLOTTED = (
    "claim_ids", "indicator", "counted", "region", "borders", "place", "value", "value_max", "unit", "modality",
    "status", "as_of", "verdict", "origins", "shown", "withheld",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Chart:
    """`plotted` holds exactly the values drawn, with their claim ids; a value withheld is an empty cell there."""

    figure: Figure
    plotted: pd.DataFrame
    title: str
    language: str
    level: str
    sample: bool
    name: str = ""  # of its files, without ending
    drawn: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)  # pictures made so far

    @property
    def claim_ids(self) -> list[str]:
        """Ids of all claims in the chart, sorted."""
        return sorted({name for cell in self.plotted["claim_ids"] for name in str(cell).split()})

    def _repr_png_(self) -> bytes:
        return self.image("png")

    def image(self, kind: str) -> bytes:
        """The chart as "png" or "svg"; the same bytes each time: no date, no version, no random ids."""
        if kind in self.drawn:
            return self.drawn[kind]
        buffer = io.BytesIO()
        nothing = {"svg": {"Date": None, "Creator": None, "Title": self.title}, "png": {"Software": None}}
        with mpl.rc_context(STYLE):
            self.figure.savefig(buffer, format=kind, dpi=120, metadata=nothing[kind])
        return self.drawn.setdefault(kind, buffer.getvalue())
