"""Pages and listings through Jinja2 templates, always escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from newsroom.hosts import Site

TEMPLATES = Path(__file__).parent / "sites" / "templates"
NAMED = {"\u00a0": "&nbsp;", "«": "&laquo;", "»": "&raquo;", "—": "&mdash;", "–": "&ndash;"}
NUMERIC = {"\u00a0": "&nbsp;", "«": "&#171;", "»": "&#187;", "—": "&#8212;", "–": "&#8211;"}


def render(template: str, site: Site, **values: Any) -> str:
    """The template with the site's words and these values, as text."""
    return ENVIRONMENT.get_template(template).render(site=site, words=site.words, **values)


def named(text: str) -> Markup:
    """Escaped, with the named references that a Bitrix editor writes."""
    return _referenced(text, NAMED)


def numeric(text: str) -> Markup:
    """Escaped, with the numbered references that WordPress writes for typographic signs."""
    return _referenced(text, NUMERIC)


def _referenced(text: str, references: dict[str, str]) -> Markup:
    escaped = str(escape(text))
    for sign, reference in references.items():
        escaped = escaped.replace(sign, reference)
    return Markup(escaped)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"named": named, "numeric": numeric}
    return environment


ENVIRONMENT = _environment()
