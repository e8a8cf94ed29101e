"""The 66 pages of the sample newsroom and what a person read in them: files in, frozen dataclasses out."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

FOLDER = Path(__file__).parent
FENCE = "+++\n"


@dataclass(frozen=True, slots=True)
class Related:
    """A headline of another page, printed beside the article."""

    title: str
    date: str | None  # as printed


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the article and is not part of it."""

    counters: tuple[str, ...]
    ticker: tuple[str, ...]
    comments: tuple[str, ...]
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One retold page: its text, where it is served, and the real page that it retells."""

    id: str
    retold_from: str
    outlet: str
    host: str
    path: str  # with its query, not percent-encoded
    section: str
    language: str
    script: str
    title: str
    lead: str | None
    author: str | None
    published: date | None
    published_text: str | None  # as the page prints it; None: the page prints no date
    topic: str
    furniture: Furniture
    paragraphs: tuple[str, ...]

    @property
    def target(self) -> str:
        """Path and query as they stand in an address: "/?p=172207"."""
        return quote(self.path, safe="/?=&")

    @property
    def url(self) -> str:
        return f"http://{self.host}{self.target}"

    @property
    def voice(self) -> str:
        """Section of words.toml this page's site speaks with: "ru", "kk", "kk-Latn", "kk-Arab", "en"."""
        return f"kk-{self.script}" if self.language == "kk" and self.script != "Cyrl" else self.language


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A number a person read in a page, with what it is about; `paragraph` -1 is the title, -2 the lead."""

    paragraph: int
    phrase: str
    value: str  # exact decimal
    value_max: str | None
    unit: str
    modality: str
    measure: str
    counted: str | None
    region: str | None
    place: str | None
    as_of: str | None
    status: str
    speaker: str | None
    note: str | None
    indicator: str | None = None  # where the topic is one that the pages were retold for: "roads.km_done"


@dataclass(frozen=True, slots=True)
class NotClaim:
    """A number-like phrase that is not a claim, and why."""

    paragraph: int
    phrase: str
    why: str


@dataclass(frozen=True, slots=True)
class Gold:
    """All that a person read in one page; `relations` are remarks in prose on how its numbers hang together."""

    claims: tuple[GoldClaim, ...]
    not_claims: tuple[NotClaim, ...]
    relations: tuple[str, ...]


def load_pages(folder: Path = FOLDER / "pages") -> dict[str, Page]:
    """All pages by id, sorted; ValueError names the file that cannot be used."""
    return {page.id: page for page in (read_page(path) for path in sorted(folder.glob("*.md")))}


def read_page(path: Path) -> Page:
    """The page in one file: TOML between two lines of `+++`, then paragraphs separated by blank lines."""
    empty, front, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    if empty:
        raise ValueError(f"{path.name}: must begin with a line '+++'")
    facts = tomllib.loads(front)
    if facts["id"] != path.stem:
        raise ValueError(f"{path.name}: its id is {facts['id']!r}; name the file after it")
    optional = {name: facts.pop(name, None) for name in ("lead", "author", "published", "published_text")}
    furniture = _furniture(facts.pop("furniture", {}))
    paragraphs = tuple(paragraph for paragraph in body.strip("\n").split("\n\n") if paragraph)
    return Page(**facts, **optional, furniture=furniture, paragraphs=paragraphs)


def load_gold(folder: Path = FOLDER / "gold") -> dict[str, Gold]:
    """What a person read in each page, by page id."""
    return {path.stem: _gold(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))}


def _furniture(facts: Mapping[str, Any]) -> Furniture:
    related = tuple(Related(item["title"], item.get("date")) for item in facts.get("related", ()))
    lists = {name: tuple(facts.get(name, ())) for name in ("counters", "ticker", "comments")}
    return Furniture(related=related, **lists)


def _gold(facts: Mapping[str, Any]) -> Gold:
    return Gold(
        claims=tuple(GoldClaim(**claim) for claim in facts["claims"]),
        not_claims=tuple(NotClaim(**claim) for claim in facts["not_claims"]),
        relations=tuple(facts["relations"]),
    )
