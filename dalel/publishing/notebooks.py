"""Executed notebooks -> pages of the report."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from markupsafe import Markup

from dalel.errors import UnreadableFile
from dalel.publishing.rendering import render
from dalel.publishing.runs import PASSPORTS

_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)  # the page has its own


def notebook_page(path: Path, language: str, sample: bool) -> bytes:
    """An executed notebook as a page of the report: nothing is loaded from anywhere, pictures are inside.

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
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="basic", mathjax_url="", require_js_url="", jquery_url=""
    )
    body, _ = exporter.from_notebook_node(notebook)
    body = _STYLE.sub("", body).replace(f'href="{PASSPORTS}/', 'href="../passports/')
    return render("notebook.html.j2", language=language, sample=sample, title=path.stem, body=Markup(body))
