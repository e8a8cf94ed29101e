"""Documents, their claims and the visits to their addresses -> changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dalel.records import Change, Claim, Document
from dalel.versions.beside import Beside
from dalel.versions.lines import Line, is_digest, lines, moves
from dalel.versions.matching import Matched, Pair, is_same, match
from dalel.versions.telling import Step, appeared, became, page_back, page_gone, vanished
from dalel.versions.timeline import Stretch, Visits, stretches


def between(documents: Sequence[Document], claims: Sequence[Claim], visits: Visits) -> list[Change]:
    """All changes between versions of each address, sorted by address and time, then as the page reads.

    In: the documents of all captures (not only the latest), their claims, and for each address its visits in the order
    of time, as `archive.visits` gives them; a visit whose page no document was read from shows nothing readable.
    """
    pages = {document.document_id: document for document in documents}
    stated: dict[str, list[Claim]] = {}
    for claim in claims:
        stated.setdefault(claim.document_id, []).append(claim)
    by_url: dict[str, list[Change]] = {}
    for url in visits:
        by_url[url] = list(_pages(url, stretches(visits[url], pages.keys()), pages))
    for change in _numbers(lines(pages, visits), pages, stated):
        by_url.setdefault(change.url, []).append(change)
    return [change for url in sorted(by_url) for change in sorted(by_url[url], key=lambda change: change.later.at)]


def _pages(url: str, line: Sequence[Stretch], pages: Mapping[str, Document]) -> Iterator[Change]:
    """Where a page that could be read before could not be read any more, and where it came back."""
    seen: Stretch | None = None
    for before, after in pairwise(line):
        seen = before if before.document_id else seen
        if before.document_id and after.document_id is None:
            yield page_gone(url, before, after)
        elif seen and before.document_id is None and after.document_id:
            yield page_back(url, before, after, unchanged=seen.document_id == after.document_id)


def _numbers(
    found: Sequence[Line], pages: Mapping[str, Document], stated: Mapping[str, Sequence[Claim]]
) -> Iterator[Change]:
    """Changes between the versions of each address; what a twin repeats of an edit is listed once."""
    told: set[tuple[str, str | None, str | None]] = set()
    twins = {line.address for line, after in pairwise(found) if line.address == after.address}
    for move in moves(found, pages):
        old, new = pages[move.before.document_id or ""], pages[move.after.document_id or ""]
        step = Step(move.after.first.url, move.before, move.after)
        changes = _compared(step, old, new, match(stated.get(old.document_id, ()), stated.get(new.document_id, ())))
        for change in changes:
            what = (change.kind, change.earlier.claim_id, change.later.claim_id)
            silent = move.twins and change.kind != "changed" and is_digest(old, new)
            if not silent and not (new.address in twins and what in told):
                yield change
            told.add(what)


def _compared(step: Step, old: Document, new: Document, matched: Matched) -> Iterator[Change]:
    changed = [pair for pair in matched.pairs if not is_same(*pair)]
    body = {one.claim_id: (one, other) for one, other in changed}
    for one, other in changed:
        if not _follows(one, other, body):
            yield became(step, one, other)
    if gone := [claim for claim in matched.gone if claim.repeats is None]:
        beside = Beside(old, new, {one.sentence: other.sentence for one, other in matched.pairs})
        yield from (vanished(step, claim, beside.to(claim)) for claim in gone)
    if came := [claim for claim in matched.new if claim.repeats is None]:
        beside = Beside(new, old, {other.sentence: one.sentence for one, other in matched.pairs})
        yield from (appeared(step, claim, beside.to(claim)) for claim in came)


def _follows(one: Claim, other: Claim, changed: Mapping[str, Pair]) -> bool:
    """Whether a headline or lead only repeats a change of the text, which is listed once."""
    if one.repeats is None or other.repeats is None or one.repeats not in changed:
        return False
    return changed[one.repeats][1].claim_id == other.repeats
