"""What the word before a plain number means for it, told at a glance: mostly nothing."""

from __future__ import annotations

from dalel.extraction.numbers import exclusions, modality, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING, REACH, Left
from dalel.extraction.numbers.lexicon import REMEMBERED, Lexicon

NOTHING = ""
BETWEEN = "between"  # a preposition that an approximator may stand before: почти в
APPROXIMATES = "approximates"
DASH = "dash"  # which a name may stand before: COVID – 19
OPENS = "opens"  # a range or a change: от ... до, с ... до
NAMES = "names"  # the number is no quantity: № 4
OTHER = "other"
UNCLEAR = frozenset({NAMES, OTHER})  # what these do is known to the full grammar only
SPACES = " \u00a0\u202f\t"


def before(draft: Draft, text: str, edge: int, lexicon: Lexicon) -> str:
    """The kind of the word that ends one character before `edge`; the word becomes the draft's lead."""
    if text[edge - 1] == "\n":
        return NOTHING
    start = text.rfind(" ", 0, edge - 1)
    lead = text[start + 1 : edge - 1]
    if "\n" in lead:
        lead = lead[lead.rindex("\n") + 1 :]
        start = 0
    kind = lexicon.leads.get(lead)
    if kind is None:
        kind = classified(lead, lexicon)
    draft.lead = lead.lstrip(OPENING)
    if kind == BETWEEN:
        return APPROXIMATES if start > 0 and approximator_ends(text, start, lexicon) else NOTHING
    if kind == DASH:
        return OTHER if start > 0 and last_word(text, start) in lexicon.names else NOTHING
    return OTHER if kind == OPENS and exclusions.SPAN.match(text, draft.end) else kind


def approximator_ends(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the word that ends at `end` is the last of an approximator."""
    found = text[text.rfind(" ", 0, end) + 1 : end]
    if not found.isalpha():
        found = found.lstrip(OPENING) if len(found) < REACH and found.split() == [found] else last_word(text, end)
    return found in lexicon.before


def last_word(text: str, end: int) -> str:
    """The last word before `end` in its line, without what opens it."""
    words = text[max(0, end - REACH) : end].rpartition("\n")[2].split()
    return words[-1].lstrip(OPENING) if words else ""


def classified(found: str, lexicon: Lexicon) -> str:
    """The kind of a word, remembered unless it is a number: words end, numbers do not."""
    lead = found.lstrip(OPENING)
    if lead.isdigit():
        return NOTHING
    if len(lexicon.leads) >= REMEMBERED:
        lexicon.leads.clear()
    kind = lexicon.leads[found] = kind_of(lead, lexicon) if found.split() == [found] else OTHER
    return kind


def kind_of(lead: str, lexicon: Lexicon) -> str:
    """The kind of a word without what opens it."""
    if lead in lexicon.skip_before or lead.rstrip(".") in lexicon.skip_before or lead.rstrip(",") in lexicon.addresses:
        entry = lexicon.find(lead)
        return OTHER if entry is not None and entry.unit == word.DURATION else NAMES  # 2 сағат 30 минут
    opens = lead in lexicon.spans or lead in lexicon.since
    if not lead or opens:
        return OPENS if opens else OTHER if lexicon.language == "en" else DASH  # in English a minus, perhaps
    if lead in lexicon.before and lead not in lexicon.shares_of:
        return APPROXIMATES
    if not lead.endswith(",") and lexicon.concerns(lead):  # a comma ends the clause: млн тенге, 5 школ
        return OTHER
    return BETWEEN if lead in lexicon.between else NOTHING


def applied(draft: Draft, kind: str, text: str, lexicon: Lexicon) -> bool:
    """Give the draft the approximator before it. False where a range opens that the number only begins."""
    lead = draft.lead
    if kind == OPENS and lead in lexicon.spans and text.startswith(lexicon.spans[lead], draft.end + 1):
        return False
    if kind == OPENS and lead not in lexicon.before and lead not in lexicon.between:
        return True
    for phrase, found in lexicon.ahead.get(lead, ()):
        start = draft.core_start - 1 - len(phrase)
        if start > 0 and text.startswith(phrase, start):
            if text[start - 1] != "\n" and (text[start - 1] != " " or text[start - 2] in SPACES):
                break
            modality.apply(draft, found, start)
            draft.lead = last_word(text, start)
            return True
    left = Left(text, draft.core_start, lexicon)
    at = modality.ahead(draft, left, 0, lexicon)
    draft.lead = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
    return True
