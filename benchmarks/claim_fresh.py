"""Pages written for the claim rules before anyone tuned them: gold and document of every file of tests/claims/pages.

`[default]` holds what most claims of the page share. A gold attribute may be a list: a careful reader could say any of
them. as_of "unsaid" (also the default) means that the page does not say when: none, or the publication date as day,
month or year. "none" stands for no speaker and no place. Claims marked `optional` are not counted.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.claim_marks import Marked, topics
from dalel.extraction.claims import find_claims
from dalel.languages.identify import identify
from dalel.paths import PROJECT
from dalel.records import Claim, Document

FOLDER = PROJECT / "tests" / "claims" / "pages"
COMMON = {"at": "text", "modality": "exact", "status": "actual", "place": "none", "speaker": "none", "as_of": "unsaid"}


def fresh_marks(folder: Path = FOLDER) -> Iterator[Marked]:
    """The gold claims of every page with the claim that was found at the place of each."""
    for file in sorted(folder.glob("*.toml")):
        yield from page_marks(file)


def page_marks(file: Path) -> Iterator[Marked]:
    """The gold claims of one page, in the order of the file."""
    page = tomllib.loads(file.read_text("utf-8"))
    document = read_page(file.stem, page)
    claims = find_claims(document, topics())
    for row in page["claims"]:
        gold = {**COMMON, **page["default"], **row}
        start, end = place(document, gold)
        if not gold.get("optional"):
            yield Marked(file.stem, f"«{gold['phrase']}»", gold, _there(claims, gold, start, end))


def read_page(name: str, page: Mapping[str, Any]) -> Document:
    """The document of a page file, as a reader would hand it on."""
    return Document(
        document_id=name,
        url=f"http://{name}.example/",
        source="local",
        outlet=page["outlet"],
        title=page["title"],
        lead=page["lead"] or None,
        text=page["text"].strip(),
        published=page.get("published"),
        published_basis="given",
        language=page["language"],
        script=identify(page["text"])[1],
    )


def place(document: Document, gold: Mapping[str, Any]) -> tuple[int, int]:
    """Where the phrase of a gold claim stands in its field; ValueError where it does not."""
    start = document.field(gold["at"]).index(gold["phrase"])
    return start, start + len(gold["phrase"])


def _there(claims: list[Claim], gold: Mapping[str, Any], start: int, end: int) -> Claim | None:
    here = [c for c in claims if c.field == gold["at"] and c.core_start < end and start < c.core_end]
    return next((claim for claim in here if claim.value == Decimal(gold["value"])), None)
