"""What does one piece cost, where the page itself says which money buys which pieces?

Money is divided by pieces only where one sentence has exactly one sum and one count, or the sentence with the count
says that it is for the sum before ("this money will buy"). Elsewhere the division is refused: a page naming a budget
and some of the devices bought with it does not say what one device cost. The price is compared with the plausible range
of the topic's indicator of unit prices; it is noted, whatever it is, and never confirms or disputes anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, pages, sentences
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import Given, finding
from dalel.checks.foundation.precision import EXACT, plain
from dalel.checks.foundation.words import says
from dalel.records import Claim, Document, Fact, Finding, Modality
from dalel.topics import Indicator

ROLE = "plausibility"
SUMS = ("budget_planned", "budget_allocated", "budget_spent", "contract_sum", "cost")
PIECES = ("device_count",)

_SUM = "[555 млн тенге|555000000 KZT budget_spent topic=computers]"
_LAPTOPS = "[3479 ноутбуков|3479 device device_count topic=computers]"

EXAMPLES = (
    speaks("note", "555000000 / 3479 = 159529 KZT", f"Область покупает {_LAPTOPS}, на них уходит {_SUM}."),
    speaks("note", "≥ 159 529 ₸", f"На {_SUM[:-1]} modality=more_than] купят {_LAPTOPS}."),
    speaks("note", "159529", f"Из бюджета выделили {_SUM}. За эти средства купят {_LAPTOPS}."),
    speaks("note", "price-unusual", f"На [555 млрд|555000000000 KZT cost topic=computers] купят {_LAPTOPS}."),
)
NOT_EXAMPLES = (
    # the sum stands elsewhere on the page: what else it bought is not said
    silent(f"На дистанционное обучение выделено {_SUM}. Готовы {_LAPTOPS}."),
    # two counts: which of them the money bought is open
    silent(f"На {_SUM} купят {_LAPTOPS} и [880 планшетов|880 device device_count topic=computers]."),
    # damage is no price
    silent(f"Ущерб при закупке {_LAPTOPS} составил [555 млн тенге|555000000 KZT damage topic=computers]."),
    # no indicator says what a school costs
    silent("На [555 млн|555000000 KZT cost topic=school-building] построят [3 школы|3 school institution_count]."),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per purchase whose scope the page states."""
    indicators = [(topic.id, indicator) for topic in case.topics.values() for indicator in topic.indicators]
    prices = {topic: indicator for topic, indicator in indicators if "unit_price" in indicator.measures}
    for document_id, claims in pages(case).items():
        for money, pieces in _purchases(claims, case.documents[document_id]):
            if money.topic in prices and money.topic == pieces.topic:
                yield _judged(money, pieces, prices[money.topic])


def _purchases(claims: Sequence[Claim], document: Document) -> Iterator[tuple[Claim, Claim]]:
    groups = sentences([claim for claim in claims if claim.field == "text"])
    for number, group in enumerate(groups):
        pieces = [claim for claim in group if claim.measure in PIECES and claim.value > 0 and claim.value_max is None]
        money = [claim for claim in group if claim.unit == "KZT"]
        if len(pieces) == 1 and len(money) == 1 and money[0].measure in SUMS:
            yield money[0], pieces[0]
        elif len(pieces) == 1 and not money and number:
            before = [claim for claim in groups[number - 1] if claim.unit == "KZT"]
            if len(before) == 1 and before[0].measure in SUMS and _for_it(before[0], pieces[0], document):
                yield before[0], pieces[0]


def _for_it(money: Claim, pieces: Claim, document: Document) -> bool:
    return scope.adjacent(money, pieces, document) and says(pieces.sentence, document.language, "purchases", "scope")


def _bound(money: Claim, pieces: Claim) -> Modality:
    """Which way the price may be off: money from below and pieces from above make it a lower bound."""
    if money.modality == pieces.modality == "exact":
        return "exact"
    least = money.modality in ("exact", "more_than", "at_least") and pieces.modality in ("exact", "almost", "at_most")
    return "at_least" if least else "about"


def _judged(money: Claim, pieces: Claim, price: Indicator) -> Finding:
    each = EXACT.divide(money.value, pieces.value).quantize(Decimal(1))
    low, high = price.plausible_min, price.plausible_max
    usual = low is None or high is None or low <= each <= high
    each_fact = Fact(name="each", value=each, unit="KZT", modality=_bound(money, pieces))
    facts: dict[str, Given] = {"each": each_fact, "indicator": price.id}
    kind = "price"
    if low is not None and high is not None:
        facts["usual"] = Fact(name="usual", value=low, value_max=high, unit="KZT", modality="range")
        kind = "price-usual" if usual else "price-unusual"
    arithmetic = f"{plain(money.value)} / {plain(pieces.value)} = {each} KZT"
    return finding("implied_unit_price", "note", kind, {"money": money, "pieces": pieces}, facts, arithmetic)
