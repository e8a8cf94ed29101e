"""Corrections of what was published: every decision that changed or took back a number, and where it was used.

As a page in three languages, and as an Atom feed (RFC 4287) that newsrooms subscribe to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from dalel.publishing import prose
from dalel.publishing.site.edition import Edition
from dalel.publishing.site.front import said_of
from dalel.records import Claim, Review

FEED = "corrections.xml"
NOTED = ("corrected", "rejected", "withdrawn")  # what changes a number, or takes such a change back


def context(edition: Edition, language: str) -> dict[str, Any]:
    """What the template of the page is given: the corrections, latest first."""
    return {
        "title": str(prose.says(language)["corrections"]["title"]),
        "description": said_of(language, "description", about=said_of(language, "about_all")),
        "corrections": entries(edition),
        "feed": FEED,
    }


def entries(edition: Edition) -> list[dict[str, Any]]:
    """Each such decision, latest first: claim_id, day, editor, kind, reason, changes (attribute, old, new), the number
    as printed, and the tables (region codes) and charts that used it.
    """
    read = {claim.claim_id: claim for claim in (*edition.evidence.claims, *edition.evidence.readings)}
    noted = [review for review in edition.reviews if review.decision in NOTED and review.claim_id in read]
    found = [_entry(edition, review, read[review.claim_id]) for review in noted]
    ordered = sorted(enumerate(found), key=lambda numbered: (str(numbered[1]["day"]), numbered[0]), reverse=True)
    return [one for _, one in ordered]


def _entry(edition: Edition, review: Review, claim: Claim) -> dict[str, Any]:
    changes = [(name, _text(getattr(claim, name)), value or "—") for name, value in review.corrections]
    return {
        "claim_id": review.claim_id,
        "day": review.decided.isoformat(),
        "editor": review.reviewer,
        "kind": review.decision,
        "reason": review.reason,
        "changes": changes,
        "quote": claim.quote,
        "tables": sorted({"KZ", claim.region or "KZ"}),
        "charts": list(edition.uses.get(review.claim_id, ())),
    }


def feed(edition: Edition) -> bytes:
    """The same as Atom: English, stable ids, no clock; updated on the day of the last decision."""
    told = entries(edition)
    updated = f"{told[0]['day']}T00:00:00Z" if told else "1970-01-01T00:00:00Z"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        "<id>urn:dalel:corrections</id>",
        "<title>dalel: corrections</title>",
        f"<updated>{updated}</updated>",
        "<author><name>dalel</name></author>",
        *(_atom(one, number) for number, one in _numbered(told)),
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def _numbered(told: Sequence[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    """Each with which of the decisions on its claim it is, so that its id stays when others are made."""
    seen: dict[str, int] = {}
    found = []
    for one in reversed(told):
        seen[one["claim_id"]] = seen.get(one["claim_id"], 0) + 1
        found.append((seen[one["claim_id"]], one))
    return list(reversed(found))


def _atom(one: Mapping[str, Any], number: int) -> str:
    changes = "; ".join(f"{name}: {old} → {new}" for name, old, new in one["changes"])
    used = ", ".join([*(f"table {name}" for name in one["tables"]), *(f"chart {name}" for name in one["charts"])])
    told = f"{one['kind']} by {one['editor']}: {one['reason']}. {changes}. Used in: {used}; cited as {one['claim_id']}."
    title = f"{_plain(one['quote'])}: {one['kind']}"
    return (
        f"<entry><id>urn:dalel:{one['claim_id']}:{number}</id><title>{escape(title)}</title>"
        f'<updated>{one["day"]}T00:00:00Z</updated><content type="text">{escape(_plain(told))}</content></entry>'
    )


def _plain(text: str) -> str:
    """Without the control characters that XML 1.0 does not hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


def _text(value: object) -> str:
    return "—" if value is None else str(value)
