"""What a workspace declares: its own topics, sources and notebooks beside those that come with dalel.

The home's own are found first; one that is declared in both places is an error, since nobody could tell which is meant.
"""

from __future__ import annotations

from pathlib import Path

from dalel.errors import DuplicateDeclaration
from dalel.paths import SLUG, Workspace
from dalel.sources import Source, load_sources
from dalel.topics import Topic, load_topics


def topics(space: Workspace) -> dict[str, Topic]:
    """All topics of the workspace, by id, sorted. MalformedDeclaration or DuplicateDeclaration names the file."""
    return load_topics(*space.declared("topics"))


def sources(space: Workspace) -> dict[str, Source]:
    """All sources of the workspace, by id, sorted. MalformedDeclaration or DuplicateDeclaration names the file."""
    return load_sources(*space.declared("scrapers"))


def notebooks(space: Workspace) -> dict[str, Path]:
    """All notebooks of the workspace whose name is safe in a path, by name, sorted; DuplicateDeclaration names both."""
    found: dict[str, Path] = {}
    for path in (path for folder in space.declared("notebooks") for path in sorted(folder.glob("*.ipynb"))):
        if not SLUG.fullmatch(path.stem):
            continue
        if path.stem in found:
            raise DuplicateDeclaration(
                f"notebook {path.stem!r} is there twice, {found[path.stem]} and {path}; rename one"
            )
        found[path.stem] = path
    return dict(sorted(found.items()))
