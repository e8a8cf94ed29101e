"""Signs and currencies that stand before their number: $10, T2.3 trillion, KZT 300, -5, %40."""

from __future__ import annotations

from dalel.quantities.units import following
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left

MINUS = ("-", "−", "(-", "(−", "-.", "−.")


def prefix(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """A currency, a minus or a percent sign before the number; how many words it took."""
    if not left.words or left.words[0] in MINUS:
        return minus(draft, text, left, lexicon)
    signless = left.words[0].lstrip(OPENING + "~≈≥≤<>±")
    token = signless.rstrip(".")
    if not token:
        return opened(draft, left)
    start = left.start(0) + len(left.word) - len(signless)
    entry = lexicon.find(token)
    if entry and entry.kind == word.MINUS:
        return negative(draft, start)
    if token in ("%", "٪") and not draft.unit:
        return given(draft, word.PERCENT, "percent", start)
    code = currency(draft, text, token, left, lexicon)
    if code and draft.unit in ("", word.NOUN):
        given(draft, word.MONEY, code, start)
        return 1 + signed(draft, text, left, lexicon)
    if code and code == draft.code and draft.upper is not None and left.glued:  # $5m-$6m
        draft.start = draft.core_start = start
    return int(bool(code))


def opened(draft: Draft, left: Left) -> int:
    """How many words a bracket, a quote or a dash touching the number is; of degrees the dash is a minus: –30 °C."""
    if not left.glued or left.words[0].strip(OPENING):
        return 0
    return negative(draft, left.position - 1) if left.words[0] == "–" and draft.code.startswith("degree") else 1


def minus(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """A minus before the digits, touching them or alone with them in the line; how many words it took."""
    if not left.words or not (left.glued or alone(draft, text, left, lexicon)):
        return 0
    sign = len(left.words[0].lstrip("("))
    return negative(draft, left.position - sign if left.glued else left.start(0) - sign)


def signed(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """-$3.4 million, minus $5: the sign before the currency; how many words it took."""
    start = draft.core_start
    if text[start - 1] in "-−" and not text[start - 2].isalnum():
        negative(draft, start - 1)
    entry = lexicon.find(left.words[1].lstrip(OPENING)) if len(left.words) > 1 else None
    return negative(draft, left.start(1)) if entry is not None and entry.kind == word.MINUS else 0


def alone(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether a sign apart and its number are the whole line, as in a table; a dash before a sentence is no minus."""
    return lexicon.manner.minus_apart and len(left.words) == 1 and not text[draft.end : draft.end + 2].strip(" .\n")


def negative(draft: Draft, start: int) -> int:
    """Give the draft the sign that stands before it; returns the characters taken."""
    draft.value, draft.start, draft.core_start = -draft.value, start, start
    return 1


def given(draft: Draft, unit: str, code: str, start: int) -> int:
    """Take the unit before the number, which begins at `start`."""
    following.take(draft, unit, code, draft.end, draft.case)
    draft.start = draft.core_start = start
    return 1


def currency(draft: Draft, text: str, token: str, left: Left, lexicon: Lexicon) -> str:
    """The code of a currency sign or word before digits: $, T (tenge), KZT 300, dollar 22.5 million; "" for none."""
    if token in lexicon.signs and (left.glued or len(token) > 1 or not token.isalpha()):
        return str(lexicon.signs[token])
    entry = lexicon.find(token)
    if entry is None or entry.unit not in (word.MONEY, word.MINOR) or not draft.digits or draft.unit:
        return ""
    short = token == entry.code.lower() or (entry.unit == word.MINOR and len(token) == 3)
    stands = left.glued or len(left.words) == 1 or short or ends(text, draft)
    if token in lexicon.verbs and not draft.scale:  # try 20 dishes, but TRY 20 billion
        return ""
    return entry.code if stands else ""


def ends(text: str, draft: Draft) -> bool:
    """Whether nothing follows that the number could count: "malaysian ringgit 42", "dollar 22.5 million"."""
    return not text[draft.end : draft.end + 2].strip()[:1].isalpha()
