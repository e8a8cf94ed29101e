"""The sheet a chart is drawn on: title, subtitle, key, one row a value with its words, footer.

All places are in inches, so nothing overlaps however many rows there are or however long the words: each row is as high
as its words need, and the picture as high as its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from dalel.publishing.charts.chart import STYLE
from dalel.publishing.charts.layout import Layout
from dalel.publishing.charts.lettering import drawable, width, wrap, write
from dalel.publishing.charts.svg import CLAIM
from dalel.publishing.wording import words

MARGIN, GUTTER = 0.2, 0.12
INK, GREY, PALE = "#111111", "#555555", "#f1f1f1"
LINE = 0.165  # of one line of 9 points
STRIP = 0.26  # for the marks of a row in the stacked layout
KEY = 0.22


@dataclass(frozen=True, kw_only=True)
class Key:
    """One entry of the key: what a mark looks like (of a line, or of a bar where `bar`), and what it means."""

    name: str
    look: tuple[tuple[str, Any], ...]
    bar: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """The words of one row: `left` is printed where it differs from the row above; `notes` stand under the value."""

    left: str
    value: str
    notes: str = ""
    blank: bool = False  # the value is withheld
    ruled: bool = True  # False: belongs to the row above: no line between them, and `left` is printed always
    claim_id: str = ""  # where the value leads


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands around the rows."""

    title: str
    language: str
    sample: bool
    layout: Layout
    subtitle: str = ""
    axis: str = ""
    source: str = ""
    keys: tuple[Key, ...] = ()


@dataclass(kw_only=True)
class Sheet:
    """A figure, the axes for its marks (y in inches from the top), and where the marks of each row stand."""

    figure: Figure
    axes: Any
    layout: Layout
    middles: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    @property
    def thick(self) -> float:
        """How thick a bar may be."""
        return 0.18 if self.layout.stacked else 0.2


@dataclass(frozen=True, kw_only=True)
class _Words:
    left: list[str]
    value: list[str]
    notes: list[str]

    def height(self, layout: Layout) -> float:
        if layout.stacked:
            return (len(self.left) + len(self.value) + len(self.notes)) * LINE + STRIP + 0.14
        return max(len(self.left), len(self.value) + len(self.notes)) * LINE + 0.13


def sheet(lines: Sequence[Line], frame: Frame) -> Sheet:
    """A sheet with all words in place and the axes empty."""
    layout = frame.layout
    prepared = _prepared(lines, layout)
    heights = [one.height(layout) for one in prepared]
    head = _head(frame)
    source = wrap(drawable(frame.source), layout.width - 2 * MARGIN, 7.5)
    bottom = 0.3 + (0.2 if frame.axis else 0) + len(source) * 0.14 + 0.16
    total = head.height + sum(heights) + bottom
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(layout.width, total))
        FigureCanvasAgg(figure)
        start = MARGIN + (0.12 if layout.stacked else layout.left + GUTTER)
        across = layout.width - start - MARGIN - (0.12 if layout.stacked else layout.right + GUTTER)
        axes = figure.add_axes((start / layout.width, bottom / total, across / layout.width, sum(heights) / total))
        axes.set_ylim(sum(heights), 0)
        axes.set_yticks([])
        axes.tick_params(axis="x", labelsize=8, colors=GREY, length=3)
        axes.grid(True, axis="x")
        made = Sheet(figure=figure, axes=axes, layout=layout, heights=heights)
        down = 0.0
        for number, (line, told) in enumerate(zip(lines, prepared, strict=True)):
            _row(made, line, told, total - head.height - down, first=not number)
            down += heights[number]
        _write_head(figure, frame, head)
        write(figure, (MARGIN, 0.1), "\n".join(source), va="bottom", fontsize=7.5, color=GREY, linespacing=1.2)
        if frame.axis:
            axes.set_xlabel(drawable(frame.axis), fontsize=8, color=GREY)
    return made


def _prepared(lines: Sequence[Line], layout: Layout) -> list[_Words]:
    above, prepared = None, []
    for line in lines:
        shown = line.left != above or not line.ruled
        prepared.append(
            _Words(
                left=wrap(drawable(line.left), layout.left, 9) if shown and drawable(line.left) else [],
                value=wrap(drawable(line.value), layout.right, 9, bold=not line.blank),
                notes=wrap(drawable(line.notes), layout.right, 8) if drawable(line.notes) else [],
            )
        )
        above = line.left
    return prepared


def _row(made: Sheet, line: Line, told: _Words, up: float, first: bool) -> None:
    """The words of one row, `up` inches from the bottom of the picture, and the place of its marks."""
    layout, height = made.layout, told.height(made.layout)
    if told.left and line.ruled and not first:
        made.figure.add_artist(
            Line2D([MARGIN, layout.width - MARGIN], [up, up], transform=made.figure.dpi_scale_trans, color="#bbbbbb",
                   linewidth=0.6)
        )  # fmt: skip
    down = sum(made.heights[: len(made.middles)])
    if layout.stacked:
        made.middles.append(down + height - STRIP / 2 - 0.05)
        value_at = (MARGIN, up - 0.07 - len(told.left) * LINE)
    else:
        made.middles.append(down + height / 2)
        block = (len(told.value) + len(told.notes)) * LINE
        value_at = (layout.width - MARGIN - layout.right, up - height / 2 + block / 2)
    write(made.figure, (MARGIN, up - 0.07), "\n".join(told.left), va="top", fontsize=9, color=INK, linespacing=1.15)
    look = {"style": "italic", "color": GREY} if line.blank else {"weight": "bold", "color": INK}
    value = write(made.figure, value_at, "\n".join(told.value), va="top", fontsize=9, linespacing=1.15, **look)
    if line.claim_id:
        value.set_url(f"{CLAIM}{line.claim_id}")
    below = (value_at[0], value_at[1] - len(told.value) * LINE)
    write(made.figure, below, "\n".join(told.notes), va="top", fontsize=8, color=GREY, linespacing=1.25)
    if line.blank:
        middle, half = made.middles[-1], (STRIP / 2 - 0.03 if layout.stacked else height / 2 - 0.04)
        made.axes.axhspan(middle - half, middle + half, facecolor="white", edgecolor="#bbbbbb", hatch="////")


@dataclass(frozen=True, kw_only=True)
class _Head:
    """What stands above the rows, broken into lines, and how high it is."""

    title: list[str]
    subtitle: list[str]
    keys: list[list[tuple[Key, float]]]
    height: float


def _head(frame: Frame) -> _Head:
    layout = frame.layout
    inside = layout.width - 2 * MARGIN
    title = wrap(drawable(frame.title), inside, 12.5, bold=True)
    subtitle = wrap(drawable(frame.subtitle), inside, 9) if frame.subtitle else []
    rows: list[list[tuple[Key, float]]] = []
    across = inside + 1
    for key in frame.keys:
        needed = 0.42 + width(drawable(key.name), 8)
        if across + needed > inside:
            rows.append([])
            across = 0.0
        rows[-1].append((key, across))
        across += needed
    height = MARGIN + len(title) * 0.24 + len(subtitle) * LINE + len(rows) * KEY + (0.3 if frame.sample else 0) + 0.2
    return _Head(title=title, subtitle=subtitle, keys=rows, height=height)


def _write_head(figure: Figure, frame: Frame, head: _Head) -> None:
    up = figure.get_size_inches()[1] - MARGIN
    look: dict[str, Any] = {"va": "top", "fontsize": 12.5, "weight": "bold", "color": INK, "linespacing": 1.2}
    write(figure, (MARGIN, up), "\n".join(head.title), **look)
    up -= len(head.title) * 0.24 + 0.03
    write(figure, (MARGIN, up), "\n".join(head.subtitle), va="top", fontsize=9, color=GREY, linespacing=1.15)
    up -= len(head.subtitle) * LINE + 0.03
    if frame.sample:
        box = {"boxstyle": "square,pad=0.3", "facecolor": "white", "edgecolor": INK, "linewidth": 1.2}
        mark = str(words(frame.language)["sample_short"])
        write(figure, (MARGIN + 0.06, up - 0.06), mark, va="top", fontsize=8, weight="bold", color=INK, bbox=box)
        up -= 0.3
    for row in head.keys:
        for key, across in row:
            _key(figure, key, MARGIN + across, up - KEY / 2)
        up -= KEY


def _key(figure: Figure, key: Key, across: float, up: float) -> None:
    transform = figure.dpi_scale_trans
    if key.bar:
        figure.add_artist(Rectangle((across, up - 0.055), 0.22, 0.11, transform=transform, **dict(key.look)))
    else:
        figure.add_artist(Line2D([across + 0.03, across + 0.11, across + 0.19], [up] * 3, transform=transform,
                                 markevery=[1], **dict(key.look)))  # fmt: skip
    write(figure, (across + 0.28, up), drawable(key.name), va="center", fontsize=8, color=INK)
