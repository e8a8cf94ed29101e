"""The recipe: the only file that knows the order of the stages.

    1. collect or add      web, files -> captures in data/raw
    2. read                captures -> documents
    3. extract             documents -> quantities -> claims
    4. verify              claims -> origins, findings, verdicts
    5. publish             tables, executed notebooks with their charts, the report

Each stage is a room that knows no other; they meet in `records`. Steps 2 to 5 need no network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dalel import files, ledger, paths, versions
from dalel.errors import DamagedRecord, EmptyArchive, UnreadableDocument
from dalel.ledger import Run
from dalel.reach import Bounds
from dalel.records import Capture, Change, Claim, Document, Finding, Origin, Problem, Verdict
from dalel.sources import Source, find_source, load_sources

if TYPE_CHECKING:
    from dalel.archive import Visit
    from dalel.crawler import CollectReport
    from dalel.publishing.runs import Job

Progress = Callable[[Iterable[Any], str], Iterable[Any]]


@dataclass(frozen=True, kw_only=True)
class Published:
    """Where the things made for one region lie."""

    region: str
    report: Path
    tables: Path
    charts: Path
    notebooks: Path
    reran: tuple[str, ...]  # notebooks that were not current


def quiet(items: Iterable[Any], what: str) -> Iterable[Any]:
    """Progress for callers without a terminal: none."""
    return items


def declared_sources() -> dict[str, Source]:
    """All sources of scrapers/, by id."""
    return load_sources(paths.scrapers())


def collect(
    space: paths.Workspace, names: Sequence[str], bounds: Bounds, dry_run: bool = False, through: str | None = None
) -> CollectReport:
    """Step 1: crawls the named sources into data/raw. UnknownName, CollectionRefused or UnwritableHome otherwise."""
    from dalel import crawler

    declared = declared_sources()
    chosen = [find_source(declared, name) for name in names]
    options = crawler.CollectOptions(**vars(bounds), dry_run=dry_run, through=through)
    return crawler.collect(space, chosen, options)


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a person says of a page they add."""

    url: str
    outlet: str | None = None
    published: date | None = None
    media_type: str | None = None


def add(space: paths.Workspace, pages: Sequence[Path], given: Given) -> list[Capture]:
    """Step 1 for pages a person already has: archives local files as captures. UnreadableFile otherwise."""
    from dalel import archive

    return [
        archive.add_file(space.raw, file, given.url, given.outlet, given.published, given.media_type) for file in pages
    ]


def refresh(space: paths.Workspace, progress: Progress = quiet) -> Run:
    """Steps 2 to 4, loaded where nothing has changed, made anew otherwise; EmptyArchive where nothing was collected."""
    captures, sample, problems = evidence(space)
    seen = visits(space, captures)
    mark = ledger.fingerprint(space, captures, versions.unsteady(seen))
    if (known := ledger.stored(space, mark)) is not None:
        return known
    documents, unread = read(space, captures, progress)
    claims = extract(documents, progress)
    old = versions.superseded(documents, seen)
    verified = verify(space, captures, documents, [claim for claim in claims if claim.document_id not in old])
    run = Run(
        captures=captures,
        documents=documents,
        claims=claims,
        origins=verified.origins,
        findings=verified.findings,
        verdicts=verified.verdicts,
        problems=[*problems, *unread, *verified.problems],
        superseded=frozenset(old),
        sample=sample,
        fingerprint=mark,
    )
    ledger.save(space, run)
    return run


def evidence(space: paths.Workspace) -> tuple[list[Capture], bool, list[Problem]]:
    """Captured pages to work on, whether they are the sample, and what could not be indexed.

    Sample and real pages never mix: where an archive holds real ones, the sample is set aside, and that is reported.
    """
    from dalel import archive

    captures, problems = archive.load_captures(space.raw)
    samples = {source.id for source in declared_sources().values() if source.sample}
    real = [capture for capture in captures if capture.source not in samples]
    if real and len(real) < len(captures):
        reason = f"{len(captures) - len(real)} sample pages set aside: the archive holds real ones"
        problems = [*problems, Problem(stage="read", subject="sample newsroom", reason=reason)]
    chosen = real or captures
    if not chosen:
        raise EmptyArchive(
            f"no pages in {space.raw}: collect some with `dalel collect` or add files with `dalel add FILE --url …`"
        )
    return chosen, not real, problems


def visits(space: paths.Workspace, captures: Sequence[Capture]) -> dict[str, Sequence[Visit]]:
    """Every time the addresses of these captures were asked, by address and in the order of time, 404s included."""
    from dalel import archive

    addresses = {capture.url for capture in captures}
    return {url: times for url, times in archive.visits(space.raw)[0].items() if url in addresses}


def changes(space: paths.Workspace, run: Run) -> list[Change]:
    """What became of numbers and pages between captures of one address."""
    return versions.between(run.documents, run.claims, visits(space, run.captures))


def read(
    space: paths.Workspace, captures: Sequence[Capture], progress: Progress = quiet
) -> tuple[list[Document], list[Problem]]:
    """Step 2: documents sorted by id; a page that cannot be read becomes a Problem and the rest goes on."""
    from dalel import archive, readers

    sources = declared_sources()
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for capture in progress(captures, "reading"):
        landmarks = sources[capture.source].landmarks if capture.source in sources else ()
        try:
            document = readers.read(archive.read_payload(space.raw, capture), capture, landmarks)
        except (UnreadableDocument, DamagedRecord) as error:
            problems.append(Problem(stage="read", subject=capture.url, reason=str(error)))
        else:
            documents[document.document_id] = document
    return [documents[key] for key in sorted(documents)], problems


def extract(documents: Sequence[Document], progress: Progress = quiet) -> list[Claim]:
    """Step 3: all claims, sorted by document and place in it."""
    from dalel.extraction.claims import find_claims
    from dalel.topics import load_topics

    topics = load_topics()
    return [claim for document in progress(documents, "extracting") for claim in find_claims(document, topics)]


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What step 4 makes."""

    origins: Sequence[Origin]
    findings: Sequence[Finding]
    verdicts: Sequence[Verdict]
    problems: Sequence[Problem]  # decisions of people that lapsed or cannot be read


def verify(
    space: paths.Workspace, captures: Sequence[Capture], documents: Sequence[Document], claims: Sequence[Claim]
) -> Verified:
    """Step 4: origins of the documents, decisions still in force, findings of all checks, the verdict on each claim."""
    from dalel import archive, checks, origins, review

    known = {capture.capture_id: capture for capture in captures}
    pages = {document.document_id: document for document in documents}
    groups = origins.group(documents)
    decisions, unread = review.read(space.reviews)
    settled = review.settle(decisions, claims, pages)
    case = checks.Case(
        claims=claims,
        documents=pages,
        origins=groups,
        captures=known,
        payload=lambda capture_id: archive.read_payload(space.raw, known[capture_id]),
        reviews=settled.in_force,
        lapsed=settled.lapsed,
    )
    findings = checks.run(case)
    return Verified(
        origins=[Origin(document_id=key, origin_id=groups[key]) for key in sorted(groups)],
        findings=findings,
        verdicts=checks.judge(case, findings),
        problems=[*unread, *settled.problems],
    )


def evidence_findings(
    space: paths.Workspace, captures: Sequence[Capture], documents: Sequence[Document], claims: Sequence[Claim]
) -> list[Finding]:
    """Whether the words of these claims stand in the archive as it is at this moment, whatever earlier runs found."""
    found = verify(space, captures, documents, claims).findings
    return [finding for finding in found if finding.check == "quote_in_archive"]


def integrity(space: paths.Workspace) -> list[Problem]:
    """Everything that is not as it was written: archived records, tables of regions, charts. Empty: all is well."""
    from dalel import archive, store
    from dalel.publishing import charts

    problems = archive.verify(space.raw)
    for folder in sorted(path.parent for path in space.processed.glob("*/datapackage.json")):
        problems += [_below(problem, folder.name) for problem in store.validate(folder)]
    for folder in sorted(path for path in space.figures.glob("*") if path.is_dir()):
        problems += [_below(problem, folder.name) for problem in charts.check_folder(folder)]
    return problems


def _below(problem: Problem, region: str) -> Problem:
    return Problem(stage=problem.stage, subject=f"{region}: {problem.subject}", reason=problem.reason)


def publish(space: paths.Workspace, region: str, language: str, progress: Progress = quiet) -> Published:
    """Step 5 for one region: tables, then the notebooks with their charts, then the report around them."""
    return publish_many(space, [region], language, progress)[0]


def publish_all(space: paths.Workspace, language: str, progress: Progress = quiet) -> tuple[list[Published], Path]:
    """Step 5 for the country and every region, and the page that lists them."""
    from dalel import regions
    from dalel.publishing import report

    made = publish_many(space, ["KZ", *(code for code in regions.load_regions() if code != "KZ")], language, progress)
    return made, report.write_index(space, refresh(space), language)


def publish_many(
    space: paths.Workspace, regions: Sequence[str], language: str, progress: Progress = quiet
) -> list[Published]:
    """Step 5 for several regions; their notebooks run in parallel, each in a kernel with sockets of its own."""
    from dalel.publishing import report, runs, tables
    from dalel.publishing.parameters import check_value

    spoken = check_value("language", language)
    codes = [check_value("region", region) for region in regions]
    run = refresh(space, progress)
    jobs = {code: _jobs(space, run, code, spoken) for code in codes}
    reran = {id(job) for job in runs.run_all([job for several in jobs.values() for job in several], progress)}
    made = []
    for code in codes:
        tables.write_region(space.tables(code), code, run)
        stamp = space.tables(code) / "report" / "made.sha256"
        key = ledger.digest(run, spoken, [job.output for job in jobs[code]] + sorted(space.charts(code).glob("*")))
        if not (stamp.is_file() and stamp.read_bytes() == key):
            report.write_region(space, code, spoken, run, [job.output for job in jobs[code]])
            files.write_if_changed(stamp, key)
        made.append(
            Published(
                region=code,
                report=stamp.with_name("index.html"),
                tables=space.tables(code),
                charts=space.charts(code),
                notebooks=space.executed(code),
                reran=tuple(job.name for job in jobs[code] if id(job) in reran),
            )
        )
    return made


def _jobs(space: paths.Workspace, run: Run, region: str, language: str) -> list[Job]:
    from dalel.publishing import runs

    given = {"region": region, "language": language}
    return [runs.plan(name, given, space.home, run.fingerprint) for name in runs.notebook_names()]
