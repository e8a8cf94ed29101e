"""The hosts of the sample newsroom: hosts.toml as frozen dataclasses, each with its pages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from newsroom.pages import Page

FOLDER = Path(__file__).parent
WORDS: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """One host: how it behaves and what it serves."""

    host: str
    kind: str  # module of newsroom/sites
    name: str
    language: str
    accent: str  # CSS colour
    dates: Literal["time", "og", "jsonld", "printed"]
    pages: tuple[Page, ...]
    script: str = "Cyrl"
    declares: str | None = None  # what <html lang> says, right or wrong; None: the page's language
    charset: str = "utf-8"
    declared: bool = True  # False: neither header nor markup names the charset
    feed: Literal["rss", "atom", "sloppy"] = "rss"
    sitemap: Literal["plain", "news"] = "plain"
    subscription: str | None = None
    promo: str | None = None
    repeats: bool = False  # True: prints the first paragraph above the text, too
    crawl_delay: int | None = None
    per_page: int = 10
    project: str = "news"  # of the JSON API

    @property
    def root(self) -> str:
        return f"http://{self.host}"

    @property
    def voice(self) -> str:
        return f"kk-{self.script}" if self.language == "kk" and self.script != "Cyrl" else self.language

    @property
    def words(self) -> dict[str, str]:
        """What the site prints around its articles, in its language and script."""
        return WORDS[self.voice]


def load_sites(pages: Iterable[Page], path: Path = FOLDER / "hosts.toml") -> dict[str, Site]:
    """All hosts with their pages, newest first (pages without a date last); ValueError for a page without a host."""
    by_host: dict[str, list[Page]] = {}
    for page in pages:
        by_host.setdefault(page.host, []).append(page)
    declared = tomllib.loads(path.read_text(encoding="utf-8"))
    if orphans := sorted(set(by_host) - set(declared)):
        raise ValueError(f"{path.name} does not declare {', '.join(orphans)}")
    return {
        host: Site(host=host, pages=tuple(_newest_first(by_host.get(host, []))), **facts)
        for host, facts in sorted(declared.items())
    }


def _newest_first(pages: list[Page]) -> list[Page]:
    return sorted(pages, key=lambda page: (-page.published.toordinal() if page.published else 0, page.id))
