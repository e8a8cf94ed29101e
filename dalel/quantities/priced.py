"""The short way for plain digits behind a currency sign: $5.5 million, Т15,5 млрд; as quick.py for the rest."""

from __future__ import annotations

from dalel.quantities import behind, leads, units, word
from dalel.quantities.draft import Draft
from dalel.quantities.lexicon import Lexicon
from dalel.quantities.quick import SEPARATORS, decimal
from dalel.quantities.shapes import CONTINENTAL, ENGLISH, FOLLOW, GAPS


def read(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read the amount whose digits begin at `position`, behind a sign, and append it to `found`.

    Returns where to go on, 0 where the full grammar must read it.
    """
    sign = position - 1
    edge = sign - 1 if text[sign - 1] == "(" else sign
    if found and found[-1].end > sign:  # 900 $5: the sign is the first one's
        return 0
    match = (CONTINENTAL if lexicon.continental else ENGLISH).match(text, position) if text[edge - 1] in GAPS else None
    if match is None or match[3]:
        return 0
    digits, decimals, follow = match.group(1, 2, FOLLOW)
    entry, value = lexicon.find(follow) if follow is not None else None, int(digits.translate(SEPARATORS))
    draft = Draft(position, position + len(digits), value)
    draft.digits = True
    if decimals:
        draft.value = decimal(value, decimals, entry)
        draft.reach(match.end(2))
    if entry is not None and entry.role == word.SCALES:
        clear = behind.described(draft, entry, match, lexicon)
    else:
        clear = (entry is None or entry.role == word.COUNTED) and behind.unknown(draft, match, lexicon)
    lead = leads.before(text, edge, lexicon)
    kind = leads.resolved(lead, draft, edge, text, lexicon)
    if not clear or draft.unit not in ("", word.NOUN) or kind in leads.UNCLEAR or kind == leads.OPENS:
        return 0
    units.take(draft, word.MONEY, lexicon.signs[text[sign]], draft.end, draft.case)
    draft.start, draft.core_start, draft.lead = sign, sign, lead.word
    if kind and (edge < sign or not leads.applied(draft, lead, text, lexicon, found)):
        return 0
    found.append(draft)
    return draft.end
