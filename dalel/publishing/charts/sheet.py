"""The sheet a chart is drawn on: title, SAMPLE mark, one row a value with its words left and right, source line.

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

from dalel.publishing.charts.chart import STYLE
from dalel.publishing.charts.lettering import drawable, wrap, write
from dalel.publishing.wording import words

WIDTH, MARGIN, GUTTER = 8.6, 0.2, 0.12
LEFT, RIGHT = 2.35, 2.65  # of the words on either side
INK, GREY, PALE = "#111111", "#555555", "#f1f1f1"
LINE = 0.165  # of one line of 9 points


@dataclass(frozen=True, kw_only=True)
class Line:
    """The words of one row: `left` is printed where it differs from the row above; `notes` stand under the value."""

    left: str
    value: str
    notes: str = ""
    blank: bool = False  # the value is withheld
    ruled: bool = True  # False: belongs to the row above: no line between them, and `left` is printed always


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands around the rows."""

    title: str
    language: str
    sample: bool
    axis: str = ""
    source: str = ""


@dataclass(kw_only=True)
class Sheet:
    """A figure, the axes in its middle (y in inches from the top), and the middle of each row."""

    figure: Figure
    axes: Any
    middles: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)


def sheet(lines: Sequence[Line], frame: Frame) -> Sheet:
    """A sheet with all words in place and the axes empty."""
    prepared = _prepared(lines)
    heights = [max(len(left), len(value) + len(notes)) * LINE + 0.13 for left, value, notes in prepared]
    title = wrap(drawable(frame.title), WIDTH - 2 * MARGIN, 12.5, bold=True)
    source = wrap(drawable(frame.source), WIDTH - 2 * MARGIN, 7.5)
    top = MARGIN + len(title) * 0.24 + (0.3 if frame.sample else 0) + 0.12
    bottom = 0.3 + (0.2 if frame.axis else 0) + len(source) * 0.14 + 0.16
    total = top + sum(heights) + bottom
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, total))
        FigureCanvasAgg(figure)
        across = WIDTH - 2 * MARGIN - LEFT - RIGHT - 2 * GUTTER
        place = ((MARGIN + LEFT + GUTTER) / WIDTH, bottom / total, across / WIDTH, sum(heights) / total)
        axes = figure.add_axes(place)
        axes.set_ylim(sum(heights), 0)
        axes.set_yticks([])
        axes.tick_params(axis="x", labelsize=8, colors=GREY, length=3)
        axes.grid(True, axis="x")
        made = Sheet(figure=figure, axes=axes, heights=heights)
        _words(made, lines, prepared, total - top)
        _surroundings(figure, frame, title, source)
        if frame.axis:
            axes.set_xlabel(drawable(frame.axis), fontsize=8, color=GREY)
    return made


def empty(frame: Frame, reason: str) -> Figure:
    """A picture that says why there is nothing in it."""
    title = wrap(drawable(frame.title), WIDTH - 2 * MARGIN, 12.5, bold=True)
    message = wrap(drawable(reason), WIDTH - 4 * MARGIN, 11)
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, 1.5 + 0.24 * len(title) + 0.22 * len(message)))
        FigureCanvasAgg(figure)
        _surroundings(figure, frame, title, [])
        look = {"fontsize": 11, "color": GREY, "ha": "center", "va": "bottom", "style": "italic"}
        write(figure, (WIDTH / 2, 0.45), "\n".join(message), **look)
    return figure


def _prepared(lines: Sequence[Line]) -> list[tuple[list[str], list[str], list[str]]]:
    above, prepared = None, []
    for line in lines:
        left = wrap(drawable(line.left), LEFT, 9) if line.left != above or not line.ruled else []
        value = wrap(drawable(line.value), RIGHT, 9, bold=not line.blank)
        notes = wrap(drawable(line.notes), RIGHT, 8) if line.notes else []
        prepared.append((left, value, notes))
        above = line.left
    return prepared


def _words(made: Sheet, lines: Sequence[Line], prepared: Sequence[Any], start: float) -> None:
    down = 0.0
    right = WIDTH - MARGIN - RIGHT
    for number, (left, value, notes) in enumerate(prepared):
        height, up = made.heights[number], start - down
        middle = up - height / 2
        made.middles.append(down + height / 2)
        if left:
            if number and lines[number].ruled:
                made.axes.axhline(down, color="#bbbbbb", linewidth=0.6, clip_on=False, xmin=-0.88, xmax=1.98)
            write(made.figure, (MARGIN, up - 0.07), "\n".join(left), va="top", fontsize=9, color=INK, linespacing=1.15)
        block = (len(value) + len(notes)) * LINE
        weight = {"style": "italic", "color": GREY} if lines[number].blank else {"weight": "bold", "color": INK}
        write(
            made.figure, (right, middle + block / 2), "\n".join(value), va="top", fontsize=9, linespacing=1.15, **weight
        )
        below = middle + block / 2 - len(value) * LINE
        write(made.figure, (right, below), "\n".join(notes), va="top", fontsize=8, color=GREY, linespacing=1.25)
        if lines[number].blank:
            made.axes.axhspan(down + 0.04, down + height - 0.04, facecolor="white", edgecolor="#bbbbbb", hatch="////")
        down += height


def _surroundings(figure: Figure, frame: Frame, title: Sequence[str], source: Sequence[str]) -> None:
    high = figure.get_size_inches()[1]
    look: dict[str, Any] = {"va": "top", "fontsize": 12.5, "weight": "bold", "color": INK, "linespacing": 1.2}
    write(figure, (MARGIN, high - MARGIN), "\n".join(title), **look)
    if frame.sample:
        box = {"boxstyle": "square,pad=0.35", "facecolor": "white", "edgecolor": INK, "linewidth": 1.2}
        up = high - MARGIN - len(title) * 0.24 - 0.06
        mark = str(words(frame.language)["sample"])
        write(figure, (MARGIN + 0.06, up - 0.03), mark, va="top", fontsize=8.5, weight="bold", color=INK, bbox=box)
    write(figure, (MARGIN, 0.1), "\n".join(source), va="bottom", fontsize=7.5, color=GREY, linespacing=1.2)
