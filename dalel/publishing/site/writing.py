"""Every page of the report, in three languages, and the files beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dalel import files, paths
from dalel.publishing import passports
from dalel.publishing.rendering import render
from dalel.publishing.site import (
    about,
    cards,
    corrections,
    downloads,
    drawn,
    explorer,
    feeds,
    front,
    news,
    places,
    promises,
)
from dalel.publishing.site.edition import Edition, provinces
from dalel.publishing.wording import LANGUAGES

DEFAULT = "en"  # of index.html, which every page of a language leads to
Page = tuple[str, str, Mapping[str, Any]]  # address without language and ending, template, context


def write(edition: Edition, folder: Path) -> Path:
    """Writes the site of a run below `folder` and returns its index.html; pages of claims that are no more are removed.

    What is written depends on the run alone: not on which region or language was asked for, nor on earlier runs.
    """
    charts: set[str] = set()
    for language in LANGUAGES:
        for address, template, context in _pages(edition, language):
            charts |= drawn.save(edition, context.get("drawn", []), folder / "charts")
            frame = {"language": language, "sample": edition.evidence.sample, "page": address, "root": ""}
            content = render(f"site/{template}.html.j2", **(frame | dict(context)))
            files.write_if_changed(folder / f"{address}.{language}.html", content)
            if address in ("index", "new") and language == DEFAULT:
                files.write_if_changed(folder / f"{address}.html", content)
    for path in sorted((folder / "charts").glob("*")):
        if path.name not in charts:
            path.unlink()
    _cards(edition, folder / "passports")
    downloads.write(edition, folder / "downloads")
    files.write_if_changed(folder / corrections.FEED, corrections.feed(edition))
    files.write_if_changed(folder / promises.CHANGES, promises.changes(edition))
    _feeds(edition, folder)
    return folder / "index.html"


def region_page(folder: Path, code: str, language: str) -> Path:
    """Where the page of a region lies."""
    return folder / f"region-{paths.slug(code)}.{language}.html"


def _pages(edition: Edition, language: str) -> Iterator[Page]:
    yield "index", "front", front.context(edition, language)
    yield "numbers", "numbers", explorer.context(edition, "all", edition.frame, language)
    yield "methods", "methods", about.methods(edition, language)
    yield "data", "data", about.data(edition, language)
    yield "promises", "promises", promises.context(edition, language)
    yield "corrections", "corrections", corrections.context(edition, language)
    yield "new", "new", news.context(edition, language)
    for code in ("KZ", *provinces()):
        yield f"region-{code}", "place", places.region(edition, code, language)
        if code != "KZ":
            yield (
                f"region-{code}-numbers",
                "numbers",
                explorer.context(edition, code, edition.of_region(code), language),
            )
    for topic in edition.topics:
        yield f"topic-{topic}", "place", places.topic(edition, topic, language)
        yield f"topic-{topic}-numbers", "numbers", explorer.context(edition, topic, edition.of_topic(topic), language)


def _feeds(edition: Edition, folder: Path) -> None:
    """The feeds of what is new, once somebody watches."""
    kept = set()
    for region, topic in feeds.chosen(edition) if edition.watched.last else ():
        for language in LANGUAGES:
            path = folder / feeds.address(region, topic, language)
            files.write_if_changed(path, feeds.feed(edition, region, topic, language))
            kept.add(path)
    for path in sorted((folder / feeds.FOLDER).glob("*.xml")):
        if path not in kept:
            path.unlink()


def _cards(edition: Edition, folder: Path) -> None:
    kept = set()
    for passport in passports.build_all(edition.evidence, edition.evidence.claims, edition.reviews):
        name = paths.slug(passport["claim_id"])
        content = json.dumps(passport, ensure_ascii=False, indent=1) + "\n"
        files.write_if_changed(folder / f"{name}.json", content.encode("utf-8"))
        kept.add(f"{name}.json")
        for language in LANGUAGES:
            files.write_if_changed(folder / f"{name}.{language}.html", cards.page(edition, passport, language))
            kept.add(f"{name}.{language}.html")
    for path in sorted(folder.glob("*")):
        if path.suffix in (".json", ".html") and path.name not in kept:
            path.unlink()
