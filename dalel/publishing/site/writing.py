"""Every page of the report, in three languages, and the files beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dalel import files, paths
from dalel.publishing import passports
from dalel.publishing.rendering import render
from dalel.publishing.site import about, cards, downloads, drawn, explorer, front, places
from dalel.publishing.site.edition import Edition, provinces
from dalel.publishing.wording import LANGUAGES
from dalel.records import Problem

STAMP = "made.json"
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
            if address == "index" and language == DEFAULT:
                files.write_if_changed(folder / "index.html", content)
    for path in sorted((folder / "charts").glob("*")):
        if path.name not in charts:
            path.unlink()
    _cards(edition, folder / "passports")
    downloads.write(edition, folder / "downloads")
    return folder / "index.html"


def stamp(folder: Path, key: str) -> None:
    """Notes what the site was made from and the SHA-256 of each of its files."""
    made = {path.relative_to(folder).as_posix(): files.digest(path) for path in _files(folder)}
    text = json.dumps({"key": key, "files": made}, indent=1, sort_keys=True) + "\n"
    files.write_if_changed(folder / STAMP, text.encode("utf-8"))


def is_current(folder: Path, key: str) -> bool:
    """Whether the site was made from this and is as it was written."""
    try:
        made_from = json.loads((folder / STAMP).read_text("utf-8"))["key"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(made_from == key) and not altered(folder)


def altered(folder: Path) -> list[Problem]:
    """Pages and files of the site that are not as they were written, sorted; empty where there is no site."""
    try:
        known = json.loads((folder / STAMP).read_text("utf-8"))["files"]
        listed = {str(name): str(digest) for name, digest in known.items()}
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return [_problem(STAMP, f"cannot be read ({error})")]
    there = {path.relative_to(folder).as_posix() for path in _files(folder)}
    gone = [_problem(name, "is missing") for name in listed if name not in there]
    more = [_problem(name, "was not made by dalel") for name in there if name not in listed]
    edited = [
        _problem(name, "edited: not what was written")
        for name, digest in listed.items()
        if name in there and files.digest(folder / name) != digest
    ]
    return sorted([*gone, *more, *edited], key=lambda problem: problem.subject)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != STAMP)


def _problem(name: str, reason: str) -> Problem:
    return Problem(stage="verify", subject=f"report {name}", reason=f"{reason}; publish again")


def region_page(folder: Path, code: str, language: str) -> Path:
    """Where the page of a region lies."""
    return folder / f"region-{paths.slug(code)}.{language}.html"


def _pages(edition: Edition, language: str) -> Iterator[Page]:
    yield "index", "front", front.context(edition, language)
    yield "numbers", "numbers", explorer.context(edition, "all", edition.frame, language)
    yield "methods", "methods", about.methods(edition, language)
    yield "data", "data", about.data(edition, language)
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
