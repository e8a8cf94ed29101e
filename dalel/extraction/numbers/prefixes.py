"""Signs and currencies that stand before their number: $10, T2.3 trillion, KZT 300, -5, %40."""

from __future__ import annotations

from dalel.extraction.numbers import units, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING, Left
from dalel.extraction.numbers.lexicon import Lexicon

MINUS = ("-", "−", "(-", "(−", "-.", "−.")


def prefix(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """A currency, a minus or a percent sign before the number; how many words it took."""
    if not left.words or left.words[0] in MINUS:
        return negative(draft, left.position - len(left.words[0].lstrip("("))) if left.glued else 0
    signless = left.words[0].lstrip(OPENING + "~≈≥≤<>±")
    token = signless.rstrip(".")
    if not token:
        return 1 if left.glued and not left.words[0].strip(OPENING) else 0
    start = left.start(0) + len(left.word) - len(signless)
    entry = lexicon.find(token)
    if entry and entry.kind == word.MINUS:
        return negative(draft, start)
    if token in ("%", "٪") and not draft.unit:
        return given(draft, word.PERCENT, "percent", start)
    code = currency(draft, text, token, left, lexicon)
    if code and draft.unit in ("", word.NOUN):
        return given(draft, word.MONEY, code, start)
    return int(bool(code))


def negative(draft: Draft, start: int) -> int:
    """Give the draft the sign that stands before it; returns the characters taken."""
    draft.value, draft.start, draft.core_start = -draft.value, start, start
    return 1


def given(draft: Draft, unit: str, code: str, start: int) -> int:
    """Take the unit before the number, which begins at `start`."""
    units.take(draft, unit, code, draft.end, draft.case)
    draft.start = draft.core_start = start
    return 1


def currency(draft: Draft, text: str, token: str, left: Left, lexicon: Lexicon) -> str:
    """The code of a currency sign or word before digits: $, T (tenge), KZT 300, dollar 22.5 million; "" for none."""
    if token in lexicon.signs and (left.glued or len(token) > 1 or not token.isalpha()):
        return str(lexicon.signs[token])
    entry = lexicon.find(token)
    if entry is None or entry.unit not in (word.MONEY, word.MINOR) or not draft.digits or draft.unit:
        return ""
    alone = left.glued or len(left.words) == 1 or is_code(token) or ends(text, draft)
    return entry.code if alone else ""


def ends(text: str, draft: Draft) -> bool:
    """Whether nothing follows that the number could count: "malaysian ringgit 42", "dollar 22.5 million"."""
    return not text[draft.end : draft.end + 2].strip()[:1].isalpha()


def is_code(token: str) -> bool:
    """Whether a currency may stand before digits in running text: an ISO code, as in "KZT 300"."""
    return token.isascii() and len(token) <= 3
