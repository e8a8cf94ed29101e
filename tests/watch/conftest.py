"""The sample newsroom watched twice by the real crawler, edited in between; and one number for tests without pages."""

from __future__ import annotations

import importlib
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from dalel import paths, watching
from dalel.records.news import News, Stated

sys.path.insert(0, str(paths.PROJECT))
newsroom = importlib.import_module("newsroom")
edition = importlib.import_module("newsroom.editions").edition

PAGE = "kazakhstan-cameras-ru-1"
EDITS = {"62 процента видеокамер, то есть 4360 из 6936": "72 процента видеокамер, то есть 4360 из 6936"}
BROKEN = '''"""A site of which no page can be had: the newsroom has no such host."""

from dalel.sources import Source

SOURCE = Source(
    id="sample-broken",
    names={"kk": "Жоқ сайт", "ru": "Сайт, которого нет", "en": "No such site"},
    owner="tests",
    kind="outlet",
    languages=("ru",),
    scripts=("Cyrl",),
    hosts=("broken.example",),
    listings=("http://broken.example/list",),
    article=r"/p/",
    at_least=1,
    sample=True,
)
'''


@dataclass(frozen=True)
class Watched:
    """A home, and what each of its watches found."""

    space: paths.Workspace
    found: list[watching.Found]


@pytest.fixture(scope="session")
def watched(tmp_path_factory) -> Watched:
    """Watched three times: as the newsroom is, with a page edited, and once more with nothing changed."""
    home = tmp_path_factory.mktemp("watched")
    (home / "dalel.toml").write_text("delay_seconds = 0.02\n", "utf-8")
    (home / "scrapers").mkdir()
    (home / "scrapers" / "broken.py").write_text(BROKEN, "utf-8")
    space = paths.workspace(home)
    with newsroom.serve() as server:
        asked = watching.Asked(sources=("sample-portal", "sample-broken"), through=server.proxy_url)
        found = [watching.look(space, asked)]
        time.sleep(1.1)  # the archive's times are in whole seconds (WARC-Date)
        server.catalogue = edition({PAGE: EDITS})
        found.append(watching.look(space, replace(asked, sources=())))
        found.append(watching.look(space, replace(asked, offline=True)))
    return Watched(space, found)


def number(value: str = "91", **given) -> News:
    """One new number, with whatever is given."""
    stated = Stated(
        value=Decimal(value), value_max=None, unit="school", modality="exact", measure="institution_count",
        status="actual",
    )  # fmt: skip
    made = News(
        watch=2, kind="new", cause="page", claim_id="c2345678", former=None, at=datetime(2026, 11, 28, 8, tzinfo=UTC),
        stated=stated, was=None, verdict="single-source", was_verdict=None, topic="cameras", indicator=None,
        region="KZ-43", borders=None, place=None, as_of="2023", quote=value, outlet="A & B <c>",
        url="https://a.example/1?b=2&c=3",
    )  # fmt: skip
    return replace(made, **given)


@pytest.fixture(name="number")
def _number():
    return number
