"""Does a stated change agree with the two levels beside it?

"С 12 до 18 процентов, то есть на 9 процентных пунктов": 6. "From 4,051 to 4,600, or by 30 per cent": 13.55.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalel import languages
from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, pages, sentences
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import amount, finding
from dalel.checks.foundation.precision import Span, difference, meet, plain, printed_step, quotient, shown, span
from dalel.checks.foundation.words import folded, says
from dalel.records import Claim, Document, Finding

ROLE = "arithmetic"
CHECK = "change_matches_levels"
BETWEEN = 40  # characters between the two levels
CHANGES = ("percent", "percentage_point", "times")

EXAMPLES = (
    speaks(
        "conflict",
        "18 - 12 = 6",
        "Доля выросла с [12|12 percent share] до [18 процентов|18 percent share], то есть на [9"
        " процентных пунктов|9 percentage_point multiple].",
    ),
    speaks(
        "holds",
        "18 - 12 = 6",
        "Доля выросла с [12|12 percent share] до [18 процентов|18 percent share], то есть на [6"
        " процентных пунктов|6 percentage_point multiple].",
    ),
    speaks(
        "conflict",
        "200 / 100 = 2",
        "Число камер выросло со [100|100 camera device_count] до [200|200 camera device_count], то"
        " есть [втрое|3 times multiple].",
    ),
    speaks(
        "conflict",
        "4600 / 4051",
        "The number grew from [4,051|4051 camera device_count] to [4,600|4600 camera device_count],"
        " or by [30 percent|30 percent multiple].",
        language="en",
    ),
    speaks(
        "conflict",
        "4600 / 4051",
        "Камералар саны [4051-ден|4051 camera device_count] [4600-ге дейін|4600 camera device_count]"
        " өсті, яғни [20 пайызға|20 percent multiple] көп.",
        language="kk",
    ),
)
NOT_EXAMPLES = (
    silent(
        "Купили от [100|100 camera device_count] до [200|200 camera device_count] камер, цены выросли"
        " на [30 процентов|30 percent multiple]."
    ),
    silent("Число камер выросло со [100|100 camera device_count] до [200|200 camera device_count]."),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per change with its two levels before it in one sentence."""
    for document_id, claims in pages(case).items():
        document = case.documents[document_id]
        for group in sentences([claim for claim in claims if claim.field == "text"]):
            for first, last, change in zip(group, group[1:], group[2:], strict=False):
                if _levels(first, last, document) and change.unit in CHANGES and _plain_change(last, change, document):
                    yield _judged(first, last, change)


def _plain_change(last: Claim, change: Claim, document: Document) -> bool:
    close = len(scope.between(last, change, document)) <= BETWEEN
    return close and change.unit != last.unit and change.modality == "exact"


def _levels(first: Claim, last: Claim, document: Document) -> bool:
    """True where the sentence says that something went from the first number to the second."""
    if first.unit != last.unit or first.value <= 0 or last.value <= 0 or first.value == last.value:
        return False
    if not says(first.sentence, document.language, "levels", "moved"):
        return False
    before = document.text[max(first.sentence_start, first.start - 6) : first.start]
    opening = folded(before + " " + first.quote, document.language)
    towards = folded(document.text[first.end : last.end], document.language)
    begins = says(opening, document.language, "levels", "from") or _ends(first, document)
    return (
        begins
        and len(scope.between(first, last, document)) <= BETWEEN
        and says(towards, document.language, "levels", "to")
    )


def _ends(first: Claim, document: Document) -> bool:
    endings: Sequence[str] = languages.load(document.language, "checks")["levels"]["from_endings"]
    return bool(endings) and folded(first.quote, document.language).rstrip().endswith(tuple(endings))


def _judged(first: Claim, last: Claim, change: Claim) -> Finding:
    a, b, stated = span(first), span(last), span(change)
    grown = last.value > first.value
    ratio = quotient(b, a)
    if change.unit == "percentage_point":
        expected = difference(b, a) if grown else difference(a, b)
        value = abs(last.value - first.value)
        words = f"{plain(max(first.value, last.value))} - {plain(min(first.value, last.value))} = {plain(value)}"
    elif change.unit == "times":
        expected = ratio if grown else quotient(a, b)
        value = last.value / first.value if grown else first.value / last.value
        top, bottom = (last, first) if grown else (first, last)
        words = f"{plain(top.value)} / {plain(bottom.value)} = {shown(value, printed_step(change))}"
    else:
        moved = [None if end is None else abs(end - 1) * 100 for end in ratio]
        known = sorted(end for end in moved if end is not None)
        expected = Span(known[0], known[-1])
        value = abs(last.value / first.value - 1) * 100
        words = f"{plain(last.value)} / {plain(first.value)} - 1 = {shown(value, printed_step(change))} %"
    holds = meet(_widened(expected, change), stated)
    kind = "change-holds" if holds else "change-other"
    facts = {"computed": amount("computed", value.quantize(Decimal("0.01")), change.unit)}
    return finding(
        CHECK, "holds" if holds else "conflict", kind, {"change": change, "first": first, "last": last}, facts, words
    )


def _widened(expected: Span, change: Claim) -> Span:
    """A multiple like "twice" is said of anything near it; a percentage may be cut off instead of rounded."""
    low, high = expected
    slack = change.value / 10 if change.unit == "times" else printed_step(change) / 2
    return Span(None if low is None else low - slack, None if high is None else high + slack)
