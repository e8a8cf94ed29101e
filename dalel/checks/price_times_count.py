"""Do a price of one piece and a count make the sum that is stated with them?

"За 100 млн купили 500 компьютеров по 150 тысяч": 500 × 150 000 = 75 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from dalel.checks.foundation.case import Case, pages, sentences
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import amount, finding
from dalel.checks.foundation.precision import meet, plain, printed_step, product, span
from dalel.checks.foundation.words import says
from dalel.records import Claim, Document, Finding, Severity

ROLE = "arithmetic"
CHECK = "price_times_count"
COUNTS = ("device_count", "seat_count", "institution_count", "other_count", "children_count", "people_count")
HOLDS: Severity = "holds"
NOTE: Severity = "note"
CONFLICT: Severity = "conflict"
LEAST = 2  # prices that a sum of several pieces is more than
AFTER, BEFORE = 24, 14  # characters around a price in which "за штуку", "each", "по" stand

_SUM, _FEW, _PRICE = (
    "[100 млн тенге|100000000 KZT budget_spent]",
    "[500 компьютеров|500 device device_count]",
    "[150 тысяч тенге|150000 KZT unit_price]",
)

EXAMPLES = (
    speaks(
        "note",
        "380 * 213000 = 80940000",
        "За [80 млн тенге|80000000 KZT cost] купили [380 столов|380 desk other_count] по"
        " [213 тысяч тенге|213000 KZT unit_price] за штуку.",
    ),
    speaks("conflict", "500 * 150000 = 75000000", f"За {_SUM} купили {_FEW} по {_PRICE} за штуку."),
    speaks(
        "holds",
        "500 * 200000 = 100000000",
        f"За {_SUM} купили {_FEW} по [200 тысяч тенге|200000 KZT unit_price] за штуку.",
    ),
    speaks(
        "conflict",
        "75000000",
        "They bought [500 computers|500 device device_count] at [150,000 tenge|150000 KZT unit_price]"
        " each for [100 million tenge|100000000 KZT cost].",
        language="en",
    ),
)
NOT_EXAMPLES = (
    # last year's price and this year's: no sum
    silent(
        "Last year [6,000 children|6000 child children_count] were given [30,000 tenge|30000 KZT unit_price] each; this"
        " year it is [40,000 tenge|40000 KZT cost].",
        language="en",
    ),
    silent(f"За {_SUM} купили {_FEW}."),
    silent(f"Купили {_FEW} и [200 столов|200 desk other_count] по {_PRICE} за штуку, всего на {_SUM}."),
    silent(f"Обещали {_SUM}. Купили {_FEW} по {_PRICE} за штуку."),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per sentence with one count, its price and one sum."""
    for document_id, claims in pages(case).items():
        for group in sentences([claim for claim in claims if claim.field == "text"]):
            money = [claim for claim in group if claim.label == "MONEY" and "/" not in (claim.unit or "")]
            counts = [claim for claim in group if claim.measure in COUNTS]
            if len(money) == 2 and len(counts) == 1 and money[0].unit == money[1].unit:
                prices = [claim for claim in money if _is_price(claim, case.documents[document_id])]
                if len(prices) == 1:
                    total = money[0] if prices[0] is money[1] else money[1]
                    if total.value > prices[0].value * LEAST and ";" not in total.sentence:
                        yield _judged(prices[0], counts[0], total)


def _is_price(claim: Claim, document: Document) -> bool:
    text = document.text
    after = text[claim.end : min(claim.end + AFTER, claim.sentence_end)]
    before = text[max(claim.start - BEFORE, claim.sentence_start) : claim.start]
    return says(after, document.language, "purchases", "each") or says(before, document.language, "purchases", "at")


def _judged(price: Claim, count: Claim, total: Claim) -> Finding:
    made = price.value * count.value
    holds = meet(product(span(price), span(count)), span(total))
    cut = total.value < made < total.value + printed_step(total)
    kind, severity = ("price-holds", HOLDS) if holds else ("price-cut", NOTE) if cut else ("price-other", CONFLICT)
    words = f"{plain(count.value)} * {plain(price.value)} = {plain(made)}"
    facts = {"computed": amount("computed", made, total.unit)}
    return finding(CHECK, severity, kind, {"total": total, "count": count, "price": price}, facts, words)
