"""The commands: parse, call the pipeline, print. Errors end here, as one line that names thing, place and cure."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from dalel import arguments, homes, lines, paths
from dalel import files as writing
from dalel.commands import archive, bundle, check, find, promises, review, rows, scale, seal, topics, watch, workspace
from dalel.errors import DalelError, InvalidValue, NoWorkspace
from dalel.records import Problem

app = typer.Typer(
    name="dalel",
    help="Figures in Kazakh, Russian and English news, each with its proof.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

ANYWHERE = ("new", "sources", "read", "quantities", "claims")  # commands that need no workspace, at least not always
COLLECT, READ, PUBLISH, PLAIN = "1 Collect", "2 Read and verify", "3 Publish and cite", "4 Measure and pipe"

app.add_typer(topics.app, name="topics", rich_help_panel=READ, help="List the topics; check a topic file.")
app.command(rich_help_panel=COLLECT)(workspace.new)
app.command(rich_help_panel=COLLECT)(watch.watch)
app.command(rich_help_panel=READ)(review.review)
app.command(rich_help_panel=READ)(promises.promises)
app.command(rich_help_panel=READ)(find.find)
app.command(rich_help_panel=READ)(find.explore)
app.command(rich_help_panel=PUBLISH)(seal.seal)
app.command(rich_help_panel=PUBLISH)(bundle.bundle)
app.add_typer(archive.app, name="archive", rich_help_panel=COLLECT, help="Verify, reindex, import, export the archive.")


@app.callback()
def home(
    context: typer.Context,
    home: Annotated[
        Path | None, typer.Option("--home", metavar="DIR", help="Another workspace: its data/, figures/, own topics/ …")
    ] = None,
    workers: scale.Workers = 0,
    scheduler: scale.Scheduler = "",
    local_cluster: scale.LocalCluster = False,
) -> None:
    try:
        context.obj = paths.workspace(home)
    except NoWorkspace:
        if context.invoked_subcommand not in ANYWHERE:
            raise
        context.obj = paths.Workspace(home=Path.cwd())
    homes.check(context.obj)
    if context.invoked_subcommand not in ANYWHERE:
        context.call_on_close(lambda: homes.mark(context.obj))
    scale.choose(context, workers, scheduler, local_cluster)


@app.command(rich_help_panel=COLLECT)
def sources(context: typer.Context) -> None:
    """List the sources that can be collected."""
    from dalel import declarations, display

    display.sources(declarations.sources(context.obj).values())


@app.command(rich_help_panel=COLLECT)
def collect(
    context: typer.Context,
    source: Annotated[
        list[str] | None, typer.Option(help="Source id, again for more; or all. See `dalel sources`.")
    ] = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="Pages listed on or after this day.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Pages listed on or before this day.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="At most so many pages a source; 0: all.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be fetched; archive nothing.")] = False,
    through: Annotated[str, typer.Option(metavar="URL", help="Fetch through this HTTP proxy.")] = "",
    query: Annotated[list[str] | None, typer.Option(help="Ask the sources' own search for these words.")] = None,
    topic: Annotated[str, typer.Option(help="Ask their search for a topic of topics/, in their languages.")] = "",
    region: Annotated[str, typer.Option(help="Ask their search for a region, by code or name.")] = "",
    listed: Annotated[Path | None, typer.Option("--list", metavar="FILE", help="Only these addresses.")] = None,
    web_archive: Annotated[
        str, typer.Option(metavar="URL", help="Take what this web archive kept, e.g. https://web.archive.org.")
    ] = "",
) -> None:
    """Fetch the pages of sources into data/raw, politely."""
    from dalel import crawler, declarations, display, pipeline, reach

    bounds = reach.Bounds(
        since=arguments.day(since),
        until=arguments.day(until),
        limit=limit or None,
        addresses=crawler.read_addresses(listed) if listed else (),
        queries=tuple(query or ()),
        words=reach.search_words(declarations.topics(context.obj), topic, region),
        web_archive=web_archive or None,
    )
    try:
        report = pipeline.collect(context.obj, source or [], bounds, dry_run, through or None)
    except crawler.Interrupted as stopped:
        display.collected(stopped.report)
        raise typer.Exit(130) from None  # as shells have it for Ctrl-C
    display.collected(report)
    raise typer.Exit(1 if report.needs_a_person else 0)


@app.command(rich_help_panel=COLLECT)
def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="HTML, text or PDF files.")],
    url: Annotated[str, typer.Option(help="Where the page was published.")],
    published: Annotated[str, typer.Option(metavar="DATE", help="The day it was published, if you know it.")] = "",
    outlet: Annotated[str, typer.Option(help="Who published it.")] = "",
    media_type: Annotated[str, typer.Option("--media-type", help="If the file's name does not tell.")] = "",
) -> None:
    """Archive pages you already have as evidence."""
    from dalel import display, pipeline

    given = pipeline.Given(
        url=url, outlet=outlet or None, published=arguments.day(published), media_type=media_type or None
    )
    display.added(pipeline.add(context.obj, files, given))


@app.command(rich_help_panel=READ)
def read(
    context: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Option("--in", metavar="PATH", help="Read files or a folder instead.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where their JSON Lines go.")] = Path("-"),
    again: Annotated[
        bool, typer.Option("--again", help="Read them anew, e.g. with a mended declaration, and list what differs.")
    ] = False,
    source: Annotated[list[str] | None, typer.Option(help="With --again: only this source; again for more.")] = None,
) -> None:
    """Turn archived pages into documents; or, with --in, any files into JSON Lines."""
    from dalel import desk, display, pipeline, rereading

    if (source and not again) or (again and files):
        raise InvalidValue("--again reads archived pages anew, with --source those of one source; it goes without --in")
    if again:
        found = rereading.again(context.obj, source or [], display.progress)
        display.reread(found)
        changed = any(landmark.changed for landmark in found.landmarks)
        raise typer.Exit(1 if changed or _any_fault(found.problems) else 0)
    if files:
        problems: list[Problem] = []
        left: list[Path] = []
        count = lines.write(out, desk.document_rows(context.obj, files, problems.append, left.append))
        display.problems(problems)
        display.read_files(count, len(problems), left)
        raise typer.Exit(1 if problems else 0)
    run = pipeline.refresh(context.obj, display.progress)
    display.documents(run)
    changed = any(landmark.changed for landmark in run.landmarks)
    raise typer.Exit(1 if changed or _any_fault(run.problems) else 0)


@app.command(rich_help_panel=READ)
def extract(context: typer.Context) -> None:
    """Find every number in the documents and what it is about."""
    from dalel import display, pipeline, searching

    run = pipeline.refresh(context.obj, display.progress)
    searching.refreshed(context.obj, run, display.progress)
    display.claims(run)
    raise typer.Exit(1 if _any_fault(run.problems) else 0)


@app.command(rich_help_panel=READ)
def verify(
    context: typer.Context,
    anew: Annotated[
        bool, typer.Option("--anew", help="Make everything again, whatever this machine made before.")
    ] = False,
    sealed: Annotated[str, typer.Option("--seal", metavar="ROOT", help="Also compare with what was sealed.")] = "",
    trust: Annotated[
        Path | None, typer.Option(metavar="PEM", help="Certificates of the time-stamping authorities you trust.")
    ] = None,
) -> None:
    """Check that everything is what the archive gives; exits with 1 where something was altered or is missing."""
    seal.verify(context.obj, anew, sealed, trust)


@app.command(rich_help_panel=READ)
def changes(
    context: typer.Context,
    region: Annotated[str, typer.Option(help="Only numbers of this region, by code or name in any spelling.")] = "KZ",
    topic: Annotated[str, typer.Option(help="Only numbers of this topic of topics/.")] = "",
) -> None:
    """List the numbers that appeared, changed or vanished between captures of one address."""
    from dalel import declarations, display, pipeline, reach

    chosen = reach.strict(declarations.topics(context.obj), region, topic)
    run = pipeline.refresh(context.obj, display.progress)
    display.changes(pipeline.changes(context.obj, run, *chosen), run)


@app.command(rich_help_panel=PUBLISH)
def publish(
    context: typer.Context,
    region: Annotated[str, typer.Option(help="A region, by code or name in any spelling; KZ: the country.")] = "KZ",
    language: Annotated[
        str | None, typer.Option(help="Language of charts and tables: kk, ru or en; en, and with --all every one.")
    ] = None,
    all_regions: Annotated[bool, typer.Option("--all", help="Every region, and an index of them.")] = False,
) -> None:
    """Make the tables, charts and report of a region."""
    from dalel import display, edition, searching

    if all_regions:
        made, index = edition.publish_all(context.obj, [language] if language else (), display.progress)
        display.published_all(made, index)
    else:
        made = [edition.publish(context.obj, region, language or "en", display.progress)]
        display.published(made[0])
    searching.refreshed(context.obj, progress=display.progress)
    raise typer.Exit(1 if _any_fault(made[0].changed) else 0)


@app.command(rich_help_panel=PUBLISH)
def run(
    context: typer.Context,
    notebook: Annotated[str, typer.Argument(help="Name of a notebook in notebooks/, without .ipynb.")],
    parameter: Annotated[
        list[str] | None, typer.Option("--parameter", "-p", metavar="NAME=VALUE", help="For example region=KZ-63.")
    ] = None,
) -> None:
    """Run one notebook with parameters."""
    from dalel import desk, display

    job, ran = desk.run_notebook(context.obj, notebook, arguments.pairs(parameter or []), display.progress)
    display.notebook(job, ran)


@app.command(rich_help_panel=PUBLISH)
def show(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="ID", help="Claim id, as printed in tables and charts.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show the passport of a number: the archived words, their hash, the checks."""
    from dalel import desk, display

    passport = desk.passport(context.obj, claim)
    display.passport(passport, as_json)
    raise typer.Exit(0 if passport["evidence"]["unchanged"] else 1)


app.command(rich_help_panel=PUBLISH)(check.check)
app.command(rich_help_panel=PUBLISH)(check.cite)
app.command(rich_help_panel=PLAIN)(rows.quantities)
app.command(rich_help_panel=PLAIN)(rows.claims)
app.command(rich_help_panel=READ)(scale.clean)


def main() -> None:
    """Entry point; the one place where an unexpected error is caught."""
    try:
        app(standalone_mode=True)
    except DalelError as error:
        _fail(str(error))
    except BrokenPipeError:
        os._exit(0)
    except Exception as error:  # the edge: a person gets a sentence, a developer the traceback
        cure = writing.cure(error) if isinstance(error, OSError) else None
        if cure is None and os.environ.get("DALEL_TRACEBACK"):
            raise
        fault = f"a fault in dalel itself: {type(error).__name__}: {error}\nset DALEL_TRACEBACK=1 to see where"
        _fail(f"cannot write: {error}; {cure}" if cure else fault)


def _any_fault(problems: Iterable[Problem]) -> bool:
    return any(problem.fault for problem in problems)


def _fail(message: str) -> None:
    typer.secho(f"dalel: {message}", fg="red", err=True)
    raise SystemExit(1)
