"""What was looked for since a deadline passed: silence is worth as much as the search for an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dalel.records import Claim, Document, Search
from dalel.records.promises import Followed
from dalel.topics import Topic

STEM = 4  # letters by which two forms of one noun are known as one


def searched(
    lines: Iterable[Followed],
    searches: Sequence[Search],
    topics: Mapping[str, Topic],
    claims: Mapping[str, Claim],
    documents: Sequence[Document],
) -> list[Followed]:
    """The lines; to each of which nothing was found are added the searches of its topic made after the deadline, in
    order, and how many pages published since state a figure of the same unit and region.
    """
    days = {document.document_id: document.published for document in documents}
    return [
        line
        if line.state != "nothing_found"
        else replace(
            line,
            searches=tuple(one for one in searches if _for(one, line, topics, claims)),
            pages_since=_pages(line, claims, days),
        )
        for line in lines
    ]


def _for(search: Search, line: Followed, topics: Mapping[str, Topic], claims: Mapping[str, Claim]) -> bool:
    """Whether it was made after the deadline, for the topic of the promise; without a topic for what is promised."""
    if search.at.date() <= line.promise.due.last:
        return False
    promised, query = claims[line.promise.claim_id], search.query.casefold()
    topic = topics.get(promised.topic or "")
    if topic is None:
        return bool(_stems(promised.counted or "") & _stems(query))
    return any(wanted.casefold() in query for words in topic.queries.values() for wanted in words)


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in text.casefold().split() if len(word) >= STEM}


def _pages(line: Followed, claims: Mapping[str, Claim], days: Mapping[str, object]) -> int:
    promised, due = claims[line.promise.claim_id], line.promise.due.last
    return len(
        {
            claim.document_id
            for claim in claims.values()
            if (claim.unit, claim.region) == (promised.unit, promised.region)
            and (day := days.get(claim.document_id)) is not None
            and day > due  # type: ignore[operator]
        }
    )
