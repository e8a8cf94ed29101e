"""What can go wrong, one class per case; every message names the thing, the place and the cure.

A leaf of the house: imports nothing of it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class DalelError(Exception):
    """Root of every error a user of dalel can meet; the command line prints it without a traceback."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in a notebook: one line, no traceback."""
        return [f"{type(self).__name__}: {self}"]


class UnknownName(DalelError):
    """A region, topic, language, source or parameter that does not exist."""

    def __init__(self, kind: str, name: str, known: Iterable[str], aliases: dict[str, str] | None = None) -> None:
        candidates = {str(k): str(k) for k in known} | (aliases or {})
        folded = {key.casefold(): value for key, value in candidates.items()}
        near = difflib.get_close_matches(name.casefold(), list(folded), n=1, cutoff=0.5)
        self.kind, self.name, self.nearest = kind, name, folded[near[0]] if near else None
        hint = f"did you mean {self.nearest!r}?" if self.nearest else ""
        listed = ", ".join(sorted(set(candidates.values())))
        super().__init__(f"unknown {kind} {name!r}; {hint + ' ' if hint else ''}known: {listed}")


class InvalidValue(DalelError):
    """A value of the right name but the wrong form: a date, a slug, a number."""


class UnsafePath(DalelError):
    """A slug that would lead outside the folder it belongs to."""


class MalformedDeclaration(DalelError):
    """A source, topic, language or region file that cannot be used; names file and field."""


class DuplicateDeclaration(DalelError):
    """Two files declare the same id."""


class EmptyArchive(DalelError):
    """There is nothing to read: no capture in data/raw."""


class DamagedRecord(DalelError):
    """An archived record that cannot be read or whose digest does not match its index."""


class UnreadableFile(DalelError):
    """A file given by the user that cannot be opened, decoded or understood."""


class UnreadableDocument(DalelError):
    """Archived bytes that no reader can turn into a document."""


class SiteChanged(DalelError):
    """A source whose pages, or whose yield, are no longer what its declaration says.

    `landmark` is what failed: "title", "published", "body", or "yield"; `told` says how, `cure` what to do. What was
    fetched is archived all the same.
    """

    def __init__(self, source: str, landmark: str, told: str, example: str | None, cure: str) -> None:
        self.source, self.landmark, self.example = source, landmark, example
        shown = f", for example {example}" if example else ""
        super().__init__(f"the site has changed: {told}{shown}; {cure}")


class CollectionRefused(DalelError):
    """A crawl that may not start: no contact given, address not allowed."""


class Busy(DalelError):
    """Another process does the same in this home; names it."""


class NoWorkspace(DalelError):
    """Nothing says where the pages and tables are to lie."""


class NotEmpty(DalelError):
    """A new workspace would lie where something is already."""


class UnknownHome(DalelError):
    """A workspace whose layout this version of dalel does not know."""


class MissingExtra(DalelError):
    """A library is missing that only one command needs; names the extra that brings it."""


class UnwritableHome(DalelError):
    """The workspace cannot be written: read-only, full, or not a folder."""


class NotebookFailed(DalelError):
    """A notebook stopped with an error; names the notebook, the cell and the message."""


class UnknownClaim(DalelError):
    """No claim has this id."""
