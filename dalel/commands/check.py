"""The commands for one's own text: `dalel check`, and `dalel cite`, which can write citations into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dalel import display, files
from dalel.errors import InvalidValue, UnknownName
from dalel.marking import CLOSE, OPEN

if TYPE_CHECKING:
    from dalel.proofreading.marks import Mark
    from dalel.proofreading.report import Checked

FORMS = ("table", "json")
WIDTH = 60  # characters of a sentence on either side of its number
LOOK = {"backed": "green", "drift": "bold red", "derived": "blue", "own": "blue", "unbacked": "dim"}


def check(
    context: typer.Context,
    texts: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Markdown, text, HTML, DOCX, executed notebooks; - for stdin.")
    ],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also as one page, with evidence.")
    ] = None,
    sarif: Annotated[
        Path | None, typer.Option("--sarif", metavar="FILE", help="Also as SARIF 2.1.0, for editors and forges.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
    language: Annotated[str, typer.Option(help="Language of what is printed: kk, ru or en.")] = "en",
) -> None:
    """Check the numbers of your own text against the archive; exits with 1 where one drifts."""
    from dalel import checked
    from dalel.proofreading import explaining, rows

    if form not in FORMS:
        raise UnknownName("format", form, FORMS)
    explaining.words(language)
    found = checked.check(context.obj, texts, display.progress)
    if html is not None:
        files.write_if_changed(html, checked.page(context.obj, found, language, html))
    if sarif is not None:
        files.write_if_changed(sarif, rows.as_sarif(found, language).encode("utf-8"))
    if form == "json":
        typer.echo(rows.as_json(found))
    else:
        for one in found:
            _print(one, language)
    raise typer.Exit(1 if any(one.is_wrong for one in found) else 0)


def cite(
    context: typer.Context,
    asked: Annotated[
        str, typer.Argument(metavar="[ID | CHART | TABLE | REGION | collection]", help="What to cite.")
    ] = "",
    form: Annotated[str, typer.Option("--format", help="bibtex, csl, ris or text.")] = "bibtex",
    language: Annotated[str, typer.Option(help="Language of the title of a table, report, collection.")] = "en",
    into: Annotated[
        Path | None, typer.Option("--into", metavar="FILE", help="Cite what is backed in this text, as footnotes.")
    ] = None,
) -> None:
    """Print a citation of a number, chart, table, report or the collection, or write those of a text into it."""
    from dalel import checked, citing

    if bool(asked) == (into is not None):
        raise InvalidValue("name what to cite, or a text with --into FILE; not both")
    if into is None:
        typer.echo(citing.citation(context.obj, asked, form, language))
        return
    content, added, backed = checked.cited(context.obj, into)
    files.write_if_changed(into, content.encode("utf-8"))
    display.OUT.print(f"{display.escape(str(into))}: {backed} numbers backed, {added} footnotes added")


def _print(one: Checked, language: str) -> None:
    from dalel.proofreading.explaining import words
    from dalel.proofreading.rows import place

    said = words(language)
    sample = "  [bold]SAMPLE[/bold]" if one.archive.sample else ""
    display.OUT.print(f"[bold]{display.escape(one.manuscript.name)}[/bold]{sample}")
    for mark in one.marks:
        line, column = place(one.manuscript.given, mark.start)
        look = LOOK["drift"] if mark.is_wrong else LOOK[mark.finding]
        at = f"{line}:{column}" if one.manuscript.lines else "-"
        display.OUT.print(f"{at:<8}[{look}]{said['findings'][mark.finding]}[/{look}]  {display.escape(_marked(mark))}")
        for told in one.lines(mark, language):
            display.OUT.print(f"        [dim]{display.escape(told)}[/dim]")
    display.OUT.print(display.escape(one.counts(language) if one.marks else str(said["nothing"])))


def _marked(mark: Mark) -> str:
    """The sentence with its number marked, cut to what fits on a line or two."""
    before, after = mark.sentence[: mark.at], mark.sentence[mark.at + len(mark.quote) :]
    head = before if len(before) <= WIDTH else "…" + before[-WIDTH:]
    tail = after if len(after) <= WIDTH else after[:WIDTH] + "…"
    return f"{head}{OPEN}{mark.quote}{CLOSE}{tail}"
