"""The commands for other people's pipelines: JSON Lines in, JSON Lines out, no home needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from dalel import lines
from dalel.records import Problem


def quantities(
    context: typer.Context,
    source: Annotated[Path, typer.Option("--in", help="JSON Lines: id, text, language (optional).")],
    out: Annotated[Path, typer.Option("--out", help="JSON Lines: id, quantities.")],
    explain: Annotated[bool, typer.Option("--explain", help="Say of each number left alone why.")] = False,
) -> None:
    """Numbers of any texts: JSON Lines in and out."""
    from dalel import desk

    _pipe(source, out, lambda rows, failed: desk.quantity_rows(context.obj, rows, failed, explain))


def claims(
    context: typer.Context,
    source: Annotated[
        Path, typer.Option("--in", help="JSON Lines: id, text, language, title, lead, published, url, …")
    ],
    out: Annotated[Path, typer.Option("--out", help="JSON Lines: id, claims.")],
) -> None:
    """Claims of any documents: JSON Lines in and out."""
    from dalel import desk

    _pipe(source, out, lambda rows, failed: desk.claim_rows(context.obj, rows, failed))


def _pipe(source: Path, out: Path, convert: Callable[[Iterable[str], lines.Failed], Iterable[str]]) -> None:
    """Rows in, rows out; exits with 1 where we failed on a line: it is named, and the rest goes on."""
    from dalel import display

    problems: list[Problem] = []
    lines.write(out, lines.of(source, convert(lines.read(source), problems.append)))
    name = "standard input" if str(source) == "-" else str(source)
    display.problems([replace(problem, subject=f"{name}, {problem.subject}") for problem in problems])
    raise typer.Exit(1 if problems else 0)
