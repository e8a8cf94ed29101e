"""Text in a chart: measured with the font it is drawn in, wrapped to a width, freed of what the font cannot draw."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

FAMILY = "DejaVu Sans"  # comes with matplotlib; has every Kazakh letter and ₸
MISSING = "□"
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_SEPARATED = re.compile(r"(, | · |; |: |\. |\n)")
_EMPTIED = re.compile(r"(, | · |; )(?:, | · |; )+")
_TRAILING = re.compile(r"(?:, | · |; )+(?=\. )")
_EDGES = re.compile(r"^(?:, | · |; )+|(?:, | · |; )+$")


def drawable(text: str) -> str:
    """The text with □ for what the font lacks. Names in Arabic script, which would need shaping, are left out; others
    of a list stay.
    """
    if _ARABIC.search(text):
        text = "".join(part for part in _SEPARATED.split(text) if not _ARABIC.search(part))
        text = _EDGES.sub("", _TRAILING.sub("", _EMPTIED.sub(r"\1", text)))
    letters = _letters()
    kept = (letter if ord(letter) in letters or letter == "\n" else MISSING for letter in text.replace("\r", ""))
    return "".join(kept).strip()


def width(text: str, size: float, bold: bool = False) -> float:
    """Width in inches at `size` points: the advances of the letters without kerning, and 2 % to spare."""
    return sum(_advance(letter, bold) for letter in text) * size / 72 * 1.02


@cache
def _font(bold: bool) -> FT2Font:
    properties = font_manager.FontProperties(family=FAMILY, weight="bold" if bold else "normal")
    font = FT2Font(font_manager.findfont(properties))
    font.set_size(100, 72)
    return font


@cache
def _advance(letter: str, bold: bool) -> float:
    """In units of the font size."""
    return float(_font(bold).load_char(ord(letter), LoadFlags.NO_HINTING).linearHoriAdvance) / 65536 / 100


@cache
def _letters() -> frozenset[int]:
    return frozenset(_font(False).get_charmap())


def wrap(text: str, inches: float, size: float, bold: bool = False) -> list[str]:
    """Lines no wider than `inches`, broken at spaces, and inside a word only where the word alone is too wide."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in _pieces(part.split(" "), inches, size, bold):
            longer = f"{line} {word}".strip()
            if line and width(longer, size, bold) > inches:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return [line for line in lines if line] or [""]


def _pieces(words: list[str], inches: float, size: float, bold: bool) -> list[str]:
    pieces: list[str] = []
    for word in words:
        rest = word
        while len(rest) > 1 and width(rest, size, bold) > inches:
            cut = max(1, int(len(rest) * inches / width(rest, size, bold)))
            pieces.append(rest[:cut])
            rest = rest[cut:]
        pieces.append(rest)
    return pieces


def write(figure: Any, where: tuple[float, float], text: str, **look: Any) -> Any:
    """Puts text on a figure at `where` (inches from the left and from the bottom); "$" is a dollar, not mathematics."""
    across, up = where
    size = figure.get_size_inches()
    return figure.text(across / size[0], up / size[1], text, parse_math=False, **look)
