"""`dalel promises`: figures with a deadline, and what became of them."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer


def promises(
    context: typer.Context,
    region: Annotated[str, typer.Option(help="Only promises of this region, by code or name in any spelling.")] = "KZ",
    topic: Annotated[str, typer.Option(help="Only promises of this topic of topics/.")] = "",
    language: Annotated[str, typer.Option(help="Language of the answer: kk, ru or en.")] = "en",
    state: Annotated[str, typer.Option(help="Only promises in this state: kept, broken, nothing_found …")] = "",
    rows: Annotated[bool, typer.Option("--json", help="JSON Lines for programs instead of sentences.")] = False,
) -> None:
    """List figures with a deadline, and what became of them by the last day of collection."""
    from dalel import declarations, display, pipeline, promising, reach
    from dalel.publishing import promised, tables
    from dalel.publishing.parameters import check_value
    from dalel.records.promises import Followed

    def shown(line: Followed) -> bool:
        return state in ("", line.state)

    spoken = check_value("language", language)
    promised.check_state(state)
    chosen = reach.strict(declarations.topics(context.obj), region, topic)
    run = pipeline.refresh(context.obj, display.progress)
    found = [line for line in promising.ledger(context.obj, run, *chosen) if shown(line)]
    if rows:
        for line in found:
            typer.echo(json.dumps(promising.row(line), ensure_ascii=False))
        return
    table = tables.promises_table(found, tables.by_id(tables.joined(run)), spoken, run.sample)
    for told in table.to_dict("records"):
        typer.echo(_told(told))
    typer.echo(_counts(found, spoken, promising.today(context.obj, run).isoformat()))


def _told(row: dict[Any, Any]) -> str:
    return (
        f"{row['promise_id']}  {row['state']}\n  {row['promised']}  {row['what']}  {row['where']}\n"
        f"  {row['due']}\n  {row['why']}\n  {row['quote']}"
    )


def _counts(found: list[Any], language: str, today: str) -> str:
    from dalel.publishing import promised

    words = promised.words(language)
    counts = ", ".join(f"{count} {words['states'][state]}" for state, count in promised.counted(found))
    return f"{words['count'].format(count=len(found))} ({today}){': ' + counts if counts else ''}"
