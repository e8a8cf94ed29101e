"""A new workspace to start from: settings, an investigation with its notebook, a source and a page to try them on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dalel import files, paths
from dalel.errors import NotEmpty

STARTER = paths.LIBRARY / "starter"
# where in the new workspace -> the file it is a copy of
LAID: Mapping[str, str] = {
    "README.md": "readme.md",
    "dalel.toml": "settings.toml",
    ".gitignore": "ignored.txt",
    "topics/libraries.toml": "topic.toml",
    "scrapers/taraz_news.py": "source.txt",
    "notebooks/libraries.ipynb": "notebook.json",
    "pages/page.html": "page.html",
}


def lay(folder: Path) -> list[str]:
    """Makes `folder` a workspace and returns the names of what was laid in it, sorted.

    NotEmpty where something lies there already: nothing of another's is ever written over. UnwritableHome where the
    folder cannot be made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(f"{folder} is there already and not an empty folder; name a new one, as dalel new my-newsroom")
    for name, origin in LAID.items():
        files.write_if_changed(folder / name, (STARTER / origin).read_bytes())
    return sorted(LAID)
