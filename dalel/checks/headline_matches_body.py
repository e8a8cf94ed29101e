"""Does a number in a headline or lead agree with the number of the body that it repeats?

Headlines round ("23 thousand" for 22 870), cut off ("45 million" for 45.7) and drop "about" and "more than": that is
noted, and so is one number that counts other things in the two. A headline that no rounding explains is a conflict.
Agreement confirms nothing, it is the same voice twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import Example, Page, silent
from dalel.checks.foundation.findings import finding
from dalel.checks.foundation.precision import Span, fit, meet, printed_step, span
from dalel.checks.foundation.words import folded
from dalel.records import Claim, Finding, Severity

ROLE = "plausibility"
CHECK = "headline_matches_body"
SAME_WORDS = 3  # words in common with the sentence of the body that make it certain
STEM = 5  # letters that inflection mostly leaves
OWN = 10  # a number below it may stand twice on a page by chance
MOST = 12  # numbers of the body whose sums and differences are tried
_WORD = re.compile(r"[^\W\d_]{4,}")
LOOSE = Decimal("0.10")  # a bound in a headline ("more than 22 thousand") lies this near the number it stands for

EXAMPLES = (
    Example(
        pages=[
            Page(
                title="Купят [23 тысячи устройств|23000 device device_count repeats=22870]",
                text="Денег хватит на [22870 устройств|22870 device device_count].",
            )
        ],
        says=[("note", "headline-rounded")],
    ),
    Example(
        pages=[
            Page(
                title="Заработали [45 млн тенге|45000000 KZT damage repeats=45700000]",
                text="Вывели [45,7 млн тенге|45700000 KZT damage].",
            )
        ],
        says=[("note", "headline-cut")],
    ),
    Example(
        pages=[
            Page(
                title="Присвоили [8 млн тенге|8000000 KZT damage repeats=8000000]",
                text="Израсходовали [более 8 млн тенге|8000000 KZT damage modality=more_than].",
            )
        ],
        says=[("note", "headline-wording")],
    ),
    Example(
        pages=[
            Page(
                title="Построят [62 школы|62 school institution_count repeats=62]",
                text="В списке [62 школы|62 school institution_count].",
            )
        ],
        says=[("holds", "headline-same")],
    ),
    Example(
        pages=[
            Page(
                title="Купили [почти 1,5 тысячи|1500 device device_count modality=almost repeats=1454]",
                text="Купили [1454 компьютера|1454 device device_count].",
            )
        ],
        says=[("note", "headline-near")],
    ),
    Example(
        pages=[
            Page(
                title="Купят [27 тысяч устройств|27000 device device_count repeats=22870]",
                text="Денег хватит на [22870 устройств|22870 device device_count].",
            )
        ],
        says=[("conflict", "headline-other")],
    ),
    # at any distance, and whatever the difference
    Example(
        pages=[
            Page(
                title="К полиции подключили [300 школ|300 school institution_count]",
                text="Дело было так.\nВ области к полиции подключили [120 школ|120 school institution_count].",
            )
        ],
        says=[("conflict", "headline-unlike")],
    ),
    Example(
        pages=[
            Page(
                title="Закупили [13 000 компьютеров|13000 device device_count repeats=12910]",
                text="Закупили [12 910 компьютеров|12910 device device_count].",
            )
        ],
        says=[("note", "headline-rounded")],
    ),
    # cameras of 563 schools, or 563 cameras
    Example(
        pages=[
            Page(
                title="К полиции подключили камеры [563 школ|563 school institution_count]",
                text="К полиции подключили [563 камеры|563 camera device_count].",
            )
        ],
        says=[("note", "headline-counts-other")],
    ),
)
NOT_EXAMPLES = (
    # the text says it both ways
    Example(
        pages=[
            Page(
                title="К полиции подключили камеры [563 школ|563 school institution_count]",
                text="Подключили [563 камеры|563 camera device_count], по одной в [563 школах|563 school"
                " institution_count].",
            )
        ]
    ),
    # both are institutions
    Example(
        pages=[
            Page(
                title="Построят [62 объекта|62 object institution_count]",
                text="Построят [62 школы|62 school institution_count].",
            )
        ]
    ),
    # nothing says that they are the same number
    Example(
        pages=[
            Page(
                title="Не связаны [84%|84 percent share] школ",
                text="Подключены лишь [16%|16 percent share] школ.",
            )
        ]
    ),
    silent("Денег хватит на [22870 устройств|22870 device device_count]."),
    # the sum of two numbers of the text
    Example(
        pages=[
            Page(
                title="Построят [62 школы|62 school institution_count]",
                text="Построят [30 школ|30 school institution_count] в городе и [32 школы|32 school"
                " institution_count] в сёлах.",
            )
        ]
    ),
    # another thing: no word is common
    Example(
        pages=[
            Page(
                title="Без камер [300 школ|300 school institution_count]",
                text="Полиция подключила [120 школ|120 school institution_count].",
            )
        ]
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per headline or lead number that is known to repeat one of the body."""
    for claims in pages(case).values():
        known = {claim.claim_id: claim for claim in claims}
        for claim in claims:
            body = known.get(claim.repeats or "")
            if claim.field != "text" and body is not None and body.unit == claim.unit:
                yield _judged(claim, body)
            elif claim.field != "text" and body is None:
                yield from filter(None, (_unlike(claim, claims, case), _counts_other(claim, claims)))


def _judged(head: Claim, body: Claim) -> Finding:
    if head.value == body.value and head.modality == body.modality:
        return _finding(head, body, "holds", "headline-same")
    if head.value == body.value:
        return _finding(head, body, "note", "headline-wording")
    how = fit(body.value, head)
    if how in ("rounded", "truncated"):
        return _finding(head, body, "note", "headline-rounded" if how == "rounded" else "headline-cut")
    if how is not None and abs(head.value - body.value) <= body.value * LOOSE:
        return _finding(head, body, "note", "headline-near")
    if meet(_round(head), span(body)):
        return _finding(head, body, "note", "headline-rounded")
    return _finding(head, body, "conflict", "headline-other")


def _unlike(head: Claim, claims: Sequence[Claim], case: Case) -> Finding | None:
    """A headline's number that nothing of the body explains, though the body tells one of the same thing.

    Certain where the body has one number of that unit only, in words of the headline; else it is noted.
    """
    body = [claim for claim in claims if claim.field == "text" and _alike(claim, head)]
    same = any(claim.field == "text" and claim.value == head.value for claim in claims)
    if head.unit is None or head.value_max is not None or same or not body or _explained(head, body):
        return None
    language = case.documents[head.document_id].language
    words = _stems(head, language)
    near = max(body, key=lambda claim: (len(words & _stems(claim, language)), -claim.start))
    common = len(words & _stems(near, language))
    if not common:
        return None
    sure = len({claim.value for claim in body}) == 1 or common >= SAME_WORDS
    return _finding(head, near, "conflict" if sure else "note", "headline-unlike")


def _counts_other(head: Claim, claims: Sequence[Claim]) -> Finding | None:
    """One number, of which the headline counts another kind of thing than every sentence of the body that has it."""
    body = [claim for claim in claims if claim.field == "text" and claim.value == head.value]
    if head.value < OWN or not body or not all(scope.other_thing(head, claim) for claim in body):
        return None
    return _finding(head, body[0], "note", "headline-counts-other")


def _alike(claim: Claim, head: Claim) -> bool:
    whole = {"ratio_whole", "duration", "unit_price"}
    one_kind = claim.measure == head.measure or not whole & {claim.measure, head.measure}
    return claim.unit == head.unit and claim.value_max is None and one_kind and claim.value > 0


def _explained(head: Claim, body: Sequence[Claim]) -> bool:
    """True where a number of the body, rounded, or two or all of them together, or their difference, make it."""
    values = list(dict.fromkeys(claim.value for claim in body))
    made = {sum(values, Decimal(0)), *values}
    made |= {a + b for a, b in combinations(values[:MOST], 2)} | {abs(a - b) for a, b in combinations(values[:MOST], 2)}
    if head.unit == "percent":
        made |= {100 - value for value in values}
    low, high = _round(head)
    cut = head.value + printed_step(head) if printed_step(head) > 1 else head.value  # "45 million" for 45.7
    stated = Span(low, None if high is None else max(high, cut))
    return any(meet(stated, Span(value, value)) for value in made) or any(meet(stated, span(claim)) for claim in body)


def _round(head: Claim) -> Span:
    """What a headline's number can stand for when its zeros are rounded: 12 500 to 13 500 for "13 000"."""
    digits = f"{head.value:f}".split(".")[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    half = Decimal(10) ** zeros / 2 if zeros else Decimal(0)
    low, high = span(head)
    return Span(
        None if low is None else min(low, head.value - half), None if high is None else max(high, head.value + half)
    )


def _stems(claim: Claim, language: str) -> frozenset[str]:
    """Beginnings of the words around the number, without those that name its unit."""
    own = _words(f"{claim.counted or ''} {claim.quote}", language)
    return _words(claim.sentence, language) - own


def _words(text: str, language: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _WORD.findall(folded(text, language)))


def _finding(head: Claim, body: Claim, severity: Severity, kind: str) -> Finding:
    return finding(CHECK, severity, kind, {"head": head, "body": body}, {"field": head.field})
