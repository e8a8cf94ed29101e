"""Is damage larger than the money it is said to have been taken from?

Only where one sentence, or the next, says that the damage was done to that money ("этих денег", "из этой суммы").
"""

from __future__ import annotations

from collections.abc import Iterator

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import finding
from dalel.checks.foundation.precision import span
from dalel.checks.foundation.words import says
from dalel.records import Claim, Document, Finding

ROLE = "plausibility"
CHECK = "damage_within_budget"
REACH = 3  # money before the damage that may be meant

_BUDGET = "[50 млн тенге|50000000 KZT budget_allocated]"
_LOSS = "[90 млн тенге|90000000 KZT damage]"

EXAMPLES = (
    speaks(
        "conflict", "damage-above", f"Сады получили из бюджета {_BUDGET}, ущерб от хищений этих денег составил {_LOSS}."
    ),
    speaks("conflict", "damage-above", f"Выделили {_BUDGET}. Из этой суммы похитили {_LOSS}."),
    speaks("note", "damage-perhaps-above", f"Из бюджета выделили {_BUDGET}. Ущерб составил {_LOSS}."),
)
NOT_EXAMPLES = (
    silent(
        "Выделили [90 млн тенге|90000000 KZT budget_allocated]. Из этой суммы похитили [50 млн"
        " тенге|50000000 KZT damage]."
    ),
    silent(f"Выделили {_BUDGET}.\nВ другом деле.\nЕщё в одном.\nУщерб составил {_LOSS}."),
    silent(
        f"За год выделили {_BUDGET}. Ущерб по всем делам в стране составил [90 млн тенге|90000000 KZT"
        f" damage region=KZ-39]."
    ),
)
BUDGETS = ("budget_planned", "budget_allocated", "budget_spent", "contract_sum", "amount")


def check(case: Case) -> Iterator[Finding]:
    """At most one finding per damage."""
    for document_id, claims in pages(case).items():
        money = [claim for claim in claims if claim.label == "MONEY" and claim.field == "text"]
        for place, loss in enumerate(money):
            if not _is_loss(loss, case.documents[document_id]):
                continue
            for budget in reversed(money[max(place - REACH, 0) : place]):
                if _above(loss, budget, case.documents[document_id]):
                    sure = says(
                        _from(budget, loss, case.documents[document_id]),
                        case.documents[document_id].language,
                        "purchases",
                        "that",
                    )
                    kind = "damage-above" if sure else "damage-perhaps-above"
                    yield finding(CHECK, "conflict" if sure else "note", kind, {"damage": loss, "budget": budget})
                    break


def _is_loss(claim: Claim, document: Document) -> bool:
    if claim.measure != "damage":
        return False
    before = claim.sentence[: max(claim.start - claim.sentence_start, 0)]
    return says(claim.sentence, document.language, "purchases", "loss") and not says(
        before[-40:], document.language, "purchases", "given"
    )


def _above(loss: Claim, budget: Claim, document: Document) -> bool:
    given = budget.measure in BUDGETS or says(budget.sentence, document.language, "purchases", "given")
    near = scope.same_sentence(loss, budget) or scope.adjacent(loss, budget, document)
    low, high = span(loss).low, span(budget).high
    more = low is not None and high is not None and low > high
    return given and near and more and loss.unit == budget.unit and scope.same_place(loss, budget)


def _from(budget: Claim, loss: Claim, document: Document) -> str:
    return document.text[budget.end : loss.sentence_end]
