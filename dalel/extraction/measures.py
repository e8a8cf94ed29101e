"""What kind of number it is. The unit decides; for money the words around it do, else what the page is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

from dalel.extraction.announced import announced
from dalel.extraction.changes import is_change
from dalel.extraction.drafts import CHILDREN, INSTITUTIONS, Draft, in_sentence
from dalel.extraction.elision import follows_seat_word
from dalel.extraction.lexicon import Cue
from dalel.extraction.nouns import nouns
from dalel.extraction.page import Page
from dalel.extraction.weighing import COMMA, distance
from dalel.records import Measure
from dalel.vocabulary import of_kind, unit

# Words that tell little of themselves give way; "незаконно израсходовали" is damage, "ущерб возмещён" a refund,
# "на счета перечислили" income, "выделяет на одного ребёнка" a rate.
BIAS = {
    "cost": 4.0,
    "contract_sum": 1.0,
    "damage": -4.0,
    "revenue": -4.0,
    "refund": -7.0,
    "unit_price": -7.0,
    "price": -3.0,
}
DEAR = Decimal(10_000_000)  # no one thing that we count costs that much: the price of a whole purchase
OF_ONE = ("cost", "budget_spent", "price")  # words that say what one thing costs as well as what all of them do
PRICED = of_kind("institution", "person", "device", "seat")
ONE_REACH = 70
THING = re.compile(r"(?:\s+[^\W\d_][\w-]*){1,3}")
NUMBER = re.compile(r"\d")
LABELS: dict[str, Measure] = {
    "budget_allocated": "budget_allocated", "budget_planned": "budget_planned", "budget_spent": "budget_spent",
    "budget_future": "budget_planned", "contract_sum": "contract_sum", "cost": "cost", "unit_price": "unit_price",
    "price": "unit_price", "whole_price": "cost", "damage": "damage", "saving": "saving", "refund": "refund",
    "fine": "fine",
    "revenue": "revenue",
}  # fmt: skip


def assign_measures(page: Page, drafts: list[Draft]) -> None:
    """Gives every draft its measure; ratios are told apart later."""
    fallback = _page_money(page)
    for draft in drafts:
        money: Measure = _money(draft, _rivals(drafts, draft), fallback) if draft.is_money else "other_count"
        draft.measure = _by_unit(draft) or money
        if draft.measure == "duration" and draft.modality == "exact" and draft.has("times", "permits"):
            draft.modality = "at_most"  # what a law allows is the longest it may be


def _by_unit(draft: Draft) -> Measure | None:
    if draft.unit is None or draft.is_money:
        return None
    if draft.quantity.label == "MULTIPLE" or (draft.quantity.label == "PERCENT" and is_change(draft)):
        return "multiple"  # a change in percent is how many times as much, said in hundredths
    if draft.quantity.label == "DURATION":
        return "duration"
    return "seat_count" if draft.unit in CHILDREN and _seats(draft) else unit(draft.unit).measure


def _seats(draft: Draft) -> bool:
    """Pupils a school is built for are its places: "10 школ на 7425 учеников", "which will take in 740 thousand"."""
    if follows_seat_word(draft):
        return True
    before = draft.before(40)
    named = nouns(draft.passage, draft.low - len(before), draft.low)
    return before.rstrip().endswith((" на", " for")) and bool(named) and named[-1].unit in INSTITUTIONS


def _money(draft: Draft, rivals: Sequence[Draft], fallback: Measure) -> Measure:
    cues = [cue for cue in draft.cues("measures") if not _reference(draft, cue)]
    cues = [cue for cue in cues if not _of_another(draft, cue, rivals)] or cues
    ranked = sorted((distance(draft, cue) + BIAS.get(cue.label, 0.0), cue.start, cue.label) for cue in cues)
    if not ranked:
        return fallback
    if ranked[0][2] == "budget_allocated" and announced(draft.passage, draft.sentence, ranked[0][1]):
        return "budget_planned"
    if ranked[0][2] in OF_ONE and _of_one(draft):
        return "unit_price"
    if ranked[0][2] == "whole_price":
        return "contract_sum" if _under_contract(draft) else "cost"
    if ranked[0][2] == "price" and draft.quantity.value >= DEAR:
        return "contract_sum"
    return LABELS[ranked[0][2]]


def _under_contract(draft: Draft) -> bool:
    """Whether the paragraph speaks of a contract."""
    sentences = [draft.sentence, *draft.passage.before(draft.sentence)]
    cues = [cue for sentence in sentences for cue in draft.passage.cues_in(sentence, "measures")]
    return any(cue.label == "contract_sum" for cue in cues)


def _of_one(draft: Draft) -> bool:
    """Whether the sum is what one thing costs: "Один ноутбук обошёлся в …", "a laptop costs …", "бір мектепті …"."""
    low = draft.passage.low
    start = max(draft.sentence.low, draft.low - ONE_REACH)
    for cue in draft.cues("one"):
        if start <= cue.start < draft.low:
            run = THING.match(low, cue.end, draft.low)
            named = nouns(draft.passage, cue.end, run.end()) if run else []
            if any(noun.unit in PRICED for noun in named) and not NUMBER.search(low, cue.end, draft.low):
                return True
    return False


def _rivals(drafts: Sequence[Draft], draft: Draft) -> list[Draft]:
    """The other sums of the sentence, in order."""
    return [other for other in in_sentence(drafts, draft) if other.is_money and other is not draft]


def _of_another(draft: Draft, cue: Cue, rivals: Sequence[Draft]) -> bool:
    """Whether the word stands clearly nearer to another sum: "за 216 млн тенге, каждая обошлась в 400 тысяч"."""
    own = distance(draft, cue)
    at = bisect_left(rivals, cue.start, key=attrgetter("low"))
    nearest = rivals[max(0, at - 1) : at + 1]  # on either side of the word; the others are further from it
    return any(distance(other, cue) + COMMA < own for other in nearest)


def _reference(draft: Draft, cue: Cue) -> bool:
    return cue.label == "unit_price" and cue.start < draft.low - 60


def _page_money(page: Page) -> Measure:
    """What money on the page most likely is: by the cue words of its title, lead and first paragraph."""
    counts: dict[str, int] = {}
    for passage in page.passages:
        for sentence in passage.sentences:
            if sentence.paragraph == 0:
                for cue in passage.cues_in(sentence, "measures"):
                    counts[cue.label] = counts.get(cue.label, 0) + 1
    for label in ("damage", "saving", "budget_allocated", "budget_planned"):
        if counts.get(label):
            return LABELS[label]
    return "cost"
