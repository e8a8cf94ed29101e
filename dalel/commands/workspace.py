"""`dalel new`: a workspace to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dalel import starting


def new(folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that is not there yet.")]) -> None:
    """Make a workspace to start from: an investigation, its notebook, a source and a page to try them on."""
    for name in starting.lay(folder):
        typer.echo(f"  {folder / name}")
    typer.echo(f"next: cd {folder}, and the four commands of its README.md")
