"""The dictionary of Russian word forms (pymorphy3, OpenCorpora), loaded once for all rooms that ask it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymorphy3


@cache
def dictionary() -> pymorphy3.MorphAnalyzer:
    """The Russian dictionary, loaded once (some 35 MB)."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()
