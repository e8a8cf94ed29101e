"""What is new since the last watch: the numbers that stand now against those that stood then.

Headlines and leads that only repeat a number are no news of their own. A page that no longer answers takes no number
back. Where nothing was collected from a page since and it reads otherwise, the news is ours, not the page's, and says
so (`cause`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dalel import identity
from dalel.records import Change, Claim, Document, VerdictName
from dalel.records.news import Cause, News, NewsKind, PageNews, Stated
from dalel.watchlog import Noted

QUOTE, ADDRESS = 300, 2000  # characters kept in a line; a line longer than chain.LONGEST would be nobody's


@dataclass(frozen=True, kw_only=True)
class Now:
    """The numbers of a run and when they were seen."""

    claims: Sequence[Claim]  # those that stand: of no replaced version
    superseded: Collection[str]  # ids of those that their page no longer states
    called: Mapping[str, str]  # ids that a number had before its page was known to be a twin of another -> its id
    documents: Mapping[str, Document]
    verdicts: Mapping[str, VerdictName]  # by claim id
    captured: Mapping[str, datetime]  # by document id, UTC
    until: datetime  # the last time an address was asked, UTC
    reread: bool  # code, topics, rule or decisions are other than those of the last watch


def compare(now: Now, before: Noted, watch: int) -> list[News]:
    """The news of this watch, sorted by region, topic and claim id; of a first one everything, as "known"."""
    last = before.last
    since = last.until if last else None
    standing = {now.called.get(claim_id, claim_id): one for claim_id, one in before.standing.items()}
    fresh = [claim for claim in now.claims if claim.repeats is None]
    found = [news for claim in fresh for news in _of(claim, now, standing, since, watch)]
    ids = {claim.claim_id for claim in now.claims} | {news.former for news in found}
    missing = [one for claim_id, one in standing.items() if claim_id not in ids and one.claim_id not in ids]
    found += [_vanished(one, now, watch) for one in missing]
    if not standing:
        found = [replace(one, kind="known") for one in found if one.kind == "new"]
    return sorted(found, key=lambda one: (one.region or "~", one.topic or "~", one.claim_id, one.kind))


def pages(changes: Sequence[Change], now: Now, before: Noted, watch: int) -> list[PageNews]:
    """Pages that answer no longer, or again, since the last watch, sorted by address."""
    last = {}
    for change in sorted(changes, key=lambda one: one.later.at):
        if change.kind in ("page_gone", "page_back"):
            last[change.url] = change
    gone = before.gone
    told = {url: change for url, change in last.items() if (change.kind == "page_gone") != (url in gone)}
    of = {identity.timeline_key(document.url): document for document in now.documents.values()}
    counts: dict[str, int] = {}
    for claim in now.claims:
        counts[claim.document_id] = counts.get(claim.document_id, 0) + 1
    found = []
    for url, change in sorted(told.items()):
        document = of.get(identity.timeline_key(url))
        if document is None:
            continue
        found.append(
            PageNews(
                watch=watch,
                kind="gone" if change.kind == "page_gone" else "back",
                at=change.later.at,
                url=url[:ADDRESS],
                outlet=document.outlet[:QUOTE],
                numbers=counts.get(document.document_id, 0),
            )
        )
    return found


def _of(claim: Claim, now: Now, standing: Mapping[str, News], since: datetime | None, watch: int) -> Iterator[News]:
    """What is to be told of one number: that it is new or has changed, and where it stands."""
    before = standing.get(claim.claim_id) or standing.get(claim.supersedes or "")
    captured = now.captured.get(claim.document_id, now.until)
    seen = since is not None and captured <= since
    told = _news(claim, now, watch, "reading" if now.reread and seen else "page")
    if before is None:
        yield told
    else:
        told = replace(told, former=before.claim_id, was=before.stated, was_verdict=before.verdict)
        if before.stated != told.stated:
            yield replace(told, kind="changed")
        elif before.claim_id != claim.claim_id:  # the same number in another sentence is no news, but is known by it
            yield replace(told, kind="known")
    if (kind := _standing(told.verdict, before.verdict if before else None)) is not None:
        unasked = since is not None and now.until <= since
        cause: Cause = "reading" if now.reread and seen and unasked else "page"
        yield replace(told, kind=kind, at=now.until if before and seen else captured, cause=cause)


def _standing(verdict: VerdictName, before: VerdictName | None) -> NewsKind | None:
    if verdict == before:
        return None
    if verdict in ("contradicted", "verified"):
        return "contradicted" if verdict == "contradicted" else "confirmed"
    return None if before is None else "judged"


def _vanished(one: News, now: Now, watch: int) -> News:
    """A number that its page no longer states; or that we no longer read on a page that still stands."""
    cause: Cause = "page" if one.claim_id in now.superseded else "reading"
    return replace(
        one, watch=watch, kind="vanished", cause=cause, at=now.until, former=None, was=None, was_verdict=one.verdict
    )


def _news(claim: Claim, now: Now, watch: int, cause: Cause) -> News:
    document = now.documents[claim.document_id]
    return News(
        watch=watch,
        kind="new",
        cause=cause,
        claim_id=claim.claim_id,
        former=None,
        at=now.captured.get(claim.document_id, now.until),
        stated=Stated(
            value=claim.value, value_max=claim.value_max, unit=claim.unit, modality=claim.modality,
            measure=claim.measure, status=claim.status,
        ),
        was=None,
        verdict=now.verdicts.get(claim.claim_id, "single-source"),
        was_verdict=None,
        topic=claim.topic,
        indicator=claim.indicator,
        region=claim.region,
        borders=claim.borders,
        place=claim.place,
        as_of=claim.as_of,
        quote=claim.quote[:QUOTE],
        outlet=document.outlet[:QUOTE],
        url=document.url[:ADDRESS],
    )  # fmt: skip
