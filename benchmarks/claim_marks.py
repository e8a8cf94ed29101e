"""Gold claims beside the claims that were found: archived sample pages and source documents -> pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from benchmarks.claim_pages import archived_pages, read_text
from benchmarks.corpora import SEEDS, SEEDS_GOLD, Row, jsonl, retold
from dalel.claims.finding import find_claims
from dalel.records import Claim, Document
from dalel.topics import Topic, load_topics

Mark = Mapping[str, Any]
SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ")


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold claim, and the claim found at its place (None: none with its value)."""

    page: str
    phrase: str
    gold: Mark
    claim: Claim | None


@cache
def topics() -> dict[str, Topic]:
    """The topics of the project, read once."""
    return load_topics()


def sample_marks() -> Iterator[Marked]:
    """All gold claims of the sample pages, as the readers make documents of the archived HTML."""
    for row, document in sample_documents():
        claims = find_claims(document, topics())
        taken: set[int] = set()
        for gold in row["claims"]:
            field, start, end = place(document, gold["paragraph"], gold["phrase"], row["paragraphs"])
            here = [c for c in claims if c.field == field and c.start < end and start < c.end and id(c) not in taken]
            claim = choose(here, gold)
            if claim is not None and len(here) > 1:
                taken.add(id(claim))
            mark = gold | {"undated": row["published"] is None}
            yield Marked(row["id"], f"P{gold['paragraph']} «{gold['phrase']}»", mark, claim)


@cache
def sample_documents() -> tuple[tuple[Row, Document], ...]:
    """Every sample page with the document read of its archived page."""
    pages = archived_pages()
    return tuple((row, _of_row(row, pages)) for row in retold())


def _of_row(row: Row, pages: Sequence[Document]) -> Document:
    """The archived document of a sample page: the one that holds most of its paragraphs."""
    return max(
        pages,
        key=lambda page: (
            sum(_plain(line) in _plain(page.text) for line in row["paragraphs"]),
            page.title == row["title"],
        ),
    )


def strangers() -> Iterator[tuple[str, Claim]]:
    """Claims on the sample pages that touch no gold claim: false, or forgotten in the gold."""
    for row, document in sample_documents():
        spots = [place(document, gold["paragraph"], gold["phrase"], row["paragraphs"]) for gold in row["claims"]]
        for claim in find_claims(document, topics()):
            if not any(claim.field == field and claim.start < end and start < claim.end for field, start, end in spots):
                yield row["id"], claim


def place(document: Document, paragraph: int, phrase: str, paragraphs: Sequence[str]) -> tuple[str, int, int]:
    """The field and the offsets in it where a gold phrase stands; (-1, -1) where the document lacks it."""
    phrase = _plain(phrase)
    if paragraph < 0:
        wanted = {-1: "title", -2: "lead"}[paragraph]
        fields = [name for name in (wanted, "title", "text") if phrase in _plain(document.field(name))]
        field = fields[0] if fields else wanted
        start = _plain(document.field(field)).find(phrase)
        return field, start, start + len(phrase)
    line, text = _plain(paragraphs[paragraph]), _plain(document.text)
    begin = text.find(line)
    start = text.find(phrase, begin + line.find(phrase) if begin >= 0 else 0)
    return "text", start, start + len(phrase)


def _plain(text: str) -> str:
    """`text` with every kind of space as one kind: the readers make no difference between them."""
    return text.translate(SPACES)


def choose(here: Sequence[Claim], gold: Mark) -> Claim | None:
    """Of the claims at a phrase the one with the gold's value, and if there are several, its region."""
    right = [claim for claim in here if claim.value == Decimal(gold["value"])]
    return next((claim for claim in right if claim.region == gold["region"]), right[0] if right else None)


def seed_marks() -> Iterator[Marked]:
    """All gold figures of the five source documents, each read by the text reader."""
    for row in jsonl(SEEDS_GOLD):
        document = read_text(SEEDS / f"{row['id']}.txt", row)
        claims = find_claims(document, topics())
        for figure in row["figures"]:
            gold = {**figure, "measure": figure["kind"], "speaker": figure["said_by"]}
            claim = choose(at_cue(document, claims, figure["cue"]), gold)
            yield Marked(row["id"][:3], f"«{figure['cue']}»", gold, claim)


def at_cue(document: Document, claims: Sequence[Claim], cue: str) -> list[Claim]:
    """Claims that overlap an occurrence of the cue."""
    found = []
    for claim in claims:
        text, start = document.field(claim.field), -1
        while (start := text.find(cue, start + 1)) >= 0:
            if claim.core_start < start + len(cue) and start < claim.core_end:
                found.append(claim)
    return found
