"""Which parameters a notebook takes, and whether the values given are ones that exist."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from dalel import regions
from dalel.errors import InvalidValue, UnknownName

LANGUAGES = {"kk": "қазақша", "ru": "русский", "en": "English"}
INJECTED = "# Parameters"
LEVELS = ("verified", "adds-up", "single-source", "contradicted")


def declared(notebook: Path) -> dict[str, str]:
    """Parameter names of the notebook with their defaults, from its cell tagged "parameters".

    Raises InvalidValue where the notebook is damaged or has no such cell.
    """
    try:
        content = notebook.read_bytes()
    except OSError as error:
        raise InvalidValue(f"{notebook.name} is not a notebook ({error}); restore it from the repository") from error
    return dict(_declared(notebook, content))


@lru_cache(maxsize=256)
def _declared(notebook: Path, content: bytes) -> dict[str, str]:
    try:
        cells = json.loads(content.decode("utf-8"))["cells"]
        tagged = [cell for cell in cells if "parameters" in (cell.get("metadata", {}).get("tags") or [])]
        sources = ["".join(cell["source"]) for cell in tagged]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidValue(f"{notebook.name} is not a notebook ({error}); restore it from the repository") from error
    if not tagged:
        raise InvalidValue(
            f"{notebook.name} has no cell tagged 'parameters'; tag its cell so, or move it out of notebooks/"
        )
    assigned = _assigned(sources[0])
    try:
        return {name: ast.literal_eval(value) for name, value in assigned.items()}
    except (ValueError, TypeError, RecursionError) as error:
        told = f"{notebook.name}: its parameters are no plain values ({error})"
        raise InvalidValue(f"{told}; write numbers and strings only, or move it out of notebooks/") from error


def check_injected(cells: Sequence[str]) -> None:
    """UnknownName for a parameter that Papermill injected and no cell before it declares. In: the cells run so far.

    Papermill's own command takes any name (`-p regoin KZ-43`) and only warns; its cell begins with "# Parameters".
    """
    known: dict[str, ast.expr] = {}
    for cell in cells:
        names = _assigned(cell)
        if known and cell.split("\n", 1)[0].strip() == INJECTED:
            for name in names:
                if name not in known:
                    raise UnknownName("parameter of this notebook", name, known)
        known |= names


def _assigned(source: str) -> dict[str, ast.expr]:
    """Names assigned in a cell, with what they are set to; none of a cell that is not plain Python."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    return {
        statement.targets[0].id: statement.value
        for statement in body
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
    }


def has_any(notebook: Path) -> bool:
    """Whether it is a notebook with a cell tagged "parameters"."""
    try:
        return bool(declared(notebook))
    except InvalidValue:
        return False


def checked(notebook: Path, given: Mapping[str, str], topics: Mapping[str, object]) -> dict[str, str]:
    """All parameters of the notebook, defaults replaced by what is given.

    Raises UnknownName (with the nearest valid name) for a parameter, region, topic, language or level that does not
    exist, InvalidValue for a date that is none.
    """
    known = declared(notebook)
    for name in given:
        if name not in known:
            raise UnknownName(f"parameter of notebook {notebook.stem}", name, known)
    return known | {name: check_value(name, str(value), topics) for name, value in given.items()}


def check_value(name: str, value: str, topics: Mapping[str, object] = MappingProxyType({})) -> str:
    """The value as the notebooks expect it: a region in any spelling becomes its code, a topic is one of `topics`."""
    checks: dict[str, Callable[[str], str]] = {
        "region": lambda text: regions.find_region(text).code,
        "topic": lambda text: _one_of("topic", text, topics),
        "language": lambda text: _one_of("language", text, LANGUAGES),
        "evidence": lambda text: _one_of("evidence level", text, dict.fromkeys(LEVELS)),
        "since": _day,
        "until": _day,
    }
    return checks.get(name, str)(value)


def _one_of(kind: str, value: str, known: Mapping[str, object]) -> str:
    if value not in known:
        raise UnknownName(kind, value, known)
    return value


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise InvalidValue(f"{value!r} is no date; write it as 2020-10-08") from error
