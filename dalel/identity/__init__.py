"""What a claim is called: by what an address says in a sentence, whatever bytes it was captured in.

canonical(url, canonical_link) -> str         the address a page is known by, as a SURT key
spelled(url) -> str                           one key for all spellings of one address
place(documents, steps) -> [Document]         documents with the address they share with twins and redirects
claim_ids(document, stated) -> [str]          ids of the numbers of one document
aliases(document, claims) -> {id: id}         ids a claim had before its page was known to be a twin
"""

from dalel.identity.addresses import canonical, spelled, timeline_key
from dalel.identity.claim_ids import Stated, aliases, claim_id, claim_ids, own_address, stated
from dalel.identity.pages import place

__all__ = [
    "Stated", "aliases", "canonical", "claim_id", "claim_ids", "own_address", "place", "spelled", "stated",
    "timeline_key",
]  # fmt: skip
