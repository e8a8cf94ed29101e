"""The static report of a region and the index over all regions: one page a language, passports, notebooks as HTML.

Everything works from file:// and asks no other host for anything; a page says so to the browser as well (its
Content-Security-Policy allows neither scripts nor other hosts).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from dalel import files, paths
from dalel.publishing import gate, names, passports, tables
from dalel.publishing.evidence import Evidence
from dalel.publishing.notebooks import notebook_page
from dalel.publishing.rendering import render, view
from dalel.publishing.wording import LANGUAGES, word, words
from dalel.records import Review

LEVEL = "contradicted"


def write_region(
    space: paths.Workspace, region: str, language: str, evidence: Evidence, notebooks: Sequence[Path],
    reviews: Sequence[Review] = (),
) -> Path:  # fmt: skip
    """Writes the report of a region below data/processed/<region>/report and returns its index.html (in `language`).

    One page a language with the others a click away, a passport (HTML and JSON) of every claim, the executed notebooks
    as HTML, and the charts that lie in figures/<region>. Files of claims that are no more are removed. The index over
    the regions is written anew, so that the way back leads somewhere.
    """
    folder = space.tables(region) / "report"
    frame = tables.of_region(tables.joined(evidence), region)
    _passports(folder / "passports", frame, evidence, reviews)
    named = [_notebook(folder / "notebooks", path, language, evidence.sample) for path in notebooks]
    for code in LANGUAGES:
        context = _region_context(space, region, code, evidence, frame)
        content = render("region.html.j2", **context, notebooks=named)
        files.write_if_changed(folder / f"index.{code}.html", content)
        if code == language:
            files.write_if_changed(folder / "index.html", content)
    write_index(space, evidence, language)
    return folder / "index.html"


def write_index(space: paths.Workspace, evidence: Evidence, language: str) -> Path:
    """Writes data/processed/index.html (and one a language) over all regions that have a report; returns its path."""
    frame = tables.joined(evidence)
    found = [code for code in names.region_order() if (space.tables(code) / "report" / "index.html").is_file()]
    for code in LANGUAGES:
        rows = [_index_row(tables.of_region(frame, region), region, code) for region in found]
        titles = [words(code)["columns"]["claims"], *(word("verdicts", verdict, code) for verdict in gate.LEVELS)]
        title = words(code)["report"]["index_title"]
        context = {"language": code, "languages": LANGUAGES, "sample": evidence.sample, "title": title}
        content = render("index.html.j2", **context, regions=rows, titles=titles)
        files.write_if_changed(space.processed / f"index.{code}.html", content)
        if code == language:
            files.write_if_changed(space.processed / "index.html", content)
    return space.processed / "index.html"


def _index_row(frame: pd.DataFrame, region: str, language: str) -> dict[str, Any]:
    counts = [len(frame), *(int((frame["verdict"] == verdict).sum()) for verdict in gate.LEVELS)]
    return {"code": region, "name": names.region(region, language), "counts": counts}


def _passports(folder: Path, frame: pd.DataFrame, evidence: Evidence, reviews: Sequence[Review]) -> None:
    kept = set()
    wanted = set(frame["claim_id"])
    chosen = (claim for claim in evidence.claims if claim.claim_id in wanted)
    for passport in passports.build_all(evidence, chosen, reviews):
        name = paths.slug(passport["claim_id"])
        content = json.dumps(passport, ensure_ascii=False, indent=1) + "\n"
        files.write_if_changed(folder / f"{name}.json", content.encode("utf-8"))
        for language in LANGUAGES:
            files.write_if_changed(folder / f"{name}.{language}.html", passports.page(passport, wanted))
        kept |= {f"{name}.json", *(f"{name}.{language}.html" for language in LANGUAGES)}
    for path in sorted(folder.glob("*")):
        if path.suffix in (".json", ".html") and path.name not in kept:
            path.unlink()


def _notebook(folder: Path, path: Path, language: str, sample: bool) -> str:
    files.write_if_changed(folder / f"{path.stem}.html", notebook_page(path, language, sample))
    return path.stem


def _region_context(
    space: paths.Workspace, region: str, language: str, evidence: Evidence, frame: pd.DataFrame
) -> dict[str, Any]:
    said: Mapping[str, str] = words(language)["report"]
    name = names.region(region, language)
    counts = {"claims": len(frame), "pages": frame["document_id"].nunique(), "outlets": frame["outlet"].nunique()}
    whole = region == "KZ"
    return {
        "language": language,
        "languages": LANGUAGES,
        "sample": evidence.sample,
        "region": region,
        "title": said["title"].format(region=name),
        "lead": said["lead"].format(**counts),
        "level_note": said["level"].format(level=word("verdicts", LEVEL, language)),
        "rule_note": said["rule"].format(version=evidence.rule.version, digest=evidence.rule.sha256),
        "found": len(frame),
        "known": frozenset(frame["claim_id"]),
        "charts": _charts(space, region, language),
        "verdicts": view(tables.verdicts(frame, language).drop(columns="claim_ids"), language, "passports"),
        "sections": _sections(frame, evidence, language, whole),
        "claims": _claims(frame, language),
        "collected": view(
            tables.sources(evidence, language) if whole else tables.pages(evidence, frame, language),
            language,
            "passports",
        ),
        "problems": view(tables.problems(evidence), language, "passports"),
    }


def _sections(frame: pd.DataFrame, evidence: Evidence, language: str, whole: bool) -> list[dict[str, Any]]:
    made = {
        "shares": tables.shares(frame, evidence.findings, language, LEVEL),
        "announced": tables.announced(frame, language, LEVEL),
        "comparison": tables.comparison(frame, language, LEVEL),
        "remarks": tables.remarks(frame, evidence.findings, language),
    }
    if whole:
        made["by_region"] = tables.by_region(frame, language, LEVEL)
    said = words(language)["report"]
    return [
        {"id": name, "title": said[name], "view": view(table, language, "passports")} for name, table in made.items()
    ]


def _claims(frame: pd.DataFrame, language: str) -> list[dict[str, Any]]:
    groups = []
    for topic in sorted(frame["topic"].dropna().unique()):
        chosen = tables.select(frame, topic=topic)
        groups.append({"title": names.indicator(topic, language), "view": _claim_view(chosen, language)})
    rest = frame[frame["topic"].isna()]
    if len(rest):
        groups.append({"title": words(language)["labels"]["no_topic"], "view": _claim_view(rest, language)})
    return groups


def _claim_view(frame: pd.DataFrame, language: str) -> dict[str, Any]:
    return view(tables.claims_table(frame, language, LEVEL), language, "passports")


def _charts(space: paths.Workspace, region: str, language: str) -> list[dict[str, Any]]:
    """The charts of the region, in this language where there is one, else in the one there is; sorted by name."""
    chosen: dict[str, dict[str, Any]] = {}
    folder = os.path.relpath(space.charts(region), space.tables(region) / "report").replace(os.sep, "/")
    for path in sorted(space.charts(region).glob("*.json")):
        try:
            about = json.loads(path.read_text("utf-8"))
            chart = {name: about[name] for name in ("title", "language", "claims")} | {"slug": path.stem}
        except (ValueError, KeyError, TypeError):
            continue
        key = path.stem.removesuffix(f"-{chart['language']}")
        if key not in chosen or chart["language"] == language:
            chosen[key] = chart | {"folder": folder}
    return [chosen[key] for key in sorted(chosen)]
