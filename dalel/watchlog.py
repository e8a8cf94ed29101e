"""What each watch found new, in data/watches.jsonl: lines that are only added to, and by that the state of last time.

A line is a watch, a number's news, a page's, or a source that failed. What is known of a number is what its last line
says, so that no second file could tell otherwise. A leaf of the house.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dalel import chain, files
from dalel.paths import Workspace
from dalel.records import Problem
from dalel.records.news import Failing, News, PageNews, Stated, Watch

_LINES: Mapping[str, type] = {"watch": Watch, "number": News, "page": PageNews, "failing": Failing}
Line = Watch | News | PageNews | Failing


@dataclass(frozen=True, kw_only=True)
class Noted:
    """All that the watches of a home noted, each in the order it was written."""

    watches: Sequence[Watch] = ()
    news: Sequence[News] = ()
    pages: Sequence[PageNews] = ()
    failing: Sequence[Failing] = ()
    root: str = ""  # SHA-256 (hex) of the first line: no two homes have the same
    problems: Sequence[Problem] = field(default=(), compare=False)  # lines that cannot be read, or were edited

    @property
    def last(self) -> Watch | None:
        """The last watch; None where nobody watched yet."""
        return self.watches[-1] if self.watches else None

    @property
    def standing(self) -> dict[str, News]:
        """What is known of each number that stands, by claim id; of another archive (sample or real) nothing."""
        known: dict[str, News] = {}
        since = self._since()
        for one in self.news:
            if one.watch < since:
                continue
            if one.former != one.claim_id:
                known.pop(one.former or "", None)
            known[one.claim_id] = one
        return {claim_id: one for claim_id, one in known.items() if one.kind != "vanished"}

    @property
    def gone(self) -> dict[str, PageNews]:
        """The pages that did not answer when they were last told of, by address."""
        since = self._since()
        last = {one.url: one for one in self.pages if one.watch >= since}
        return {url: one for url, one in last.items() if one.kind == "gone"}

    def of(self, watch: int) -> Noted:
        """What one watch noted."""
        return Noted(
            watches=[one for one in self.watches if one.number == watch],
            news=[one for one in self.news if one.watch == watch],
            pages=[one for one in self.pages if one.watch == watch],
            failing=[one for one in self.failing if one.watch == watch],
        )

    def _since(self) -> int:
        """The first watch of the archive that is watched now: sample and real pages are never compared."""
        since = 1
        for before, after in zip(self.watches, self.watches[1:], strict=False):
            if before.sample != after.sample:
                since = after.number
        return since


def note(space: Workspace, made: Noted) -> None:
    """Adds what a watch found, on disk before this returns; UnwritableHome with the cure."""
    lines: list[Line] = [*made.watches, *made.news, *made.pages, *made.failing]
    names = {record: name for name, record in _LINES.items()}
    plain = json.loads(json.dumps([{"line": names[type(one)], **asdict(one)} for one in lines], default=_plain))
    chain.extend(space.watches, plain)


def read(space: Workspace) -> Noted:
    """All that is noted; lines that are torn, edited or of no kind known are problems, and the others count."""
    told = chain.read(space.watches, "watch")
    problems = list(told.problems)
    found: dict[type, list[Any]] = {record: [] for record in _LINES.values()}
    for link in told.links:
        fields_of = {name: value for name, value in link.fields.items() if name != "after"}
        try:
            record = _LINES[fields_of.pop("line")]
            found[record].append(_made(record, fields_of))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, InvalidOperation):
            reason = "no line of a watch: written by another version, or by hand; it does not count"
            problems.append(Problem(stage="watch", subject=f"{space.watches.name} line {link.number}", reason=reason))
    return Noted(
        watches=found[Watch],
        news=found[News],
        pages=found[PageNews],
        failing=found[Failing],
        root=told.links[0].digest if told.links else "",
        problems=problems,
    )


def altered(space: Workspace) -> list[Problem]:
    """Lines that are not as they were noted, or no longer there."""
    return list(read(space).problems)


def digest(space: Workspace) -> str:
    """SHA-256 (hex) over the file; "" where nobody watched."""
    return files.digest(space.watches) or ""


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


@cache
def _hints(record: type) -> Mapping[str, Any]:
    return get_type_hints(record)


def _made(record: type, told: Any) -> Any:
    """The record with these fields, each of its type; ValueError, TypeError or KeyError where it is none of ours."""
    named = [part.name for part in fields(record)]
    if not isinstance(told, dict) or sorted(told) != sorted(named):
        raise KeyError("other fields")
    return record(**{name: _typed(_hints(record)[name], told[name]) for name in named})


def _typed(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (types.UnionType, Union):  # a Literal with None is a typing.Union
        return None if value is None else _typed(next(one for one in get_args(hint) if one is not type(None)), value)
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise ValueError(value)
        return value
    if hint is Stated:
        return _made(Stated, value)
    if hint in (int, str, bool):
        if type(value) is not hint:
            raise TypeError(value)
        return value
    return {Decimal: _decimal, datetime: _utc, date: date.fromisoformat}[hint](value)


def _decimal(text: str) -> Decimal:
    found = Decimal(text)
    if not isinstance(text, str) or not found.is_finite():
        raise ValueError(text)
    return found


def _utc(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a time without a zone")
    return found.astimezone(UTC)
