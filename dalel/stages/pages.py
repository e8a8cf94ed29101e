"""The two things that are done on one page by itself: bytes -> document, document -> claims. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dalel.errors import UnreadableDocument
from dalel.records import Capture, Claim, Document
from dalel.sources import Landmarks
from dalel.topics import Topic

if TYPE_CHECKING:
    from dalel.readers.page import Sought


@dataclass(frozen=True, kw_only=True, slots=True)
class Archived:
    """A page as archived: its capture, its payload, and where its source keeps things."""

    capture: Capture
    payload: bytes
    landmarks: Sequence[Landmarks]


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """What reading gives: a document, or why there is none; remarks on it, and the landmarks looked for."""

    document: Document | None
    unreadable: str | None = None
    remarks: tuple[str, ...] = ()
    sought: tuple[Sought, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A document with its address, and the topics that its numbers may belong to."""

    document: Document
    topics: Mapping[str, Topic]


@dataclass(frozen=True, kw_only=True, slots=True)
class Claimed:
    """The claims of a document, and which of the topics it speaks of: no other can have had a part in them."""

    claims: Sequence[Claim]
    speaks_of: frozenset[str] = field(default_factory=frozenset)


def read(page: Archived) -> Read:
    """Step 2 on one page. What cannot be read is told, not raised: that it cannot is known of these bytes for good."""
    from dalel import readers

    remarks: list[str] = []
    sought: list[Sought] = []
    document, unreadable = None, None
    try:
        document = readers.read(page.payload, page.capture, page.landmarks, sought.extend, remarks.append)
    except UnreadableDocument as error:
        unreadable = str(error)
    return Read(document=document, unreadable=unreadable, remarks=tuple(remarks), sought=tuple(sought))


def claim(page: Placed) -> Claimed:
    """Step 3 on one page."""
    from dalel.claims import finding

    found = finding.find_claims(page.document, page.topics)
    return Claimed(claims=found, speaks_of=speaks_of(page))


def speaks_of(page: Placed) -> frozenset[str]:
    """Ids of the topics whose subject the page names, in any form."""
    from dalel.claims.hits import speaks_of as asked
    from dalel.claims.page import read_page

    passages = read_page(page.document).passages
    return frozenset(
        name
        for name, topic in page.topics.items()
        if any(asked(passage.low, passage.language, topic) for passage in passages)
    )
