"""No expression of the library grows exponentially or with the cube of its text: one page would stop a whole home."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("expressions.py")
PLANTED = """
import sys; sys.argv = ["x"]; sys.path.insert(0, {folder!r})
import expressions, re, signal
signal.signal(signal.SIGPROF, expressions.stop)
print([expressions.slow(pattern, int(re.DOTALL)) is not None for pattern in {patterns!r}])
"""
GROWING = [
    r"^\s*(?:<!--.*?-->\s*)*<html",  # doubles with each comment: stopped every command once
    r"(?:a+)+b",
    r"\s*\s*\s*x",
    r"(?:\d+,?)+;",
]
HARMLESS = [r"\s*+\s*+x", r"[a-z]+\s+[a-z]+", r"(?:\d++,?)++;", r"<[^<>]*>"]


def test_no_expression_grows_exponentially_or_with_the_cube() -> None:
    told = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=True)
    answer = json.loads(told.stdout)
    assert answer["expressions"] > 350
    assert answer["slow"] == []


def test_the_test_sees_what_grows() -> None:
    code = PLANTED.format(folder=str(SCRIPT.parent), patterns=GROWING + HARMLESS)
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert re.findall("True|False", told.stdout) == ["True"] * len(GROWING) + ["False"] * len(HARMLESS)
