"""`dalel seal` and `dalel verify`: one root over everything a home holds, and whether it still is what it was."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dalel import paths


def seal(
    context: typer.Context,
    authority: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="Ask this RFC 3161 authority for a time stamp; again for more."),
    ] = None,
    trust: Annotated[
        Path | None,
        typer.Option(metavar="PEM", help="Certificates of authorities you trust; else the system's."),
    ] = None,
) -> None:
    """Print one digest over archive, decisions, rule and outputs: who has it can prove any later change."""
    from dalel import display, sealing

    made = sealing.seal(context.obj, display.progress)
    display.sealed(made.root, made.path, made.count)
    for url in authority or []:
        stamp = sealing.stamp(context.obj, made, url, trust)
        typer.echo(f"time stamp {stamp.at.isoformat()} by {stamp.authority}")


def verify(space: paths.Workspace, anew: bool, sealed: str, trust: Path | None) -> None:
    """Prints what is not as it should be, the findings and the counts; exits with 1 where there is damage."""
    from dalel import display, proving, sealing, searching

    since = sealing.compare(space, sealed, trust) if sealed else None
    proof = proving.prove(space, display.progress, anew)
    _, remade = searching.refreshed(space, proof.run, display.progress)
    display.problems([*proof.damage, *remade])
    display.findings(proof.run)
    told = {problem.subject for problem in proof.damage}
    display.problems([problem for problem in proof.run.problems if problem.subject not in told])
    if since is not None:
        display.since(sealed, since)
    wrong = proof.damage or (since is not None and since.damage) or any(one.fault for one in proof.run.problems)
    raise typer.Exit(1 if wrong else 0)
