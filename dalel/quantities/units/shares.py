"""Shares in words that Kazakh says with two numbers: үштен екісі, 4-тен 1-і, үштен бір бөлігі."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities.numbers.reading import TOKEN, group
from dalel.quantities.units import following
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon

PARTS = 10  # "15-тен 3-і" is rather a ratio
SUFFIX = re.compile(r"[-–‑]([^\W\d_]+)")


def of_parts(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """үштен екісі, 4-тен 1-і, үштен бір бөлігі: a share of up to ten parts; the draft becomes percent."""
    if draft.case != "ablative" or not isinstance(draft.value, int) or not 1 < draft.value <= PARTS:
        return False
    part = group(text, draft.end, lexicon)
    if part is None or part.value not in range(1, draft.value):
        return False
    case = part.case
    if part.digits and (suffix := SUFFIX.match(text, part.end)):
        case, part.end = lexicon.ending(suffix[1]) or "", suffix.end()
    if not case.startswith("possessive"):
        after = TOKEN.match(text, part.end)
        if case or after is None or after[1] not in lexicon.parts:
            return False
    following.take(draft, word.PERCENT, "percent", part.end, case)
    draft.value, draft.label = rounded(Decimal(part.value) / draft.value), "CARDINAL"
    return True


def rounded(share: int | Decimal) -> Decimal:
    """A share as percent with one decimal: a third is 33.3."""
    percent = (Decimal(share) * 100).quantize(Decimal("0.1"))
    return percent.to_integral_value() if percent == percent.to_integral_value() else percent
