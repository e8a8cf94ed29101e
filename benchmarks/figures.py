"""One measured figure: what every benchmark hands to the table, the floors and the list of failing cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Failure:
    """One failing case; it may quote a corpus, so it is printed to the terminal and never written to a file."""

    kind: str  # what went wrong in two or three words, to group by
    case: str  # id of the row
    text: str  # the passage
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Figure:
    """`hits` of `total` of a measure on a set, or an F1 between 0 and 1 with its counts."""

    set: str
    measure: str
    value: float
    hits: int
    total: int
    failures: Sequence[Failure] = field(default=(), repr=False)

    @property
    def key(self) -> str:
        """The figure's name in floors and peers: "kaznerd_valid MONEY exact"."""
        return f"{self.set} {self.measure}"


def share(name: str, measure: str, total: int, failures: Sequence[Failure]) -> Figure:
    """The figure for `total` cases of which `failures` failed."""
    right = total - len(failures)
    return Figure(name, measure, right / total if total else 0.0, right, total, failures)
