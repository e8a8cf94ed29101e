"""Documents, their claims and the visits to their addresses -> changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dalel.records import Change, Claim, Document
from dalel.versions.beside import Beside
from dalel.versions.matching import Matched, Pair, is_same, match
from dalel.versions.telling import Step, appeared, became, page_back, page_gone, vanished
from dalel.versions.timeline import Stretch, Visits, steps, stretches


def between(documents: Sequence[Document], claims: Sequence[Claim], visits: Visits) -> list[Change]:
    """All changes between versions of each address, sorted by address and time, then as the page reads.

    In: the documents of all captures (not only the latest), their claims, and for each address its visits in the order
    of time, as `archive.visits` gives them; a visit whose page no document was read from shows nothing readable.
    """
    pages = {document.document_id: document for document in documents}
    stated: dict[str, list[Claim]] = {}
    for claim in claims:
        stated.setdefault(claim.document_id, []).append(claim)
    found = []
    for url in sorted(visits):
        line = stretches(visits[url], pages.keys())
        told = [*_pages(url, line, pages), *_numbers(url, line, pages, stated)]
        found += sorted(told, key=lambda change: change.later.at)
    return found


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
    url: str, line: Sequence[Stretch], pages: Mapping[str, Document], stated: Mapping[str, Sequence[Claim]]
) -> Iterator[Change]:
    for before, after in steps(line):
        old, new = pages[before.document_id or ""], pages[after.document_id or ""]
        step = Step(url, before, after)
        yield from _compared(step, old, new, match(stated.get(old.document_id, ()), stated.get(new.document_id, ())))


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
