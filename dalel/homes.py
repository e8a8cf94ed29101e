"""Which version of the layout a home has, said in data/home.json: old ones are brought up to date, newer ones refused.

A home of version 0.1 has no such file. Its archive, decisions and logbooks are read as they are; what is made from them
is made again by the next command. A leaf of the house.
"""

from __future__ import annotations

import contextlib
import json

from dalel import files
from dalel.errors import UnknownHome, UnwritableHome
from dalel.paths import Workspace

FORMAT = 1  # raised where a home of before can no longer be read as it is; say then in `check` what helps
_FILE = "home.json"


def check(space: Workspace) -> None:
    """UnknownHome where a newer dalel made this home, or its data/home.json says nothing that can be understood."""
    place = space.home / "data" / _FILE
    try:
        said = json.loads(place.read_text("utf-8"))
        found = said["format"]
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise ValueError(found)
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnknownHome(
            f"{place}: cannot be understood; restore it from a copy, or remove it where this dalel made the home"
        ) from error
    if found > FORMAT:
        raise UnknownHome(
            f"{space.home} has format {found}, made by a newer dalel; this one reads up to {FORMAT}: "
            "`pipx upgrade dalel`, or in a clone `git pull` and `make setup`"
        )


def mark(space: Workspace) -> None:
    """Says of a home that holds anything which format it has; one that cannot be written stays without."""
    if (space.home / "data").is_dir():
        text = json.dumps({"format": FORMAT}) + "\n"
        with contextlib.suppress(UnwritableHome):
            files.write_if_changed(space.home / "data" / _FILE, text.encode("ascii"))
