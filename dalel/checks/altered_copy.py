"""Does a page of one origin state another number, region, year or thing than the page it copies or translates?

A reprint that differs from the text it repeats is the most telling of all differences: one of the two is wrong. Pages
of one origin are laid beside the earliest of them that has most numbers. Sentences that are the same but for their
digits are compared number by number; of other wordings and translations the order of the numbers is compared, and a
number is only called another where its neighbours agree. One finding names all pages that say one thing. One number of
two things ("627 cameras", "cameras in 627 schools") is noted: a translator's slip, or both are true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from dalel.checks.foundation import comparison, scope
from dalel.checks.foundation.case import Case, origin, pages
from dalel.checks.foundation.examples import Example, Page
from dalel.checks.foundation.findings import Given, fact, finding
from dalel.checks.foundation.precision import meet, span
from dalel.checks.foundation.words import folded
from dalel.records import Claim, Finding, Severity

ROLE = "independence"
CHECK = "altered_copy"
AGREEING = 2  # numbers in common that make the order of two pages tell something
TELLING = 10  # a smaller number may stand in both pages by chance
MOST = 2  # numbers that differ in a copy; with more it is another text
_DIGITS = re.compile(r"\d+(?:[\s.,]\d+)*")
_NUMBERED = r"(?:19[89]|20\d)\d"
_YEAR = re.compile(rf"(?<!\d){_NUMBERED}(?=\s*-?(?:г\.|год|жыл|ж\.|jyl|جىل))|(?<=\bin ){_NUMBERED}(?!\d)")

_FIRST = "Подключены [302 школы|302 school ratio_part]. Закупили [4828 камер|4828 camera device_count]."
_TOLD = "Закуплены [4828 камер|4828 camera device_count], в школах: [320 школ|320 school ratio_part]."
_THREE = (
    "Купили [3479 ноутбуков|3479 device device_count] на [555 млн|555000000 KZT cost]. Учеников"
    " [111 296|111296 person children_count]."
)
_ENGLISH = (
    "They bought [3,479 laptops|3479 device device_count] for [565 million|565000000 KZT"
    " cost], with [111,296 pupils|111296 person children_count]."
)

EXAMPLES = (
    Example(
        pages=[
            Page(text=_FIRST, origin="p1"),
            Page(
                text=_FIRST.replace("302 школы|302 school ratio_part", "302 камеры|302 camera device_count"),
                origin="p1",
            ),
        ],
        says=[("note", "copy-unit")],
    ),
    Example(
        pages=[Page(text=_FIRST, origin="p1"), Page(text=_FIRST.replace("302", "320"), origin="p1")],
        says=[("conflict", "p1.example: 302 schools; p2.example: 320 schools")],
    ),
    Example(
        pages=[Page(text=_THREE, origin="p1"), Page(text=_ENGLISH, language="en", origin="p1")],
        says=[("conflict", "copy-number")],
    ),
    Example(
        pages=[
            Page(text="В области [302 школы|302 school ratio_part region=KZ-39].", origin="p1"),
            Page(text="В области [302 школы|302 school ratio_part region=KZ-55].", origin="p1"),
        ],
        says=[("conflict", "copy-region")],
    ),
    Example(
        pages=[
            Page(text="В 2023 году открыли [302 школы|302 school ratio_part].", origin="p1"),
            Page(text="В 2033 году открыли [302 школы|302 school ratio_part].", origin="p1"),
        ],
        says=[("conflict", "copy-year")],
    ),
)
NOT_EXAMPLES = (
    Example(pages=[Page(text=_FIRST, origin="p1"), Page(text=_FIRST, origin="p1")]),
    # two origins: nobody copies
    Example(pages=[Page(text=_FIRST), Page(text=_FIRST.replace("302", "320"))]),
    # other wording, and nothing around the number agrees
    Example(pages=[Page(text=_FIRST, origin="p1"), Page(text=_TOLD, origin="p1")]),
    # rounded in the copy
    Example(
        pages=[
            Page(text="Ущерб [45,7 млн|45700000 KZT damage].", origin="p1"),
            Page(text="Ущерб [46 млн|46000000 KZT damage].", origin="p1"),
        ]
    ),
)

Pair = tuple[str, Claim, Claim]  # what differs, the claim of the first page, the claim of the copy


def check(case: Case) -> Iterator[Finding]:
    """One finding per number of the first page and different statement of its copies."""
    groups: dict[str, list[list[Claim]]] = {}
    for claims in pages(case).values():
        body = [claim for claim in claims if claim.field == "text"]
        if body:
            groups.setdefault(origin(case, body[0]), []).append(body)
    for group in groups.values():
        if len(group) > 1:
            yield from _differences(group, case)


def _differences(group: list[list[Claim]], case: Case) -> Iterator[Finding]:
    def order(claims: list[Claim]) -> tuple[int, date, str]:
        document = case.documents[claims[0].document_id]
        return -len(claims), document.published or date.max, document.document_id

    first, *copies = sorted(group, key=order)
    said: dict[tuple[str, str, object], list[Pair]] = {}
    for copy in copies:
        for pair in _pairs(first, copy, case):
            what, one, other = pair
            said.setdefault((what, one.claim_id, _told(what, other)), []).append(pair)
    for (what, _, _), found in said.items():
        one, others = found[0][1], [pair[2] for pair in found]
        facts: dict[str, Given] = {
            "one": fact("one", one),
            "other": fact("other", others[0]),
            "one_outlets": comparison.outlets([one], case),
            "other_outlets": comparison.outlets(others, case),
            "one_told": str(_told(what, one)),
            "other_told": str(_told(what, others[0])),
        }
        severity: Severity = "note" if what == "unit" else "conflict"
        yield finding(CHECK, severity, f"copy-{what}", {"first": [one], "altered": others}, facts)


def _told(what: str, claim: Claim) -> object:
    if what == "year":
        return " ".join(sorted(set(_YEAR.findall(claim.sentence))))
    return {"region": claim.region, "unit": claim.unit}.get(what, claim.value)


def _pairs(first: Sequence[Claim], copy: Sequence[Claim], case: Case) -> Iterator[Pair]:
    masked = _masked(first, case)
    settled: set[str] = set()
    for key, claims in _masked(copy, case).items():
        for one, other in zip(masked.get(key, ()), claims, strict=False):
            settled |= {one.claim_id, other.claim_id}
            yield from _compared(one, other)
    rest = [claim for claim in first if claim.claim_id not in settled]
    others = [claim for claim in copy if claim.claim_id not in settled]
    yield from _in_order(rest, others, bool(settled))


def _masked(claims: Sequence[Claim], case: Case) -> dict[str, list[Claim]]:
    """Claims by their sentence without its digits; none where a page says such a sentence twice."""
    found: dict[str, list[Claim]] = {}
    starts: dict[str, set[int]] = {}
    for claim in claims:
        key = _DIGITS.sub("#", folded(claim.sentence, case.documents[claim.document_id].language))
        found.setdefault(key, []).append(claim)
        starts.setdefault(key, set()).add(claim.sentence_start)
    return {key: group for key, group in found.items() if len(starts[key]) == 1}


def _in_order(first: Sequence[Claim], copy: Sequence[Claim], same_elsewhere: bool) -> Iterator[Pair]:
    """Numbers that stand alone between numbers in which both pages agree."""
    left, right = ([claim.value for claim in claims] for claims in (first, copy))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    codes = matcher.get_opcodes()
    agreeing = sum(end - start for kind, start, end, _, _ in codes if kind == "equal")
    changed: list[Pair] = []
    for kind, start, end, begin, stop in codes:
        if kind == "equal":
            for one, other in zip(first[start:end], copy[begin:stop], strict=True):
                yield from (pair for pair in _compared(one, other) if pair[0] != "number")
        elif kind == "replace" and end - start == stop - begin <= MOST:
            changed += [
                pair
                for one, other in zip(first[start:end], copy[begin:stop], strict=True)
                if one.unit == other.unit and not (Counter(left)[other.value] or Counter(right)[one.value])
                for pair in _compared(one, other)
                if pair[0] == "number"
            ]
    if agreeing >= AGREEING and len(changed) <= min(MOST, agreeing):
        yield from changed


def _compared(one: Claim, other: Claim) -> Iterator[Pair]:
    if _one_unit(one, other) and not meet(span(one), span(other)):
        yield "number", one, other
    elif one.value == other.value and _one_unit(one, other):
        if one.region and other.region and one.region != other.region and "KZ" not in (one.region, other.region):
            yield "region", one, other
        years, others = (set(_YEAR.findall(claim.sentence)) for claim in (one, other))
        if years and others and years.isdisjoint(others):
            yield "year", one, other
    elif one.value == other.value and one.value >= TELLING and scope.other_thing(one, other):
        yield "unit", one, other


def _one_unit(one: Claim, other: Claim) -> bool:
    """True unless both name a unit, and different ones: a page may leave the noun to the sentence before."""
    return one.unit == other.unit or None in (one.unit, other.unit)
