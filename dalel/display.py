"""What the commands print: short tables on standard output, progress and problems on standard error."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from rich.console import Console
from rich.markup import escape as as_text
from rich.progress import track
from rich.table import Table

from dalel.characters import escaped, harmless
from dalel.ledger import Run
from dalel.marking import OPEN, marked, sighted
from dalel.records import Capture, Change, Problem, Review, VerdictName
from dalel.sources import Source

if TYPE_CHECKING:
    from dalel.crawler import CollectReport
    from dalel.edition import Published
    from dalel.rereading import Rereading
    from dalel.review import Waiting
    from dalel.sealing import Since
    from dalel.watching import Found

GRAVITY = ("broken", "conflict", "note", "holds")
REREAD = ("same", "mended", "changed", "lost", "unreadable", "new")
COUNTS = ("pages", "claims", "fetched", "unchanged", "refused", "failed", "expected", *REREAD)
LINE = 110  # characters of a sentence in a table
LISTED = 20  # pages of one kind; the table above them counts all
OUT = Console(highlight=False, soft_wrap=True)
ERR = Console(stderr=True, highlight=False, soft_wrap=True)


def escape(text: str) -> str:
    """Words of others as rich prints them: no markup, and visible marks for characters that act on a terminal."""
    return as_text(harmless(text))


def progress(items: Iterable[Any], what: str) -> Iterable[Any]:
    """The items, behind a progress bar where a person watches."""
    known = list(items)
    return track(known, description=what, console=ERR, transient=True) if ERR.is_terminal and len(known) > 1 else known


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in COUNTS else "left")
    return table


def sources(declared: Iterable[Source]) -> None:
    table = _table("id", "name", "kind", "languages", "hosts")
    for source in declared:
        hosts = ", ".join(source.hosts[:3]) + (f" and {len(source.hosts) - 3} more" if len(source.hosts) > 3 else "")
        table.add_row(source.id, escape(source.names["en"]), source.kind, " ".join(source.languages), hosts)
    OUT.print(table)


def added(captures: Sequence[Capture]) -> None:
    for capture in captures:
        OUT.print(f"archived {escape(capture.url)} as {capture.capture_id} in data/raw/{capture.warc}")


def documents(run: Run) -> None:
    counts = Counter((document.language, document.script) for document in run.documents)
    table = _table("language", "script", "pages")
    for (language, script), count in sorted(counts.items()):
        table.add_row(language, script, str(count))
    OUT.print(table)
    problems(run.problems)


def reread(found: Rereading) -> None:
    """One row a source, then every page that reads differently, then what still fails."""
    table = _table("source", "pages", *REREAD)
    for source in sorted({page.source for page in found.pages}):
        counts: Counter[str] = Counter(page.outcome for page in found.pages if page.source == source)
        table.add_row(source, str(counts.total()), *(str(counts[outcome]) for outcome in REREAD))
    OUT.print(table)
    for outcome in ("lost", "mended", "changed"):
        pages = [page for page in found.pages if page.outcome == outcome]
        for page in pages[:LISTED]:
            parts = f": {', '.join(page.parts)}" if page.parts else ""
            OUT.print(f"[bold]{outcome:<8}[/bold] {escape(page.url)}{parts}")
        if len(pages) > LISTED:
            OUT.print(f"[bold]{outcome:<8}[/bold] and {len(pages) - LISTED} more")
    for landmark in found.landmarks:
        if landmark.missed and not landmark.changed:
            name = escape(f"{landmark.source}: {landmark.part} {landmark.selector}")
            OUT.print(f"{name} is on {landmark.pages - landmark.missed} of {landmark.pages} pages")
    problems(found.problems)


def claims(run: Run) -> None:
    counts = Counter((claim.topic or "-", claim.measure) for claim in run.claims)
    table = _table("topic", "measure", "claims")
    for (topic, measure), count in sorted(counts.items()):
        table.add_row(topic, measure, str(count))
    OUT.print(table)
    without = sum(claim.indicator is None for claim in run.claims)
    OUT.print(f"{len(run.claims)} claims in {len(run.documents)} documents; {without} of them belong to no indicator")
    problems(run.problems)


def findings(run: Run) -> None:
    for finding in sorted(run.findings, key=lambda one: (GRAVITY.index(one.severity), one.check, one.claim_ids)):
        if finding.severity != "holds":
            told = f"[bold]{finding.severity:<9}[/bold]{escape(finding.explanation)}"
            OUT.print(f"{told} [dim]{finding.check}: {' '.join(finding.claim_ids)}[/dim]")
    counts = Counter(verdict.verdict for verdict in run.verdicts)
    named = ", ".join(f"{counts[name]} {name}" for name in get_args(VerdictName))
    OUT.print(f"{len(run.claims)} claims: {named}")


def changes(found: Sequence[Change], run: Run) -> None:
    for change in found:
        OUT.print(f"[bold]{change.kind:<10}[/bold]{escape(change.url)}")
        for sign, side in (("-", change.earlier), ("+", change.later)):
            if side.sentence or side.quote:
                OUT.print(f"  {sign} {escape(sighted(side))} [dim]{side.claim_id or ''}[/dim]")
        OUT.print(f"  [dim]{escape(change.explanation)}[/dim]")
    counts = Counter(change.kind for change in found)
    named = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())) or "nothing changed"
    OUT.print(f"{len({capture.url for capture in run.captures})} addresses: {named}")


def problems(found: Sequence[Problem]) -> None:
    for problem in found:
        ERR.print(f"[red]{problem.stage}[/red] {escape(problem.subject)}: {escape(problem.reason)}")


def read_files(read: int, failed: int, left: Sequence[Path]) -> None:
    """How many files became documents, which did not, and which endings no reader reads; beside the rows, on stderr."""
    endings = ", ".join(sorted({path.suffix.lower() or "without an ending" for path in left}))
    apart = f", {len(left)} left alone ({escape(endings)})" if left else ""
    ERR.print(f"{read} read, {failed} could not be read{apart}")


def _near(path: Path) -> Path:
    """The path as a person would type it from where they stand."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def published(made: Published) -> None:
    rerun = f"ran {len(made.reran)} notebooks" if made.reran else "nothing had changed, no notebook was rerun"
    OUT.print(f"{made.region}: {rerun}")
    for name, path in (("report", made.report), ("tables", made.tables), ("charts", made.charts)):
        OUT.print(f"  {name:<8}{_near(path)}")
    problems(made.changed)


def published_all(made: Sequence[Published], index: Any) -> None:
    for one in made:
        OUT.print(f"{one.region:<6}{_near(one.report)}")
    OUT.print(f"index {_near(index)}")
    problems(made[0].changed)


def collected(report: CollectReport) -> None:
    table = _table("source", "fetched", "unchanged", "refused", "failed", "expected")
    for line in report.sources:
        counts = (line.fetched, line.unchanged, line.refused, line.failed, line.expected)
        table.add_row(line.source, *(str(count) for count in counts))
    OUT.print(table)
    for search in report.searches:
        found = "did not answer" if search.found is None else f"{search.found} found"
        OUT.print(f"{search.source} searched for {escape(search.query)}: {found}")
    for line in report.sources:
        for address in line.would_fetch:
            OUT.print(f"would fetch {escape(address)}")
    problems(report.problems)
    if report.interrupted:
        ERR.print("interrupted: what was fetched is archived; the same command goes on from here within 24 hours")


def notebook(job: Any, ran: bool) -> None:
    OUT.print(f"{'ran' if ran else 'nothing had changed:'} {job.name}")
    OUT.print(f"  {_near(job.output)}")


def passport(found: Mapping[str, Any], as_json: bool) -> None:
    if as_json:
        OUT.print(escaped(json.dumps(found, ensure_ascii=False, indent=2)), markup=False)
        return
    about, page, capture = found["about"], found["document"] or {}, found["capture"] or {}
    verdict = found["verdict"]
    OUT.print(f"[bold]{found['value']['amount']['en']}[/bold]  {verdict['verdict']}" + "  SAMPLE" * found["sample"])
    OUT.print(escape(found["words"]["marked"]))
    counted = f", of: {about['counted']}" if about["counted"] else ""
    told = {
        "what": f"{about['measure']}, {about['indicator'] or 'no indicator'}{counted}",
        "where": ", ".join(filter(None, (about["region_name"]["en"], about["place"]))),
        "when": f"{about['as_of'] or 'date not stated'}, {about['status']}",
        "who": about["speaker"] or "not stated",
        "page": f"{page.get('title')} ({page.get('outlet')}, {page.get('published') or 'undated'})",
        "address": page.get("url"),
        "archived": f"{capture.get('warc')} at byte {capture.get('offset')}, captured {capture.get('captured_at')}",
        "evidence": found["evidence"]["statement"],
        "verdict": verdict["reason"],
    }
    for name, text in told.items():
        OUT.print(f"  [bold]{name:<10}[/bold]{escape(str(text))}")
    for finding in found["findings"]:
        OUT.print(
            f"  [bold]{finding['severity']:<10}[/bold]{escape(finding['explanation'])} [dim]{finding['check']}[/dim]"
        )


def review_queue(waiting: Sequence[Waiting], count: int) -> None:
    table = _table("id", "verdict", "at stake, ₸", "charts", "number", "sentence")
    for one in waiting:
        claim = one.claim
        sentence = marked(claim.sentence, claim.quote, claim.start - claim.sentence_start)
        money = f"{one.money:,.0f}".replace(",", " ") if one.money else "—"
        cells = (claim.claim_id, one.verdict.verdict, money, str(one.charts), claim.quote, short(sentence))
        table.add_row(*(escape(cell) for cell in cells))
    OUT.print(table)
    OUT.print(f"{count} wait for a person; `dalel review ID` shows one, --accept, --reject or --correct decides")


def review_item(found: Mapping[str, Any], place: str = "") -> None:
    OUT.rule(escape(f"{place}  {found['claim_id']}".strip()))
    passport(found, as_json=False)
    for ground in found["grounds"]:
        words = "; ".join(f"{one['field']} “{short(one['text'])}” ({one['rule']})" for one in ground["words"])
        OUT.print(f"  [dim]{ground['attribute']:<10}[/dim]{escape(ground['value'])} [dim]{escape(words)}[/dim]")
    for page in found["origin"]["retold_by"]:
        OUT.print(f"  [bold]{'retold by':<10}[/bold]{escape(page['outlet'])} {escape(page['url'])}")
    for chart in found["charts"]:
        OUT.print(f"  [bold]{'chart':<10}[/bold]{escape(chart)}")
    for one in found["reviews"]:
        said = f"{one['decision']} by {one['reviewer']} on {one['decided']}: {one['reason']}"
        OUT.print(f"  [bold]{'review':<10}[/bold]{escape(said)}")


def decided(review: Review) -> None:
    what = ", ".join(f"{name} = {value or 'not told'}" for name, value in review.corrections)
    told = f"{review.claim_id} {review.decision}{f', {what}' if what else ''} by {review.reviewer}"
    OUT.print(escape(f"{told} on {review.decided.isoformat()}: {review.reason}"))


def sealed(root: str, path: Path, count: int) -> None:
    OUT.print(f"{count} files sealed in {escape(str(_near(path)))}")
    OUT.print(f"root {root}", soft_wrap=True)


def bundled(path: Path, size: int) -> None:
    OUT.print(f"written {escape(str(_near(path.resolve())))}, {size} bytes; the verifier is inside")


def since(root: str, found: Since) -> None:
    problems(found.damage)
    for stamp in found.stamps:
        OUT.print(f"seen by {escape(stamp.authority)} at {stamp.at.isoformat()}")
    OUT.print(
        f"{len(found.damage)} changes since the seal {root}" if found.damage else f"unchanged since the seal {root}"
    )


def digest(found: Found, language: str) -> None:
    """What is new by region and topic, on standard output; what failed, on standard error as well."""
    from dalel.publishing import digest as told

    noted, known = found.noted, {claim.claim_id for claim in found.run.claims}
    counts = ", ".join(told.counts(noted.news, language)) or told.phrase("nothing", language)
    first = told.phrase("lead_first", language, day=f"{noted.watches[0].until:%Y-%m-%d}", claims=str(len(noted.news)))
    OUT.print(escape(first if found.first else counts))
    for group in told.groups(noted.news, language, known):
        OUT.print(f"[bold]{escape(group.name)}[/bold]")
        for item in group.items:
            ours = f" ({told.phrase('reading', language)})" if item.news.cause == "reading" else ""
            where = f"[dim]{item.news.claim_id}, {escape(item.by)}[/dim]"
            OUT.print(f"  {escape(item.kind)}: {escape(item.sentence)}{escape(ours)} {where}")
    for page in noted.pages:
        OUT.print(escape(told.page(page, language)))
    problems([Problem(stage="watch", subject=one.source, reason=one.reason) for one in noted.failing])
    problems(noted.problems[:LISTED])
    if len(noted.problems) > LISTED:
        ERR.print(f"and {len(noted.problems) - LISTED} more lines of watches.jsonl that do not count")


def short(text: str) -> str:
    """A sentence as one line of a table; the part around its mark where it is long."""
    line = " ".join(text.split())
    if len(line) <= LINE:
        return line
    at = max(0, min(line.find(OPEN) - LINE // 3, len(line) - LINE))
    return f"{'…' * (at > 0)}{line[at : at + LINE]}{'…' * (at + LINE < len(line))}"
