"""Executed notebooks -> pages of the report, and the list of them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dalel import files, paths
from dalel.errors import UnreadableFile
from dalel.publishing import names, prose
from dalel.publishing.rendering import render
from dalel.publishing.runs import PASSPORTS
from dalel.publishing.wording import LANGUAGES

_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)  # the page has its own
_LANGUAGE = re.compile(r"(.+)-(kk|ru|en)")


def write(space: paths.Workspace, sample: bool) -> None:
    """Writes report/notebooks/<region>/<name>-<language>.html of every executed notebook, and the page that lists them
    in each language: those in its own language first, others with their language named.
    """
    found: dict[str, list[dict[str, str]]] = {}
    for path in sorted(space.processed.glob("*/notebooks/*.ipynb")):
        named = _LANGUAGE.fullmatch(path.stem)
        region = path.parent.parent.name
        if not named or region not in names.region_order():
            continue
        title, content = page(path, named[2], sample, region)
        files.write_if_changed(space.report / "notebooks" / region / f"{path.stem}.html", content)
        entry = {"file": path.stem, "name": named[1], "language": named[2], "title": title}
        found.setdefault(region, []).append(entry)
    for language in LANGUAGES:
        executed = [
            {"code": code, "name": names.region(code, language), "notebooks": _chosen(found[code], language)}
            for code in names.region_order()
            if code in found
        ]
        title = str(prose.says(language)["notebooks"])
        context = {"language": language, "sample": sample, "page": "notebooks", "root": "", "executed": executed}
        content = render("site/notebooks.html.j2", **context, title=title, description=title)
        files.write_if_changed(space.report / f"notebooks.{language}.html", content)


def page(path: Path, language: str, sample: bool, region: str = "KZ") -> tuple[str, bytes]:
    """Title and page of an executed notebook: nothing is loaded from anywhere, pictures are inside, code is folded.

    UnreadableFile where the notebook cannot be read.
    """
    # nbformat pulls it in through jsonschema; it costs every process over a second and only checks IRIs
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    import nbformat
    from nbconvert import HTMLExporter

    try:
        notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"{path.name} is no notebook that can be read: {error}; run it again") from error
    title = _title(notebook, path.stem)
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="basic", mathjax_url="", require_js_url="", jquery_url=""
    )
    body, _ = exporter.from_notebook_node(notebook)
    body = _STYLE.sub("", body).replace(f'href="{PASSPORTS}/', 'href="../../passports/')
    context = {"language": language, "sample": sample, "page": f"notebooks/{region}/{path.stem}", "root": "../../"}
    shown = render("site/notebook.html.j2", **context, title=title, description=title, body=Markup(body))
    return title, shown


def _title(notebook: Any, otherwise: str) -> str:
    first = next((cell.source for cell in notebook.cells if cell.cell_type == "markdown"), "")
    line = str(first).strip().split("\n", 1)[0]
    return line.lstrip("# ") if line.startswith("# ") else otherwise


def _chosen(entries: list[dict[str, str]], language: str) -> list[dict[str, str]]:
    """One entry a notebook: in this language where there is one, else every other there is."""
    own = {entry["name"] for entry in entries if entry["language"] == language}
    return [entry for entry in entries if entry["language"] == language or entry["name"] not in own]
