"""Pages from templates: always escaped, no scripts, nothing loaded from another host; tables as templates want them."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dalel.characters import harmless
from dalel.publishing.linked import pieces_of
from dalel.publishing.tables.joining import rows
from dalel.publishing.tables.titles import kept, present
from dalel.publishing.wording import LANGUAGES, word, words

FOLDER = Path(__file__).parent / "templates"
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
_CLAIM = re.compile(r"[a-z0-9]{4,40}")


def render(template: str, **context: Any) -> bytes:
    """The page as UTF-8 bytes; a template that uses an undefined name raises."""
    return _environment().get_template(template).render(**context).encode("utf-8")


def view(frame: pd.DataFrame, language: str, passports: str) -> dict[str, Any]:
    """A table for the template: titles, and rows of cells with `kind` (text, quote, address), `title` and `html`.

    `passports` is the address of their folder from the page: every value that states a claim leads to its own.
    """
    shown = kept(frame)
    titles = [str(title) for title in present(shown, language).columns]
    cells = [
        [
            {"kind": _kind(name), "html": _cell(name, value, passports, language), "title": title}
            for (name, value), title in zip(row.items(), titles, strict=True)
        ]
        for row in rows(shown)
    ]
    return {"titles": titles, "rows": cells, "language": language, "sample": bool(frame.attrs.get("sample"))}


def notebook_table(frame: pd.DataFrame, language: str, passports: str) -> str:
    """A reader's table as HTML that brings its own look, for a notebook."""
    return render("frame_table.html.j2", view=view(frame, language, passports)).decode("utf-8")


def linked(text: str, passports: str, language: str) -> Markup:
    """The text escaped, each piece that states a claim as a link to its passport in the reader's language."""
    made = (
        Markup('<a class="value" href="{}/{}.{}.html">{}</a>').format(passports, claim_id, language, piece)
        if claim_id and _CLAIM.fullmatch(claim_id)
        else escape(piece)
        for piece, claim_id in ((harmless(piece), claim_id) for piece, claim_id in pieces_of(text))
    )
    return Markup("").join(made)


def _cell(name: str, value: object, passports: str, language: str) -> Markup:
    text = value if isinstance(value, str) else "" if value is None else str(value)
    if _kind(name) == "quote":
        return highlighted(text)
    return address(text) if name == "url" else linked(text, passports, language)


def _kind(name: str) -> str:
    return {"quote": "quote", "earlier_sentence": "quote", "later_sentence": "quote", "url": "address"}.get(
        name, "text"
    )


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


def _shown(value: object) -> object:
    """Words of others with visible marks for controls and direction characters; markup of ours as it is."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    from dalel.publishing import explanations, names, promised, prose

    script = (FOLDER / "explorer.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    made.filters |= {
        "highlighted": highlighted,
        "address": address,
        "linked": linked,
        "short": names.short,
        "region": names.region,
        "indicator": names.indicator,
        "verdict": lambda code, language: word("verdicts", code, language),
        "explain": explanations.explain,
    }
    made.globals |= {"says": prose.says, "promise_words": promised.words, "languages": LANGUAGES}
    made.globals |= {
        "script": Markup(script),
        "script_hash": f"sha256-{digest}",
    }  # our own file, and what the CSP allows
    made.globals["style"] = Markup((FOLDER / "style.css").read_text("utf-8"))
    made.globals["words"] = words
    return made
