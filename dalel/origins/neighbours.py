"""Which earlier pages a page is worth comparing with: in linear time, however many pages say one thing.

Every mark of a page (a hash of its wording, a particular number) leads to the representatives that have it. What a
representative already stands for is not remembered again, so a crowd of reprints leaves one, and a mark remembers no
more than it must: beyond `ROOM` representatives it is a formula and takes no new ones, while those it has stay found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

ROOM = 48  # representatives a mark remembers
MOST = 12  # of them that a page is compared with: those with most marks in common


class Neighbours:
    """Marks -> names of representatives."""

    def __init__(self) -> None:
        self._known: dict[Hashable, list[str]] = {}

    def near(self, marks: Iterable[Hashable]) -> list[str]:
        """The representatives with most marks in common, at most `MOST`, the most alike first."""
        shared = Counter(name for mark in marks for name in self._known.get(mark, ()))
        return [name for name, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST]]

    def add(self, name: str, marks: Iterable[Hashable]) -> None:
        """Remembers a representative."""
        for mark in marks:
            holders = self._known.setdefault(mark, [])
            if len(holders) < ROOM:
                holders.append(name)
