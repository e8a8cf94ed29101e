"""Gold claims of the sample newsroom and of the five seeds: value, unit and modality as a reader of news needs them.

A claim is found by its phrase in its paragraph (title -1, lead -2); the whole text is read at once, as a page is.
Recall: claims of which some quantity overlapping the phrase has value, upper value, unit and modality right.
Precision: of the quantities that touch a claim's phrase or a passage marked as no claim, those not on the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.corpora import SEEDS, SEEDS_GOLD, Row, jsonl, samples
from benchmarks.figures import Failure, Figure, share
from benchmarks.kaznerd import around
from benchmarks.reading import Reader
from dalel.records import Quantity

ANY_UNIT = "other"  # the gold's word for a unit outside its list


@dataclass(frozen=True, slots=True)
class Passage:
    """A phrase of the gold in the text it was found in."""

    text: str
    start: int
    end: int

    def touched_by(self, quantities: Iterable[Quantity]) -> list[Quantity]:
        """The quantities that share a character with the phrase, either end of a ratio included."""
        return [q for q in quantities if q.start < self.end and self.start < q.end]


@dataclass(frozen=True, slots=True)
class Page:
    """A sample's fields, each read once: paragraph number -> text, offset of the paragraph, quantities."""

    sample: Row

    def fields(self) -> dict[int, tuple[str, int]]:
        """Paragraph number -> (the field it stands in, its offset there)."""
        body = "\n".join(self.sample["paragraphs"])
        places = {-1: (self.sample["title"] or "", 0), -2: (self.sample["lead"] or "", 0)}
        offset = 0
        for number, paragraph in enumerate(self.sample["paragraphs"]):
            places[number] = (body, offset)
            offset += len(paragraph) + 1
        return places

    def passage(self, mark: Row) -> Passage:
        """Where a claim or a not-claim stands."""
        text, offset = self.fields()[mark["paragraph"]]
        start = text.index(mark["phrase"], offset)
        return Passage(text, start, start + len(mark["phrase"]))


def right(quantity: Quantity, claim: Row) -> bool:
    """Whether value, upper value, unit and modality are those of the gold."""
    upper = claim["value_max"] if claim.get("value_max") is not None else None
    return (
        quantity.value == Decimal(claim["value"])
        and quantity.value_max == (Decimal(upper) if upper is not None else None)
        and claim["unit"] in (quantity.unit, ANY_UNIT)
        and quantity.modality == claim["modality"]
    )


def describe(quantity: Quantity | Row) -> str:
    """Value, unit and modality on one line."""
    if isinstance(quantity, Quantity):
        upper = f"–{quantity.value_max}" if quantity.value_max is not None else ""
        return f"{quantity.value}{upper} {quantity.unit} {quantity.modality}"
    upper = f"–{quantity['value_max']}" if quantity.get("value_max") else ""
    return f"{quantity['value']}{upper} {quantity['unit']} {quantity['modality']}"


def wrong_part(claim: Row, there: list[Quantity]) -> str:
    """Which part of the claim nobody read right: nothing, value, unit or modality."""
    same_value = [q for q in there if q.value == Decimal(claim["value"])]
    if not same_value:
        return "value" if there else "nothing found"
    return "modality" if any(claim["unit"] in (q.unit, ANY_UNIT) for q in same_value) else "unit"


def sample_figures(read: Reader) -> list[Figure]:
    """Recall and precision over the sample pages, together and per script."""
    figures = measure("samples", samples(), read)
    for script in ("Cyrl", "Latn", "Arab"):
        pages = [s for s in samples() if s["language"] == "kk" and s["script"] == script]
        figures += measure(f"samples kk-{script}", pages, read)
    return figures


def measure(name: str, pages: Iterable[Row], reader: Reader) -> list[Figure]:
    """The two figures of some pages."""
    missed: list[Failure] = []
    false: list[Failure] = []
    claims = touching = 0
    for sample in pages:
        page = Page(sample)
        read = {text: reader(text, sample["language"]) for text, _ in page.fields().values()}
        for claim in sample["claims"]:
            claims += 1
            missed += claim_failures(sample["id"], claim, page.passage(claim), read)
        marks = [page.passage(mark) for mark in sample["not_claims"]]
        false += [f for mark in marks for f in not_claim_failures(sample["id"], mark, read)]
        touching += sum(1 for _ in on_claims(page, read))
    return [
        share(name, "claims: value, unit, modality", claims, missed),
        share(name, "not_claims left alone", touching + len(false), false),
    ]


def claim_failures(case: str, claim: Row, passage: Passage, read: dict[str, list[Quantity]]) -> list[Failure]:
    there = passage.touched_by(read[passage.text])
    if any(right(q, claim) for q in there):
        return []
    shown = "; ".join(map(describe, there)) or "nothing"
    marked = around(passage.text, passage.start, passage.end, 60).replace("\n", " ¶ ")
    return [Failure(wrong_part(claim, there), case, marked, describe(claim), shown)]


def not_claim_failures(case: str, mark: Passage, read: dict[str, list[Quantity]]) -> list[Failure]:
    marked = around(mark.text, mark.start, mark.end, 60).replace("\n", " ¶ ")
    found = mark.touched_by(read[mark.text])
    return [Failure("not a claim", case, marked, "nothing", f"{q.text!r} {describe(q)}") for q in found]


def on_claims(page: Page, read: dict[str, list[Quantity]]) -> Iterator[Quantity]:
    """Every quantity that touches a gold claim, once."""
    passages = [page.passage(claim) for claim in page.sample["claims"]]
    for text, quantities in read.items():
        here = [p for p in passages if p.text == text]
        yield from (q for q in quantities if any(p.touched_by([q]) for p in here))


def seed_figures(reader: Reader) -> list[Figure]:
    """Recall over the five source documents, read as they lie there, page furniture and all."""
    missed: list[Failure] = []
    total = 0
    for document in jsonl(SEEDS_GOLD):
        text = next(SEEDS.glob(f"{document['id']}*.txt")).read_text(encoding="utf-8")
        read = {text: reader(text, document["lang"])}
        for claim in document["figures"]:
            total += 1
            cue = re.search(re.escape(claim["cue"]) + r"(?!\w)", text)
            assert cue is not None, f"{document['id']}: {claim['cue']!r} is not in the text"
            missed += claim_failures(document["id"], claim, Passage(text, *cue.span()), read)
    return [share("seeds", "claims: value, unit, modality", total, missed)]
