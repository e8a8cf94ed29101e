"""The verifier that goes into every bundle: a text, for it is read and run by strangers and by nothing in dalel."""

from __future__ import annotations

from pathlib import Path

from dalel.errors import InvalidValue


def source() -> str:
    """The program as it is written here; it stands in a page as text, so that nothing in it may end a script."""
    text = Path(__file__).with_name("verifier.py.txt").read_text("utf-8")
    if "</script" in text.lower():
        raise InvalidValue("verifier.py.txt holds an end of a script: a page cannot carry it as text")
    return text
