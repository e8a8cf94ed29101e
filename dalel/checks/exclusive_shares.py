"""Do shares that exclude each other make more than a hundred per cent?

"60 per cent are connected, 70 per cent are not": one thing affirmed and denied of one whole in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, pages, sentences
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import amount, finding
from dalel.checks.foundation.precision import leeway, plain
from dalel.checks.foundation.words import folded, is_change, says
from dalel.records import Claim, Document, Finding

ROLE = "plausibility"
CHECK = "exclusive_shares"
ALL = Decimal(100)

EXAMPLES = (
    speaks(
        "conflict",
        "60 + 70 = 130",
        "[60 процентов|60 percent share] школ подключены, [70 процентов|70 percent share] школ не подключены.",
    ),
    speaks(
        "conflict",
        "130",
        "Мектептердің [60 пайызы|60 percent share] қосылған, [70 пайызы|70 percent share] қосылмаған.",
        language="kk",
    ),
    speaks(
        "conflict",
        "60 + 55 = 115",
        "[60%|60 percent share] of schools are online, the other [55%|55 percent share] are not.",
        language="en",
    ),
)
NOT_EXAMPLES = (
    silent("[60 процентов|60 percent share] школ подключены, [40 процентов|40 percent share] школ не подключены."),
    silent("[60 процентов|60 percent share] школ имеют камеры, [70 процентов|70 percent share] имеют кнопки."),
    silent(
        "[60 процентов|60 percent share] сёл подключены, [70 процентов|70 percent share region=KZ-39] не подключены."
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per pair of such shares."""
    for document_id, claims in pages(case).items():
        document = case.documents[document_id]
        shares = [one for one in claims if one.measure == "share" and one.unit == "percent" and one.modality == "exact"]
        for group in sentences([share for share in shares if not is_change(share, document)]):
            if len(group) == 2 and _exclude(group[0], group[1], document):
                one, other = group
                total = one.value + other.value
                if total - leeway(one) - leeway(other) > ALL:
                    words = f"{plain(one.value)} + {plain(other.value)} = {plain(total)} %"
                    facts = {"sum": amount("sum", total, "percent")}
                    yield finding(CHECK, "conflict", "shares-exclusive", {"one": one, "other": other}, facts, words)


def _exclude(one: Claim, other: Claim, document: Document) -> bool:
    if not scope.same_place(one, other) or one.as_of != other.as_of:
        return False
    first = scope.between(one, other, document)
    second = document.field(other.field)[other.end : other.sentence_end]
    denied = [says(text, document.language, "shares", "denied") for text in (first, second)]
    if denied[0] == denied[1]:
        return False
    plain_words = [_stems(text, document.language) for text in (first, second)]
    rest = says(first, document.language, "sums", "rest")
    return rest or bool(plain_words[0] & plain_words[1])


def _stems(text: str, language: str) -> set[str]:
    words = "".join(char if char.isalpha() else " " for char in folded(text, language)).split()
    return {word[:4] for word in words if len(word) >= 4}
