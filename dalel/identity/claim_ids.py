"""Claim ids: from address, field, sentence and number, never from the bytes of a capture.

id = "c" + 12 characters of base32 (RFC 4648, lower case) of SHA-256 of these parts, joined by line feeds, in UTF-8:
address (`dalel.identity.canonical`), field, sentence, number as printed, and which of the equal ones it is ("1" for
the first). Sentence and number are in NFC, runs of blanks are one blank, and characters that nobody sees are left out.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dalel.identity.addresses import canonical
from dalel.records import Claim, Document

SPELLED = 10  # bytes of a digest that are spelled in base32; twelve letters hold less than eight
# soft hyphen; joiners and marks of direction, which some editors put in and others take out
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)  # soft hyphen, joiners, marks


class Stated(NamedTuple):
    """Where a number stands: field, sentence and number (without its approximator) as printed."""

    field: str
    sentence: str
    number: str


def claim_ids(document: Document, numbers: Iterable[Stated]) -> list[str]:
    """The id of each number of a document, in the order given: that of title, lead and text, by place."""
    return _ids(document.address or own_address(document), numbers)


def claim_id(address: str, number: Stated, which: int) -> str:
    """The id of a number, by which of the equal ones at this address it is (the first is 1)."""
    parts = "\n".join((address, number.field, _folded(number.sentence), _folded(number.number), str(which)))
    digest = hashlib.sha256(parts.encode("utf-8")).digest()
    return "c" + base64.b32encode(digest[:SPELLED]).decode("ascii").lower()[:12]


def own_address(document: Document) -> str:
    """What a document is known by as long as nothing beside it says more; its id where it has no address."""
    return canonical(document.url, document.canonical_url) if document.url else document.document_id


def stated(document: Document, claim: Claim) -> Stated:
    """Where the number of a claim stands, from its offsets."""
    number = document.field(claim.field)[claim.core_start : claim.core_end]
    return Stated(claim.field, claim.sentence, number)


def aliases(document: Document, claims: Sequence[Claim]) -> dict[str, str]:
    """Ids under which claims of this document were known before it shared an address with others -> their ids now.

    In: all claims of the document, in their order.
    """
    own = own_address(document)
    if document.address in (None, own):
        return {}
    former = _ids(own, (stated(document, claim) for claim in claims))
    return {old: claim.claim_id for old, claim in zip(former, claims, strict=True)}


def _ids(address: str, numbers: Iterable[Stated]) -> list[str]:
    seen: Counter[Stated] = Counter()
    ids = []
    for number in numbers:
        folded = Stated(number.field, _folded(number.sentence), _folded(number.number))
        seen[folded] += 1
        ids.append(claim_id(address, number, seen[folded]))
    return ids


def _folded(text: str) -> str:
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())
