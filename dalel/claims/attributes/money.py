"""What a sum of money is: by the frame of the word that speaks of it; where none does, an amount.

A word of its own sentence comes first; then the line it hangs on (a lead-in before a list, a heading), then, for a sum
that words call a part or "this sum", the sum before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter

from dalel.claims.clauses.governing import cost, governing
from dalel.claims.clauses.leading import leading
from dalel.claims.clauses.predicate import Predicate
from dalel.claims.clauses.reading import near
from dalel.claims.drafts import Draft, earlier, in_sentence
from dalel.claims.elision import beside
from dalel.claims.frames.words import listed
from dalel.claims.nouns import nouns
from dalel.claims.weighing import COMMA
from dalel.records import Measure
from dalel.vocabulary import of_kind

FAR = 24.0  # cost beyond which a word speaks of something else
DEAR = Decimal(10_000_000)  # no one thing that we count costs that much: the price of a whole purchase
MOVING = ("spend", "pay", "receive", "allocate", "buy")  # frames of money that goes from one to another
LACK = 8.0
ONE_REACH = 70  # characters before a sum in which the one thing that it pays for is named
THING = re.compile(r"(?:\s+[^\W\d_][\w-]*){1,3}")
OF_ONE = ("cost", "spend", "price", "pay", "allocate", "buy", "be")  # frames that tell a price as well as a sum
AIM, APART = 3.0, 3.0  # what an aim, and a participle that is not right before the sum, stand further away
PRICED = of_kind("institution", "person", "device", "seat", "vehicle", "dwelling")
WORTH = ("contract", "damage", "fine")  # frames whose word says what a sum is, beside one that says that it costs
TOUCHING = 12  # characters between the two
LAW = ("budget", "plan")  # frames of the line before the lines of a budget


def assign_money(drafts: Sequence[Draft]) -> None:
    """Gives every sum of money its measure and the predicate that told it."""
    for draft in drafts:
        if draft.is_money:
            _assign(draft, drafts)


def _assign(draft: Draft, drafts: Sequence[Draft]) -> None:
    chosen = own_word(draft, drafts)
    if chosen is not None:
        chosen = _told_of_it(draft, chosen)
        draft.predicate = chosen
        if chosen.frame is not None and chosen.frame.id in OF_ONE and (span := _of_one(draft)):
            draft.told("measure", "unit_price", *span, "the one thing that it is for")
            return
        draft.told("measure", measure_of(draft, chosen), chosen.start, chosen.end, chosen.rule)
        _budget_line(draft)
        return
    if _hangs_on(draft):
        return
    before = _sum_before(draft, drafts)
    if before is not None and before.measure is not None:
        draft.predicate = before.predicate if before.sentence is draft.sentence else None
        draft.inherit("measure", before, "as the sum before it")
        return
    draft.told("measure", "amount", draft.low, draft.high, "a sum, no word says of what")


def _of_one(draft: Draft) -> tuple[int, int] | None:
    """Where the sentence says that the sum is for one thing: "Один ноутбук обошёлся в …", "бір балаға … бөлінеді"."""
    low = draft.passage.low
    start = max(draft.sentence.low, draft.low - ONE_REACH)
    for match in listed(draft.passage.language, "one").finditer(low, start, draft.low):
        run = THING.match(low, match.end(), draft.low)
        named = nouns(draft.passage, match.end(), run.end()) if run else []
        if any(noun.unit in PRICED for noun in named) and not any(c.isdigit() for c in low[match.end() : draft.low]):
            return match.start(), named[0].end
    return None


def _hangs_on(draft: Draft) -> bool:
    """What the line before a list says of its sums: "Тариф: Астана – 812 теңге"."""
    for line in leading(draft):
        named = [one for one in line if one.frame is not None and one.frame.money is not None]
        if named:
            one = min(named, key=lambda one: (one.frame.weight if one.frame else 0.0, -one.start))
            draft.told("measure", measure_of(draft, one), one.start, one.end, "the line before the list")
            return True
    return False


def _budget_line(draft: Draft) -> None:
    """A line of a budget that is approved is planned, whatever it is for; incomes stay incomes."""
    for line in leading(draft):
        for one in line:
            if (
                one.frame is not None
                and one.frame.id in LAW
                and draft.measure in ("budget_spent", "cost", "refund", "damage")
            ):
                draft.told(
                    "measure", "budget_planned", one.start, one.end, "a line of the budget named before the list"
                )
                return


def _told_of_it(draft: Draft, named: Predicate) -> Predicate:
    """What a noun or participle names, told as its clause's predicate: "сумма выделенных средств составит"."""
    beside = named.form == "attribute" and named.end <= draft.low and cost(draft, named) <= 1.0
    if named.finite or beside or named.status not in (None, "actual"):
        return named  # "из выделенных 120 млн тенге планируют освоить 50 млн": the participle is of its own sum
    verb = governing(draft, finite=True)
    if verb is None or (not verb.ahead and verb.form != "needed"):
        return named
    return replace(named, form=verb.form)


def own_word(draft: Draft, drafts: Sequence[Draft]) -> Predicate | None:
    """The word of its sentence that speaks of this sum and not of another one nearer to it."""
    colon = max(draft.sentence.low, draft.passage.low.rfind(": ", draft.sentence.low, draft.low))
    rivals = [other for other in in_sentence(drafts, draft) if other.is_money and other is not draft]
    money = [
        one
        for one in near(draft.passage, draft.sentence, draft.low, draft.high)
        if one.frame is not None
        and one.start >= colon
        and one.frame.money is not None
        and not (one.frame.works_only and one.form in ("noun", "aim"))
    ]
    own = [one for one in money if not _of_another(draft, one, rivals)] or money
    ranked = sorted((_far(draft, one), one.start, one) for one in own)
    if not ranked or ranked[0][0] > FAR:
        return None
    return _whose(ranked[0][2], money)


def _whose(one: Predicate, money: Sequence[Predicate]) -> Predicate:
    """What is said to cost, where its word says what the sum is: "the contract is worth", "стоимость договора"."""
    if one.frame is None or one.frame.id != "cost":
        return one
    beside = [
        other
        for other in money
        if other.form == "noun"
        and other.frame is not None
        and other.frame.id in WORTH
        and min(abs(one.start - other.end), abs(other.start - one.end)) <= TOUCHING
    ]
    return beside[0] if beside else one


def _far(draft: Draft, one: Predicate) -> float:
    assert one.frame is not None
    needs = LACK if one.frame.id == "need" and one.form == "noun" else 0.0  # a lack of places says nothing of a sum
    gap = cost(draft, one)
    return gap + one.frame.weight + needs + _of_form(draft, one, gap)


def _of_form(draft: Draft, one: Predicate, gap: float) -> float:
    if one.form == "attribute":
        return -1.0 if gap <= 1.0 and one.end <= draft.low else APART
    return AIM if one.form == "aim" else 0.0


def _of_another(draft: Draft, one: Predicate, rivals: Sequence[Draft]) -> bool:
    """Whether the word stands clearly nearer to another sum: "за 216 млн тенге, каждая обошлась в 400 тысяч"."""
    own = cost(draft, one)
    at = bisect_left(rivals, one.start, key=attrgetter("low"))
    return any(cost(other, one) + COMMA < own for other in rivals[max(0, at - 1) : at + 1])


def measure_of(draft: Draft, one: Predicate) -> Measure:
    """What the word says the sum is, told as done or as still to come."""
    frame = one.frame
    assert frame is not None and frame.money is not None
    if one.negated and frame.id in MOVING:
        return "amount"  # what was not spent, paid or received is neither
    if frame.money == "unit_price" and draft.quantity.value >= DEAR:
        return "cost"
    if frame.money_ahead is not None and (one.ahead or one.form == "needed"):
        return frame.money_ahead
    return frame.money


def _sum_before(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The sum that this one is a part or a repetition of: after "из них", "of which", or in a list with it."""
    before = [other for other in earlier(drafts, draft) if other.is_money and not other.rate]
    if not before:
        return None
    near = before[0]
    part = any(cue.label == "of_them" and beside(draft, cue) for cue in draft.cues("partitive"))
    close = draft.sentence.number - near.sentence.number <= 1
    return near if near.sentence is draft.sentence or (part and close) else None
