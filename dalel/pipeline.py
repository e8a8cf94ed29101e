"""The recipe: the only file that knows the order of the stages.

    1. collect or add      web, files -> captures in data/raw
    2. read                captures -> documents
    3. extract             documents -> quantities -> claims
    4. verify              claims -> origins, findings, verdicts
    5. publish             tables, executed notebooks with their charts, the report

Each stage is a room that knows no other; they meet in `records`. Steps 2 to 5 need no network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dalel import ledger, paths
from dalel.errors import DamagedRecord, EmptyArchive, UnreadableDocument
from dalel.ledger import Run
from dalel.records import Capture, Claim, Document, Finding, Origin, Problem, Verdict
from dalel.sources import Source, find_source, load_sources

if TYPE_CHECKING:
    from dalel.crawler import CollectOptions, CollectReport

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


def collect(space: paths.Workspace, names: Sequence[str], options: CollectOptions) -> CollectReport:
    """Step 1: crawls the named sources into data/raw. UnknownName, CollectionRefused or UnwritableHome otherwise."""
    from dalel import crawler

    declared = declared_sources()
    return crawler.collect(space, [find_source(declared, name) for name in names], options)


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a person says of a page they add."""

    url: str
    outlet: str | None = None
    published: date | None = None
    media_type: str | None = None


def add(space: paths.Workspace, files: Sequence[Path], given: Given) -> list[Capture]:
    """Step 1 for pages a person already has: archives local files as captures. UnreadableFile otherwise."""
    from dalel import archive

    return [
        archive.add_file(space.raw, file, given.url, given.outlet, given.published, given.media_type) for file in files
    ]


def refresh(space: paths.Workspace, progress: Progress = quiet) -> Run:
    """Steps 2 to 4, loaded where nothing has changed, made anew otherwise; EmptyArchive where nothing was collected."""
    captures, sample, problems = evidence(space)
    mark = ledger.fingerprint(space, captures)
    if (known := ledger.stored(space, mark)) is not None:
        return known
    documents, unread = read(space, captures, progress)
    claims = extract(documents, progress)
    origins, findings, verdicts = verify(space, captures, documents, claims)
    run = Run(
        captures=captures,
        documents=documents,
        claims=claims,
        origins=origins,
        findings=findings,
        verdicts=verdicts,
        problems=[*problems, *unread],
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


def verify(
    space: paths.Workspace, captures: Sequence[Capture], documents: Sequence[Document], claims: Sequence[Claim]
) -> tuple[list[Origin], list[Finding], list[Verdict]]:
    """Step 4: origins of the documents, findings of all checks, and the verdict on each claim."""
    from dalel import archive, checks, origins

    known = {capture.capture_id: capture for capture in captures}
    groups = origins.group(documents)
    case = checks.Case(
        claims=claims,
        documents={document.document_id: document for document in documents},
        origins=groups,
        captures=known,
        payload=lambda capture_id: archive.read_payload(space.raw, known[capture_id]),
    )
    findings = checks.run(case)
    members = [Origin(document_id=key, origin_id=groups[key]) for key in sorted(groups)]
    return members, findings, checks.judge(case, findings)


def quantity_rows(rows: Iterable[str]) -> Iterator[str]:
    """Steps 3 alone, on texts as JSON Lines: see dalel.extraction.rows."""
    from dalel.extraction import rows as lines

    return lines.quantity_rows(rows)


def claim_rows(rows: Iterable[str]) -> Iterator[str]:
    """Step 3 alone, on documents as JSON Lines: see dalel.extraction.claim_rows."""
    from dalel.extraction import claim_rows as lines

    return lines.claim_rows(rows)


def document_rows(files: Sequence[Path], failed: Callable[[Problem], None]) -> Iterator[str]:
    """Step 2 alone, on local files and folders: see dalel.readers.rows."""
    from dalel.readers import rows as lines

    return lines.document_rows(files, failed)


def publish(space: paths.Workspace, region: str, language: str, progress: Progress = quiet) -> Published:
    """Step 5 for one region: tables, then the notebooks with their charts, then the report around them."""
    from dalel.publishing import report, runs, tables

    run = refresh(space, progress)
    tables.write_region(space.tables(region), region, run)
    jobs = [notebook_job(space, run, name, {"region": region, "language": language}) for name in runs.notebook_names()]
    reran = runs.run_all(jobs)
    page = report.write_region(space, region, language, run, [job.output for job in jobs])
    return Published(
        region=region,
        report=page,
        tables=space.tables(region),
        charts=space.charts(region),
        notebooks=space.executed(region),
        reran=tuple(job.name for job in reran),
    )


def notebook_job(space: paths.Workspace, run: Run, name: str, parameters: Mapping[str, str]) -> Any:
    """A checked notebook run on this run's data, with those of the parameters that the notebook takes."""
    from dalel.publishing import runs

    return runs.plan(name, parameters, space.home, run.fingerprint)
