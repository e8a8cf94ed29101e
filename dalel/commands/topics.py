"""`dalel topics`: the topics of a workspace, and whether a file declares one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dalel import declarations
from dalel.errors import UnreadableFile

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command("list")
def listed(context: typer.Context) -> None:
    """List the topics, each with its indicators."""
    for topic in declarations.topics(context.obj).values():
        typer.echo(f"{topic.id}  {topic.titles['en']}")
        for indicator in topic.indicators:
            typer.echo(f"  {indicator.id}  {indicator.titles['en']}")


@app.command()
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A topic file, in topics/ or anywhere.")],
) -> None:
    """Tell what is wrong with a topic file, and try its EXAMPLES; exits with 1 where something is."""
    from dalel.claims import trials
    from dalel.topics import load_topic

    if not file.is_file():
        raise UnreadableFile(f"{file}: no such file; name a topic file, as topics/roads.toml")
    topic = load_topic(file)
    tried = list(trials.trials(file, declarations.topics(context.obj) | {topic.id: topic}))
    wrong = [trial for trial in tried if not trial.right]
    for trial in wrong:
        must = "must not get" if trial.place.startswith("NOT") else "must get"
        typer.echo(
            f"{trial.place} «{trial.quote}» {must} {trial.indicator}\n  read: {trial.found}\n  in:   {trial.text}"
        )
    for gap in trials.gaps(file):
        typer.echo(f"no {gap}: write one, so that the words are tried in every language")
    typer.echo(
        f"{topic.id}: {len(topic.indicators)} indicators, {len(tried) - len(wrong)} of {len(tried)} examples right"
    )
    raise typer.Exit(1 if wrong or trials.gaps(file) else 0)
