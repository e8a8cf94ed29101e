"""frames.toml -> what each frame says of measure and status."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, get_args

from dalel.errors import MalformedDeclaration
from dalel.records import Measure, Status

FILE = Path(__file__).with_name("frames.toml")


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of statement. `money` is the measure of a sum of which it is told, `money_ahead` of one still to come;
    `status` by form, where the form alone does not say it.
    """

    id: str
    money: Measure | None = None
    money_ahead: Measure | None = None
    status: Mapping[str, Status] | None = None
    works: bool = False  # goes on for a time: told in the present it is in progress
    event: bool = False  # happens once: a present that may mean the future (Kazakh) tells what will be
    change: bool = False  # says by how much something grew or shrank, which is no level
    link: bool = False  # joins a number to its noun
    unfinished: bool = False  # denied, it tells that works go on
    silent: bool = False  # says nothing of status
    weight: float = 0.0  # words that it stands further away than it does, among other words for money

    @property
    def works_only(self) -> bool:
        """Whether it speaks of works and deeds, which cost what they cost only where they are told, not named."""
        return self.money == "cost" and self.event


@cache
def frames() -> Mapping[str, Frame]:
    """All frames by id. MalformedDeclaration names the frame and the field that is unknown or has a wrong value."""
    found = {}
    for name, entry in tomllib.loads(FILE.read_text("utf-8")).items():
        _check(name, entry)
        found[name] = Frame(id=name, **entry)
    return found


def _check(name: str, entry: Mapping[str, Any]) -> None:
    known = {field.name for field in fields(Frame)} - {"id"}
    for field in entry:
        if field not in known:
            raise MalformedDeclaration(f"frames.toml: [{name}] has no field {field!r}; it may have {sorted(known)}")
    for field, allowed in (("money", get_args(Measure)), ("money_ahead", get_args(Measure))):
        if entry.get(field, allowed[0]) not in allowed:
            raise MalformedDeclaration(f"frames.toml: [{name}] {field} is {entry[field]!r}, no measure")
    for status in entry.get("status", {}).values():
        if status not in get_args(Status):
            raise MalformedDeclaration(f"frames.toml: [{name}] status is {status!r}, none of {get_args(Status)}")
