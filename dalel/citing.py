"""What a person asks to cite: one number, a chart, a table, a report, or the whole collection of a home."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dalel import files, ledger, paths, pipeline, regions
from dalel.errors import UnknownClaim, UnknownName, UnreadableFile
from dalel.ledger import Run

COLLECTION = "collection"
BESIDE = "seal.txt"  # in data/processed: the root that was printed last
_MADE = re.compile(r"(?:figures/|data/processed/)?([A-Za-z]{2}(?:-[0-9]{2})?)/([A-Za-z0-9][\w-]*)(?:\.[a-z]+)?")


def citation(space: paths.Workspace, asked: str, form: str, language: str = "en") -> str:
    """A citation as bibtex, csl (JSON), ris or text.

    `asked` is a claim id; a chart or table as they lie in figures/ and data/processed (KZ-43/shares-all-kk,
    figures/KZ/prices-computers-en.svg, KZ-43/claims.csv); a region, by code or name, for its report; or "collection".
    UnknownClaim or UnknownName, with what can be cited, otherwise.
    """
    from dalel.publishing import citations, passports, wording

    wording.words(language)  # UnknownName, with the nearest, before any work
    run = pipeline.refresh(space)
    made_with = software(space)
    if asked == COLLECTION:
        return citations.cite_made(_collection(space, run, language), form, made_with)
    if made := _MADE.fullmatch(asked):
        region, name = made[1].upper(), made[2]
        chart, table = space.charts(region) / f"{name}.json", space.tables(region) / f"{name}.csv"
        if chart.is_file():
            return citations.cite_chart(_read(chart) | {"region": region}, form, made_with, _day(run))
        if table.is_file():
            return citations.cite_made(_table(run, region, table, language), form, made_with)
        raise UnknownName("chart or table", asked, _there(space))
    try:
        return citations.cite(passports.build(run, asked), form, made_with)
    except UnknownClaim as error:
        if (region := _region(asked)) is None:
            told = f"{error}; a chart or table is named KZ/NAME, a report by its region, all of it `{COLLECTION}`"
            raise UnknownClaim(told) from error
    return citations.cite_made(_report(space, run, region, language), form, made_with)


def software(space: paths.Workspace) -> str:
    """Name, version and digest of the code, which holds also what was changed since any commit."""
    try:
        number = version("dalel")
    except PackageNotFoundError:  # run from a folder that nobody installed
        number = "not installed"
    return f"dalel {number}, code SHA-256 {ledger.code_digest(space)}"


def _region(asked: str) -> str | None:
    try:
        return regions.find_region(asked).code
    except UnknownName:
        return None


def _day(run: Run) -> str:
    """The last day on which a page was collected: no clock dates what is made of them."""
    return max((capture.captured_at.date().isoformat() for capture in run.captures), default="")


def _read(chart: Path) -> dict[str, object]:
    try:
        found = json.loads(chart.read_text("utf-8"))
        if not {"chart", "title", "language", "level", "sample", "claims", "files"} <= found.keys():
            raise ValueError("it says not what is drawn")
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        raise UnreadableFile(f"{chart.name}: {error}; draw the chart again") from error
    return dict(found)


def _there(space: paths.Workspace) -> list[str]:
    """The charts and tables that can be cited, as they are named."""
    drawn = [path.relative_to(space.figures).with_suffix("").as_posix() for path in space.figures.glob("*/*.json")]
    tables = [path.relative_to(space.processed).as_posix() for path in space.processed.glob("*/*.csv")]
    return sorted([*drawn, *tables])


def _table(run: Run, region: str, table: Path, language: str) -> dict[str, str]:
    from dalel.publishing import names

    return _made(run, language) | {
        "id": f"dalel-{region}-{table.stem}",
        "type": "dataset",
        "title": f"dalel: {table.stem}. {names.region(region, language)}",
        "note": f"Table {region}/{table.name}, SHA-256 {files.digest(table)}",
    }


def _report(space: paths.Workspace, run: Run, region: str, language: str) -> dict[str, str]:
    from dalel.publishing import names, prose

    page = space.report / f"region-{paths.slug(region)}.{language}.html"
    digest = files.digest(page)
    told = f"SHA-256 {digest}" if digest else "not published here yet"
    return _made(run, language) | {
        "id": f"dalel-report-{region}-{language}",
        "type": "report",
        "title": str(prose.says(language)["place"]["title"]).format(name=names.region(region, language)),
        "note": f"Report {page.name}, {told}; made from {len(run.documents)} pages, last collected on {_day(run)}",
    }


def _collection(space: paths.Workspace, run: Run, language: str) -> dict[str, str]:
    from dalel.publishing import prose

    beside = space.processed / BESIDE
    sealed = f", sealed as {beside.read_text('ascii').strip()}" if beside.is_file() else ""
    return _made(run, language) | {
        "id": f"dalel-{COLLECTION}-{run.fingerprint[:12]}",
        "type": COLLECTION,
        "title": f"dalel: {prose.says(language)['tagline']}",
        "note": f"{len(run.captures)} archived pages, {len(run.claims)} claims; SHA-256 over captures, decisions and"
        f" code {run.fingerprint}{sealed}",
    }


def _made(run: Run, language: str) -> dict[str, str]:
    return {"day": _day(run), "language": language, "sample": "sample" if run.sample else ""}
