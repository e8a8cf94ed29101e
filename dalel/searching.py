"""What is searched: the index of a home, brought to what its archive gives before anything is asked of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import get_args

from dalel import declarations, files, ledger, paths, pipeline, search
from dalel.errors import InvalidValue, UnknownName, UnwritableHome
from dalel.ledger import Run
from dalel.records import Problem, Status, VerdictName
from dalel.regions import find_region
from dalel.search import Answer, Asked
from dalel.sources import find_source
from dalel.topics import find_topic
from dalel.vocabulary import UNITS

LANGUAGES = ("kk", "ru", "en", "other")
KINDS = ("csv", "xlsx", "parquet", "jsonl")  # endings of files that answers are written to


def place(space: paths.Workspace) -> Path:
    """Where the index of a home lies."""
    return space.processed / search.FILE


def refreshed(
    space: paths.Workspace, run: Run | None = None, progress: pipeline.Progress = pipeline.quiet
) -> tuple[Path | bytes, Sequence[Problem]]:
    """The index, made anew or in part where it is not that of the run; and what was wrong with the file.

    Where the home cannot be written it is only kept in memory. EmptyArchive where nothing was collected.
    """
    mark = run.fingerprint if run else pipeline.mark(space)
    if search.current(place(space), mark):
        return place(space), ()
    from dalel.claims.sentences import sentences

    kept = run or pipeline.refresh(space, progress)
    names = search.Names(declarations.topics(space))
    made = search.made(place(space), kept, names, sentences, ledger.code_digest(space), progress)
    try:
        search.save(place(space), made.content, kept.fingerprint)
    except UnwritableHome:
        return made.content, made.problems
    return place(space), made.problems


def find(
    space: paths.Workspace, asked: Asked, limit: int | None = None, progress: pipeline.Progress = pipeline.quiet
) -> tuple[Answer, Sequence[Problem]]:
    """The claims that answer, the best first. InvalidValue for a question that is too long."""
    index, problems = refreshed(space, progress=progress)
    with search.opened(index) as base:
        return search.find(base, asked, limit), problems


def sentences(
    space: paths.Workspace, asked: Asked, limit: int | None = None, progress: pipeline.Progress = pipeline.quiet
) -> tuple[Answer, Sequence[Problem]]:
    """The same of all sentences of the pages; InvalidValue for a filter that only claims have."""
    index, problems = refreshed(space, progress=progress)
    with search.opened(index) as base:
        return search.sentences(base, asked, limit), problems


def write(path: Path, answer: Answer, kind: str) -> None:
    """The answers as a table of a kind of KINDS, with the fields of `Hit` or `Passage`; UnwritableHome otherwise."""
    import pandas as pd

    from dalel.publishing.frames import written

    columns = [field.name for field in fields(search.Hit if answer.of == "claims" else search.Passage)]
    rows = [[getattr(one, name) for name in columns] for one in answer.hits or answer.passages]
    table = pd.DataFrame(rows, columns=columns, dtype=object)
    files.write_if_changed(path, written.content(table, kind))


def question(space: paths.Workspace, words: str, given: Mapping[str, str]) -> Asked:
    """What a person typed as a question: names in any spelling a command takes, values and days as text; "" is nothing.

    UnknownName with the nearest for a name that does not exist, InvalidValue for what is no number, no day, or a range
    that ends before it begins.
    """
    told = {name: value for name, value in given.items() if value}
    asked = Asked(
        words=words,
        topic=find_topic(declarations.topics(space), told["topic"]).id if "topic" in told else None,
        indicator=_known("indicator", told, _indicators(space)),
        region=find_region(told["region"]).code if "region" in told else None,
        unit=told.get("unit") and _unit(told["unit"]),
        status=_known("status", told, get_args(Status)),
        verdict=_known("verdict", told, get_args(VerdictName)),
        source=_source(space, told.get("source")),
        language=_known("language", told, LANGUAGES),
        least=_number(told.get("least")),
        most=_number(told.get("most")),
        since=_day(told.get("since")),
        until=_day(told.get("until")),
    )
    for low, high in ((asked.least, asked.most), (asked.since, asked.until)):
        if low is not None and high is not None and low > high:  # type: ignore[operator]
            raise InvalidValue(f"nothing lies between {low} and {high}: give the smaller one first")
    return asked


def _known(kind: str, told: Mapping[str, str], known: Sequence[str]) -> str | None:
    if kind not in told:
        return None
    if told[kind] not in known:
        raise UnknownName(kind, told[kind], known)
    return told[kind]


def _indicators(space: paths.Workspace) -> list[str]:
    return [one.id for topic in declarations.topics(space).values() for one in topic.indicators]


def _source(space: paths.Workspace, name: str | None) -> str | None:
    """A source of the workspace, or "local": what `dalel add` archived."""
    return name if name in (None, "local") else find_source(declarations.sources(space), name).id


def _unit(name: str) -> str:
    """A unit as it is stored; any noun and rate is one, so that only a misspelt code is told."""
    known = {code.casefold(): code for code in UNITS}
    return known.get(name.casefold(), name.upper() if name.upper() in ("KZT", "USD", "EUR", "RUB") else name)


def _number(text: str | None) -> Decimal | None:
    try:
        value = Decimal(text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")) if text else None
    except InvalidOperation:
        value = Decimal("NaN")
    if value is not None and not value.is_finite():
        raise InvalidValue(f"{text!r} is no number; write it as 2500000 or 62.5")
    return value


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InvalidValue(f"{text!r} is no date; write it as 2020-10-08") from error
