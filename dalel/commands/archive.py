"""`dalel archive …`: the commands that look after the archive itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True)


@app.command()
def verify(context: typer.Context) -> None:
    """Check every digest of every record against the index; exits with 1 where something was altered."""
    from dalel import archive, display

    damage = archive.verify(context.obj.raw)
    files = list(archive.warcs(context.obj.raw))
    display.problems(damage)
    typer.echo(f"{len(files)} files checked, {len(damage)} problems")
    raise typer.Exit(1 if damage else 0)


@app.command()
def reindex(context: typer.Context) -> None:
    """Write the index anew beside each file whose index is missing or does not fit it; what was lost stays named."""
    from dalel import archive, display

    written = archive.reindex(context.obj.raw)
    for index in written:
        typer.echo(f"written {index}")
    if written:
        display.problems(archive.history(context.obj.raw)[1])


@app.command("import")
def import_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="WARC, ARC or WACZ files of others.")],
) -> None:
    """Take the pages of other archives into this one; damaged records are left out and listed."""
    from dalel import archive, crawler, declarations, display

    declared = list(declarations.sources(context.obj).values())
    left_out = False
    for file in files:
        report = archive.import_file(context.obj.raw, file, lambda url: crawler.source_for(declared, url))
        display.problems(report.problems)
        left = sum(report.left_out.values()) + sum(problem.reason.endswith("left out") for problem in report.problems)
        typer.echo(f"{file.name}: {report.imported} imported, {report.known} were here already, {left} left out")
        for reason, count in report.left_out.items():
            typer.echo(f"  {count} left out, {reason}")
        left_out = left_out or bool(report.problems)
    raise typer.Exit(1 if left_out else 0)


@app.command()
def export(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE.wacz", help="A new file.")],
    source: Annotated[list[str] | None, typer.Option(help="Only this source; again for more.")] = None,
) -> None:
    """Write the archive, or some sources of it, as one WACZ file to hand on."""
    from dalel import archive

    typer.echo(f"written {archive.export(context.obj.raw, target, source or [])}")
