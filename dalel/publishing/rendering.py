"""Pages from templates: always escaped, no scripts, nothing loaded from another host; tables as templates want them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dalel.publishing.tables.joining import rows
from dalel.publishing.tables.titles import kept, present
from dalel.publishing.wording import words

FOLDER = Path(__file__).parent / "templates"
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
_CLAIM = re.compile(r"[a-z0-9]{4,40}")


def render(template: str, **context: Any) -> bytes:
    """The page as UTF-8 bytes; a template that uses an undefined name raises."""
    return _environment().get_template(template).render(**context).encode("utf-8")


def view(frame: pd.DataFrame, language: str) -> dict[str, Any]:
    """A table for the template: titles, and rows of cells with `kind` (text, ids, quote, address) and `text`."""
    shown = kept(frame)
    titles = [str(title) for title in present(shown, language).columns]
    cells = [
        [
            {"kind": _kind(name), "text": _text(value), "title": title}
            for (name, value), title in zip(row.items(), titles, strict=True)
        ]
        for row in rows(shown)
    ]
    return {"titles": titles, "rows": cells, "language": language}


def _kind(name: str) -> str:
    return {"claim_id": "ids", "claim_ids": "ids", "quote": "quote", "url": "address"}.get(name, "text")


def _text(value: object) -> str:
    return "" if value is None else str(value)


def highlighted(text: str) -> Markup:
    """The text escaped, with what stands in ⟦…⟧ marked."""
    pieces = _MARKED.split(text)
    marked = (Markup("<mark>⟦{}⟧</mark>").format(piece) if n % 2 else escape(piece) for n, piece in enumerate(pieces))
    return Markup("").join(marked)


def address(url: str | None) -> Markup:
    """A web address as a link; anything that is not http(s) stays text that cannot be clicked."""
    if url and re.match(r"https?://", url):
        return Markup('<a href="{}" rel="noreferrer noopener">{}</a>').format(url, url)
    return escape(url or "—")


def claim_links(text: str, folder: str, known: Collection[str] | None = None) -> Markup:
    """Claim ids, each leading to its passport in `folder`; those that are not among the `known` stay text."""
    links = (
        Markup('<a class="id" href="{}/{}.html">{}</a>').format(folder, name, name)
        if _CLAIM.fullmatch(name) and (known is None or name in known)
        else escape(name)
        for name in text.split()
    )
    return Markup(" ").join(links)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"highlighted": highlighted, "address": address, "claim_links": claim_links}
    made.globals["style"] = Markup((FOLDER / "style.css").read_text("utf-8"))
    made.globals["words"] = words
    return made
