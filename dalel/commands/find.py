"""`dalel find` and `dalel explore`: what is kept, by words and filters, in the terminal and in Datasette."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dalel.errors import InvalidValue


def find(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help='In any language and script; "…" a phrase, …* a beginning.'),
    ] = None,
    topic: Annotated[str, typer.Option(help="Only numbers of this topic of topics/.")] = "",
    indicator: Annotated[str, typer.Option(help="Only this indicator, e.g. cameras.share_equipped.")] = "",
    region: Annotated[str, typer.Option(help="Only this region, by code or name in any spelling.")] = "",
    unit: Annotated[str, typer.Option(help="Only this unit: KZT, percent, school …")] = "",
    least: Annotated[str, typer.Option("--min", metavar="NUMBER", help="Values of at least that.")] = "",
    most: Annotated[str, typer.Option("--max", metavar="NUMBER", help="Values of at most that.")] = "",
    since: Annotated[str, typer.Option(metavar="DATE", help="About this day or later.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="About this day or earlier.")] = "",
    status: Annotated[str, typer.Option(help="Only planned, contracted, actual, alleged …")] = "",
    verdict: Annotated[str, typer.Option(help="Only verified, adds-up, single-source, contradicted …")] = "",
    source: Annotated[str, typer.Option(help="Only pages of this source: see `dalel sources`.")] = "",
    language: Annotated[str, typer.Option(help="Only pages in kk, ru or en.")] = "",
    sentences: Annotated[bool, typer.Option("--sentences", help="Sentences, also those without a number.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many; 20, with --out all.")] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a .csv, .xlsx, .parquet or .jsonl file instead.")
    ] = None,
) -> None:
    """Search what is kept: numbers and sentences by words of any language, with filters."""
    from dalel import answers, display, searching

    kind = _kind(out)
    given = {"topic": topic, "indicator": indicator, "region": region, "unit": unit, "least": least, "most": most,
             "since": since, "until": until, "status": status, "verdict": verdict, "source": source,
             "language": language}  # fmt: skip
    asked = searching.question(context.obj, " ".join(words or []), given)
    ask = searching.sentences if sentences else searching.find
    answer, problems = ask(context.obj, asked, limit or (None if out else answers.SHOWN), display.progress)
    display.problems(problems)
    if out is None:
        answers.answer(answer)
    else:
        searching.write(out, answer, kind)
        answers.written(answer, out)
    raise typer.Exit(0 if answer.total else 1)


def explore(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this machine; 0: any that is free.")] = 8001,
) -> None:
    """Browse what is kept in Datasette, on this machine only: needs the extra explore."""
    from dalel import display, searching
    from dalel.search import explore as served

    index, problems = searching.refreshed(context.obj, progress=display.progress)
    display.problems(problems)
    if not isinstance(index, Path):
        raise InvalidValue("this home cannot be written, so that there is no file to serve: copy it, or mend that")
    served.serve(index, context.obj.report, port)


def _kind(out: Path | None) -> str:
    from dalel import searching

    kind = out.suffix.lower().removeprefix(".") if out else ""
    if out and kind not in searching.KINDS:
        known = ", ".join(f".{one}" for one in searching.KINDS)
        raise InvalidValue(f"--out {out.name} has no ending that tells its format: one of {known}")
    return kind
