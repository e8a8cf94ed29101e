"""The recipe: the only file that knows the order of the stages.

    1. collect or add      web, files -> captures in data/raw
    2. read                captures -> documents
    3. extract             documents -> quantities -> claims
    4. verify              claims -> origins, findings, verdicts
    5. publish             tables, executed notebooks with their charts, the report (dalel/edition.py)

Each stage is a room that knows no other; they meet in `records`. Steps 2 to 5 need no network.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dalel import declarations, faults, identity, ledger, paths, reading, versions
from dalel.errors import EmptyArchive, InvalidValue, UnwritableHome
from dalel.ledger import Run
from dalel.reach import Bounds
from dalel.records import Capture, Change, Claim, Document, Finding, Origin, OriginLink, Problem, Rule, Verdict
from dalel.sources import find_source
from dalel.stages import extracting
from dalel.stages.kept import Kept, path_of

if TYPE_CHECKING:
    from dalel.archive import Visit
    from dalel.crawler import CollectReport

ALL = "all"  # instead of the names of sources: every one that is not of the sample
Progress = Callable[[Iterable[Any], str], Iterable[Any]]


def quiet(items: Iterable[Any], what: str) -> Iterable[Any]:
    """Progress for callers without a terminal: none."""
    return items


def collect(
    space: paths.Workspace, names: Sequence[str], bounds: Bounds, dry_run: bool = False, through: str | None = None
) -> CollectReport:
    """Step 1: crawls the named sources ("all": every real one) into data/raw.

    UnknownName, InvalidValue, CollectionRefused or UnwritableHome otherwise; crawler.Interrupted on Ctrl-C.
    """
    from dalel import crawler

    declared = declarations.sources(space)
    real = [name for name, source in declared.items() if not source.sample]
    if not names and not bounds.addresses:
        raise InvalidValue(
            f"name the sources to collect: --source ID, again for more, or all; known: {', '.join(real)}"
        )
    wanted = real if list(names) == [ALL] else names or declared
    chosen = [find_source(declared, name) for name in dict.fromkeys(wanted)]
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
    """Step 1 for pages a person already has: archives local files as captures, all of them or, on an error, none.

    UnreadableFile or InvalidValue names the file or the address.
    """
    from dalel import archive

    archive.check_url(given.url)
    contents = {archive.check_file(page, given.media_type): page for page in pages}
    if len(contents) > 1:
        first, second = list(contents.values())[:2]
        raise InvalidValue(
            f"{first} and {second} are different pages, and {given.url} is the address of one: add each with its own "
            "--url; two versions of one page are added one after the other, the earlier one first"
        )
    return [
        archive.add_file(space.raw, page, given.url, given.outlet, given.published, given.media_type) for page in pages
    ]


def refresh(space: paths.Workspace, progress: Progress = quiet, anew: bool = False) -> Run:
    """Steps 2 to 4, loaded where nothing has changed, made anew otherwise or where `anew` asks for it.

    EmptyArchive where nothing was collected.
    """
    from dalel.publishing import names

    names.know(declarations.topics(space))
    if not anew and (known := ledger.stored(space, mark(space))) is not None:
        return known
    with Kept(path_of(space.home)) as kept:
        run = compute(space, progress, None if anew else kept)
    try:
        ledger.save(space, run)
    except UnwritableHome as error:  # what is archived stays readable where nothing can be written
        unsaved = Problem(stage="save", subject="tables of this run", reason=str(error))
        return replace(run, problems=[*run.problems, unsaved])
    return run


def mark(space: paths.Workspace) -> str:
    """The fingerprint of the run that archive, decisions and code give now. EmptyArchive where there is none."""
    captures, _, _ = evidence(space)
    return ledger.fingerprint(space, captures, versions.unsteady(visits(space, captures)))


def compute(space: paths.Workspace, progress: Progress = quiet, kept: Kept | None = None) -> Run:
    """Steps 2 to 4 from the archived bytes, whatever lies in data/processed; what is `kept` of a page stands."""
    captures, sample, problems = evidence(space)
    seen = visits(space, captures)
    pages = reading.read(space, captures, declarations.sources(space), progress, kept)
    documents = placed(space, captures, pages.documents)
    topics, guard = declarations.topics(space), faults.Guard(space.faults)
    found, unclaimed = extracting.extract(documents, topics, guard, progress, kept)
    gathered = versions.gather(documents, found, seen)
    old = gathered.superseded
    verified = verify(space, captures, documents, gathered.claims, old)
    claims = verified.claims
    readings = [read for read, now in zip(gathered.claims, claims, strict=True) if read != now]
    return Run(
        captures=captures,
        documents=documents,
        claims=claims,
        sightings=gathered.sightings,
        readings=readings,
        origins=verified.origins,
        links=verified.links,
        findings=verified.findings,
        verdicts=verified.verdicts,
        problems=[*problems, *pages.problems, *unclaimed, *verified.problems],
        landmarks=pages.landmarks,
        superseded=old,
        rule=verified.rule,
        sample=sample,
        fingerprint=ledger.fingerprint(space, captures, versions.unsteady(seen)),
    )


def evidence(space: paths.Workspace) -> tuple[list[Capture], bool, list[Problem]]:
    """Captured pages to work on, whether they are the sample, and what could not be indexed.

    Sample and real pages never mix: where an archive holds real ones, the sample is set aside, and that is reported.
    """
    from dalel import archive

    captures, problems = archive.load_captures(space.raw)
    samples = {source.id for source in declarations.sources(space).values() if source.sample}
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


def placed(space: paths.Workspace, captures: Sequence[Capture], documents: Sequence[Document]) -> Sequence[Document]:
    """The documents, each with the address by which its claims are known: that of all spellings and twins of a page."""
    from dalel import archive

    times = {capture.capture_id: capture.captured_at for capture in captures}
    return identity.place(documents, times, archive.twins(space.raw))


def changes(space: paths.Workspace, run: Run, region: str = "KZ", topic: str = "") -> list[Change]:
    """What became of numbers and pages between captures of one address: all, or of one region (code) or topic (id)."""
    claims = [*run.claims, *run.sightings]
    found = versions.between(run.documents, claims, visits(space, run.captures))
    if region == "KZ" and not topic:
        return found
    in_region = (claim for claim in claims if region in ("KZ", claim.region))
    return versions.about(found, (claim for claim in in_region if topic in ("", claim.topic)))


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What step 4 makes."""

    claims: Sequence[Claim]  # as people corrected them
    origins: Sequence[Origin]
    links: Sequence[OriginLink]  # why documents are of one origin, or only look like it
    findings: Sequence[Finding]
    verdicts: Sequence[Verdict]
    problems: Sequence[Problem]  # decisions of people that lapsed or cannot be read, and faults
    rule: Rule  # by which the verdicts were given


def verify(
    space: paths.Workspace,
    captures: Sequence[Capture],
    documents: Sequence[Document],
    claims: Sequence[Claim],
    superseded: Collection[str] = frozenset(),
) -> Verified:
    """Step 4: origins of the documents, decisions still in force, findings of all checks, the verdict on each claim.

    Claims with `superseded` ids are judged so, and no check looks at them.
    """
    from dalel import archive, checks, review
    from dalel.publishing import explanations

    known = {capture.capture_id: capture for capture in captures}
    pages = {document.document_id: document for document in documents}
    guard = faults.Guard(space.faults)
    groups, links, ungrouped = _grouped(documents, guard)
    decisions, unread = review.read(space.reviews)
    current = [claim for claim in claims if claim.claim_id not in superseded]
    settled = review.settle(decisions, current, pages)
    corrected = review.as_corrected(claims, settled.in_force)
    rule = checks.load_rule(space.rule)
    case = checks.Case(
        claims=[claim for claim in corrected if claim.claim_id not in superseded],
        documents=pages,
        origins=groups,
        captures=known,
        payload=lambda capture_id: archive.read_payload(space.raw, known[capture_id]),
        reviews=settled.in_force,
        lapsed=settled.lapsed,
        primary={source.id: source.record for source in declarations.sources(space).values() if source.record},
        superseded=superseded,
        topics=declarations.topics(space),
    )
    asked, unasked = checks.run_guarded(case, guard)
    findings = explanations.explained(asked)
    verdicts = checks.judge(replace(case, claims=corrected), findings, rule)
    return Verified(
        claims=corrected,
        origins=[Origin(document_id=key, origin_id=groups[key]) for key in sorted(groups)],
        links=explanations.linked(links),
        findings=findings,
        verdicts=explanations.reasoned(verdicts, findings),
        problems=[*ungrouped, *unread, *settled.problems, *unasked],
        rule=rule.known_as,
    )


def _grouped(
    documents: Sequence[Document], guard: faults.Guard
) -> tuple[dict[str, str], Sequence[OriginLink], list[Problem]]:
    """Origin of every document, and why; where that fails, all are one voice, so that none can confirm another."""
    from dalel import origins

    together = replace(guard, seconds=guard.seconds + len(documents))

    def found_and_grouped() -> tuple[dict[str, str], Sequence[OriginLink]]:
        links = origins.explain(documents)
        return origins.group(documents, links), links

    found = together.attempt("verify", "origins of the pages", found_and_grouped)
    if not isinstance(found, Problem):
        return *found, []
    first = min(document.document_id for document in documents)
    return {document.document_id: first for document in documents}, [], [found]


def evidence_findings(
    space: paths.Workspace, captures: Sequence[Capture], documents: Sequence[Document], claims: Sequence[Claim]
) -> list[Finding]:
    """Whether the words of these claims stand in the archive as it is at this moment, whatever earlier runs found."""
    found = verify(space, captures, documents, claims).findings
    return [finding for finding in found if finding.check == "quote_in_archive"]
