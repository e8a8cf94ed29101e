"""`dalel bundle`: numbers with everything that it takes to check them, as one file to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def bundle(
    context: typer.Context,
    asked: Annotated[list[str], typer.Argument(metavar="ID… | CHART | REGION", help="Claim ids, a chart, a region.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.html", help="Where it goes.")],
    language: Annotated[str, typer.Option(help="Language of the page: kk, ru or en.")] = "en",
) -> None:
    """Pack numbers, their archived pages and a verifier into one HTML file for strangers."""
    from dalel import bundling, display, files

    content = bundling.bundle(context.obj, asked, language)
    files.write_if_changed(out, content)
    display.bundled(out, len(content))
