"""What a file in scrapers/ may write, and how the folder is read. A leaf of the house."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from dalel.errors import DuplicateDeclaration, MalformedDeclaration, UnknownName

Kind = Literal["official", "agency", "outlet"]
Record = Literal["law", "budget", "contracts", "statistics"]  # what is stated in it is so because it stands there

# the roots of what Python's own operations raise while a file is executed
_FAULTS = (
    SyntaxError, NameError, TypeError, ImportError, ValueError, RuntimeError, OSError, LookupError, AttributeError,
    ArithmeticError, AssertionError, EOFError, BufferError, MemoryError, ReferenceError, StopIteration,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Landmarks:
    """Where a site's markup keeps things, as CSS selectors, and until when (None: still valid)."""

    title: str | None = None
    published: str | None = None
    body: str | None = None
    drop: tuple[str, ...] = ()  # inside the body, not part of what a reader reads
    optional: tuple[str, ...] = ()  # of title, published, body: parts that not every page of the site has
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GraphQL:
    """A list that is asked for by POST, some rows at a time.

    Each answer names the key of its last row (extensions.pageInfo.lastId), after which the next question begins.
    """

    address: str
    query: str  # with the variables $limit and $after
    limit: int = 200  # rows of one answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """An outlet or office we collect from."""

    id: str
    names: Mapping[str, str]  # by language: kk, ru, en
    owner: str
    kind: Kind
    languages: tuple[str, ...]
    scripts: tuple[str, ...]
    hosts: tuple[str, ...]
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    apis: tuple[str, ...] = ()  # JSON lists of pages; everywhere {page} counts from 1, {skip:20} by twenties from 0
    item: str = ""  # address of one item of a JSON list, from its fields: "…/article/{slug}"; "": below the list's own
    searches: tuple[
        str, ...
    ] = ()  # the site's own search, with {query} (or {query:ru}: words of one language) and {page}
    pages: tuple[str, ...] = ()  # addresses that are data themselves (rates, rows); {day} is dd.mm.yyyy
    graphql: tuple[GraphQL, ...] = ()  # the same, asked for by POST
    ticket: str | None = None  # address that is sent an empty POST first, for the cookie without which nothing answers
    secret: str | None = None  # environment variable that holds the key; sent to the hosts, never archived
    secret_as: str | None = None  # parameter of the address that carries the key; None: "Authorization: Bearer …"
    article: str = r""  # regular expression that an article's address matches
    landmarks: tuple[Landmarks, ...] = ()
    record: Record | None = None  # all its pages are such primary records: what they state verifies itself
    at_least: int = 1  # pages a crawl should yield
    sample: bool = False  # True: everything made from it says SAMPLE
    notes: str = field(default="")


def load_sources(*folders: Path) -> dict[str, Source]:
    """All sources declared in `folders`, by id, sorted; MalformedDeclaration or DuplicateDeclaration names the file."""
    found: dict[str, Source] = {}
    files: dict[str, Path] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        if path.name.startswith("_"):
            continue
        source = _load(path)
        if source.id in found:
            raise DuplicateDeclaration(
                f"source {source.id!r} is declared twice, in {files[source.id]} and in {path}; rename one"
            )
        found[source.id], files[source.id] = source, path
    return dict(sorted(found.items()))


def find_source(sources: Mapping[str, Source], name: str) -> Source:
    """The source with this id; UnknownName with the nearest one otherwise."""
    if name not in sources:
        raise UnknownName("source", name, sources)
    return sources[name]


def _load(path: Path) -> Source:
    spec = importlib.util.spec_from_file_location(f"scrapers_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise MalformedDeclaration(f"{path.name}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except _FAULTS as error:
        raise MalformedDeclaration(f"{path.name}: {type(error).__name__}: {error}; mend the declaration") from error
    source = getattr(module, "SOURCE", None)
    if not isinstance(source, Source):
        raise MalformedDeclaration(f"{path.name}: declares no SOURCE = Source(...)")
    _check(source, path)
    return source


def _check(source: Source, path: Path) -> None:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", source.id):
        raise MalformedDeclaration(f"{path.name}: id {source.id!r} must be lower-case words joined by '-'")
    if missing := {"kk", "ru", "en"} - set(source.names):
        raise MalformedDeclaration(f"{path.name}: names lacks {', '.join(sorted(missing))}")
    if not source.hosts:
        raise MalformedDeclaration(f"{path.name}: hosts is empty")
    parts = {part for mark in source.landmarks for part in mark.optional}
    if wrong := parts - {"title", "published", "body"}:
        named = ", ".join(sorted(wrong))
        raise MalformedDeclaration(f"{path.name}: optional names {named}; write title, published or body")
    if source.record is not None and source.record not in get_args(Record):
        raise MalformedDeclaration(f"{path.name}: record {source.record!r} is none of {', '.join(get_args(Record))}")
    try:
        re.compile(source.article)
    except re.error as error:
        raise MalformedDeclaration(f"{path.name}: article is no regular expression: {error}") from error
