"""Gold claims beside the claims that were found: sample pages and source documents -> pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from benchmarks.corpora import SEEDS, SEEDS_GOLD, Row, jsonl, samples
from dalel.extraction.claims import find_claims
from dalel.records import Claim, Document
from dalel.topics import load_topics

Mark = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold claim, and the claim found at its place (None: none with its value)."""

    page: str
    phrase: str
    gold: Mark
    claim: Claim | None


def sample_marks() -> Iterator[Marked]:
    """All gold claims of the sample pages."""
    for row in samples():
        document = sample_document(row)
        claims = find_claims(document, load_topics())
        taken: set[int] = set()
        for gold in row["claims"]:
            field, start, end = place(document, gold["paragraph"], gold["phrase"], row["paragraphs"])
            here = [c for c in claims if c.field == field and c.start < end and start < c.end and id(c) not in taken]
            claim = choose(here, gold)
            if claim is not None and len(here) > 1:
                taken.add(id(claim))
            yield Marked(row["id"], f"P{gold['paragraph']} «{gold['phrase']}»", gold, claim)


def sample_document(row: Row) -> Document:
    """The document a reader should make of a sample page."""
    published = row["published"]
    return Document(
        document_id=row["id"],
        url=row["retold_from"],
        source="sample",
        outlet=row["outlet"],
        title=row["title"],
        lead=row["lead"],
        text="\n".join(row["paragraphs"]),
        published=date.fromisoformat(published) if isinstance(published, str) else published,
        published_basis="markup" if published else "unknown",
        language=row["language"],
        script=row["script"],
    )


def place(document: Document, paragraph: int, phrase: str, paragraphs: Sequence[str]) -> tuple[str, int, int]:
    """The field and the offsets in it where a gold phrase stands."""
    if paragraph < 0:
        field = {-1: "title", -2: "lead"}[paragraph]
        start = document.field(field).find(phrase)
        if start < 0:
            field = "title" if phrase in document.field("title") else "text"
            start = document.field(field).index(phrase)
        return field, start, start + len(phrase)
    line = paragraphs[paragraph]
    start = document.text.index(line) + line.index(phrase)
    return "text", start, start + len(phrase)


def choose(here: Sequence[Claim], gold: Mark) -> Claim | None:
    """Of the claims at a phrase the one with the gold's value, and if there are several, its region."""
    right = [claim for claim in here if claim.value == Decimal(gold["value"])]
    return next((claim for claim in right if claim.region == gold["region"]), right[0] if right else None)


def seed_marks() -> Iterator[Marked]:
    """All gold figures of the five source documents, each read by the text reader."""
    for row in jsonl(SEEDS_GOLD):
        document = seed_document(row)
        claims = find_claims(document, load_topics())
        for figure in row["figures"]:
            gold = {**figure, "measure": figure["kind"], "speaker": figure["said_by"]}
            yield Marked(
                row["id"][:3], f"«{figure['cue']}»", gold, choose(at_cue(document, claims, figure["cue"]), gold)
            )


def seed_document(row: Row) -> Document:
    """A source document as the readers make it of its text."""
    from benchmarks.seed_reading import read_text

    return read_text(SEEDS / f"{row['id']}.txt", row)


def at_cue(document: Document, claims: Sequence[Claim], cue: str) -> list[Claim]:
    """Claims that overlap an occurrence of the cue."""
    found = []
    for claim in claims:
        text, start = document.field(claim.field), -1
        while (start := text.find(cue, start + 1)) >= 0:
            if claim.core_start < start + len(cue) and start < claim.core_end:
                found.append(claim)
    return found
