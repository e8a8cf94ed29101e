"""Two layouts of every chart: 960 pixels, words on either side of the marks; 360 pixels, words above them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """All in inches, 96 pixels each: the width of the picture, of the words left and right of the marks."""

    width: float
    left: float
    right: float
    stacked: bool  # words above the marks


WIDE = Layout(10.0, 2.75, 3.0, stacked=False)
NARROW = Layout(3.75, 3.35, 3.35, stacked=True)
