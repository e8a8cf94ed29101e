"""The relations that a person noted on the sample pages, from the claims a person read there: all found, no more."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from dalel.checks import parts_sum_to_total, run, share_matches_counts, share_matches_ratio
from dalel.checks.foundation.case import reading_order
from dalel.checks.foundation.examples import Page, case_of
from newsroom.pages import load_gold, load_pages

SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?=\s+[«\"“–—-]?\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІÁ])|(?=\n)|$)")

# page, what the check must say, severity: the `relations` of newsroom/gold that are arithmetic of one page
EXPECTED = {
    ("atyrau-computers-en", "holds", "3479 + 18984 = 22463"),
    ("atyrau-computers-ru", "holds", "3479 + 18984 = 22463"),
    ("east-kazakhstan-computers-ru", "conflict", "271 + 373 = 644"),
    ("kazakhstan-cameras-ru-1", "holds", "91 / 373 = 24.40 %"),
    ("kazakhstan-cameras-ru-1", "note", "152 / 425 = 35.76 %"),
    ("kazakhstan-cameras-ru-1", "note", "169 / 404 = 41.83 %"),
    ("kazakhstan-cameras-ru-1", "note", "4360 / 6936 = 62.86 %"),
    ("kazakhstan-hospitals-en-2", "holds", "260 + 235 + 160 = 655"),
    ("kazakhstan-roads-en-1", "holds", "25000 + 70000 = 95000"),
    ("kazakhstan-school-building-en", "holds", "163 / 369 = 44.17 %"),
    ("kazakhstan-school-building-en", "note", "500000000000 + 976300000000 + 909400000000 = 2385700000000"),
    (
        "kazakhstan-school-building-ru-1",
        "holds",
        "10 + 10 + 9 + 6 + 5 + 4 + 2 + 3 + 2 + 2 + 2 + 2 + 2 + 1 + 1 + 1 = 62",
    ),
    ("kyzylorda-cameras-kk-latn", "holds", "3134 + 1694 = 4828"),
    ("kyzylorda-computers-ru", "holds", "1000 + 700 + 4802 + 2700 + 276 = 9478"),
    ("kyzylorda-computers-ru", "holds", "14362 + 4802 + 3706 = 22870"),
    ("kyzylorda-computers-ru", "holds", "9478 / 22870 = 41.44 %"),
    ("turkistan-cameras-kk-1", "holds", "563 / 943 = 59.70 %"),
    ("zhambyl-cameras-kk", "holds", "18 + 14 = 32"),
    ("zhambyl-cameras-ru", "holds", "51 / 317 = 16.09 %"),
}


def claims_of(page, gold, document):
    """Claims as a person read them; a part is linked to the last whole before it or the first after it."""
    found = []
    for number, row in enumerate(gold):
        name, text, base = _place(page, row.paragraph)
        at = text.index(row.phrase)
        digits = re.search(r"\d[\d\s.,]*\d|\d", row.phrase)
        start, end = (at + digits.start(), at + digits.end()) if digits else (at, at + len(row.phrase))
        sentence = next(s for s in SENTENCE.finditer(text) if s.start() <= start < s.end())
        words = sentence[0].strip()
        first = base + sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        found.append(
            replace(
                TEMPLATE,
                claim_id=f"{page.id}-{number}",
                document_id=document.document_id,
                field=name,
                **{"start": base + start, "end": base + end, "core_start": base + start, "core_end": base + end},
                quote=text[start:end],
                value=Decimal(row.value),
                value_max=Decimal(row.value_max) if row.value_max else None,
                unit=row.unit,
                label={"percent": "PERCENT", "KZT": "MONEY", "USD": "MONEY"}.get(row.unit, "CARDINAL"),
                modality=row.modality,
                measure=row.measure,
                region=row.region,
                place=row.place,
                as_of=None,
                status=row.status,
                sentence=words,
                sentence_start=first,
                sentence_end=first + len(words),
            )
        )
    return [_linked(claim, sorted(found, key=reading_order)) for claim in found]


TEMPLATE = case_of([Page(text="[1|1 school institution_count]")]).claims[0]


def _place(page, paragraph):
    if paragraph < 0:
        return ("title", page.title, 0) if paragraph == -1 else ("lead", page.lead, 0)
    return "text", page.paragraphs[paragraph], sum(len(text) + 1 for text in page.paragraphs[:paragraph])


def _linked(claim, claims):
    if claim.measure != "ratio_part" or claim.field != "text":
        return claim
    wholes = [c for c in claims if c.measure == "ratio_whole" and c.field == "text" and c.unit == claim.unit]
    near = [c for c in wholes if c.sentence_start == claim.sentence_start]
    return replace(claim, whole_id=min(near, key=lambda c: abs(c.start - claim.start)).claim_id) if near else claim


@pytest.fixture(scope="module")
def case():
    pages, gold = load_pages(), load_gold()
    documents, claims = {}, []
    for page in pages.values():
        made = case_of([Page(text="\n".join(page.paragraphs), title=page.title, lead=page.lead or "")])
        documents[page.id] = replace(made.documents["p1"], document_id=page.id, language=page.language)
        claims += claims_of(page, gold[page.id].claims, documents[page.id])
    return replace(made, claims=claims, documents=documents, origins={}, captures={})


def test_every_relation_of_one_page_is_found_and_no_other_is_made_up(case):
    known = {claim.claim_id: claim for claim in case.claims}
    found = {
        (known[finding.claim_ids[0]].document_id, finding.severity, finding.arithmetic)
        for module in (parts_sum_to_total, share_matches_ratio, share_matches_counts)
        for finding in module.check(case)
    }
    assert found == EXPECTED


def test_nothing_else_conflicts(case):
    conflicts = [finding for finding in run(case) if finding.severity == "conflict"]
    assert [finding.arithmetic for finding in conflicts] == ["271 + 373 = 644"]
