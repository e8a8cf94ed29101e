"""Many words -> one regular expression that reads common beginnings once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def alternation(words: Iterable[str]) -> str:
    """A pattern matching any of `words`, the longest where several match; a space matches any run of spaces."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: dict[str, Any]) -> str:
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + _pattern(node[letter]) for letter in sorted(node) if letter
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in node else "(?:" + "|".join(branches) + ")"
    return joined + "?" if "" in node else joined
