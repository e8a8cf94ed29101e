"""The data of this room: deeds.toml and programmes.toml, parsed once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dalel.promises.words import any_of

FOLDER = Path(__file__).parent


@cache
def deeds() -> Mapping[str, Any]:
    """deeds.toml: families of frames, open frames, and measures and units with a rule of their own."""
    return tomllib.loads((FOLDER / "deeds.toml").read_text("utf-8"))


@cache
def programmes(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every programme's id with the pattern of its names in one language."""
    known = tomllib.loads((FOLDER / "programmes.toml").read_text("utf-8"))
    return tuple((name, re.compile(rf"(?<!\w){any_of(forms.get(language, ()))}")) for name, forms in known.items())


def alike(deed: str, other: str) -> bool:
    """Whether two deeds are the same act, told before or after it; an unknown one is like nothing but itself."""
    if not deed or not other:
        return False
    families = [set(members) for members in deeds()["families"].values()]
    acts = set().union(*families)
    wide = set(deeds()["open"]["frames"])
    if deed in wide or other in wide:
        return (deed in wide or deed in acts) and (other in wide or other in acts)
    return deed == other or any({deed, other} <= family for family in families)
