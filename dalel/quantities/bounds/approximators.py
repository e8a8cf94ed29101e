"""How far a value is exact: approximators and bounds on either side of the number.

"почти" and "жуық" bound from above the value (almost); "до" and "дейін" mean at most, but a level after a verb of
change ("довести до 1879") and in "с 12 до 18"; "в", "на" may stand between the approximator and its number.
"""

from __future__ import annotations

import re

from dalel.quantities.units import following, unit_phrases
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.listed import NEGATED
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left, approximator

FOLLOWING = re.compile(r"[ \u00a0\u202f]{1,3}([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?")
PLUS = re.compile(r"\+(?![0-9])")
THOUSAND = 1000  # the least scale that stands apart from its number
LATE = frozenset({word.MONEY, word.MEASURE, word.PERCENT, word.DURATION})
NEEDS = {"more_than": "ablative", "less_than": "ablative", "almost": "dative", "at_most": "dative"}
DENIED = 32  # characters of a verb and "not"
SENTENCE = ".!?:;"
SAID = {**NEEDS, "at_most": "ablative", "at_least": "ablative"}  # пайыздан аспайды


def behind(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """Approximators that follow: 500 мыңға жуық, теңгеден астам, 200 с лишним, five or more, 100 млн-дай."""
    if draft.case == "about" and draft.modality == "exact":
        draft.modality = "about"
    match = FOLLOWING.match(text, draft.end)
    if match is None:
        if PLUS.match(text, draft.end) and lexicon.manner.hyphens:
            draft.modality, draft.end = "more_than", draft.end + 1
            late(draft, text, lexicon)
        return
    pair = (match[1], match[2]) if match[2] else ()
    if pair in lexicon.later:
        draft.modality, draft.end = lexicon.later[pair], match.end(2)
        late(draft, text, lexicon)
        return
    if match[1] in lexicon.slightly and (further := FOLLOWING.match(text, match.end(1))):  # сәл асады
        match = further
    entry = lexicon.find(match[1])
    if entry is None and match[2] and lexicon.folded and (case := lexicon.ending(match[1])):
        draft.case, draft.end = case, match.end(1)  # a suffix written apart: %40 дан астамы
        behind(draft, text, lexicon)
        return
    if entry is None:
        return
    needed = "dative" if match[1] in lexicon.short_of else SAID.get(entry.said, "")
    if entry.said and draft.modality == "exact" and draft.case.endswith(needed):
        draft.modality = NEGATED.get(entry.said, entry.said) if match[2] in lexicon.negation else entry.said
    if not entry.after or not fits(draft, entry.after, match[1], lexicon):
        return
    found, end = entry.after, match.end(1)
    if match[1] in lexicon.difference and draft.case.endswith("dative"):
        found = draft.modality
    elif match[2] in lexicon.negation:
        found, end = NEGATED.get(found, found), match.end(2)
    elif match[1] in lexicon.deniable and match[2] and negative(match, text, lexicon):
        found = NEGATED.get(found, found)
    elif found == "at_most" and match[2] and reached(match[2], draft, lexicon):
        found = "exact"
    draft.modality = "range" if draft.upper is not None else found
    draft.end = end
    if match[1] in lexicon.partitive and not draft.unit:
        draft.case = "possessive"
    late(draft, text, lexicon)


def negative(match: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Whether the verb behind the approximator is denied: кем болмауы тиіс, жоғары көтерілген жоқ."""
    if match[2].endswith(lexicon.negative):
        return True
    third = FOLLOWING.match(text, match.end(2))
    return third is not None and third[1] in lexicon.negation


def beyond(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """Bounds behind a counted noun, which stay outside the expression: 500 адамнан астам, 300 балаға жуық."""
    match = FOLLOWING.match(text, draft.noun_end)
    if match is not None and match[2] and draft.modality == "exact" and (match[1], match[2]) in lexicon.later:
        draft.modality = lexicon.later[match[1], match[2]]  # a million books or so
        return
    entry = lexicon.find(match[1]) if match else None
    if match is None or entry is None or draft.modality != "exact" or match[1].endswith(lexicon.adjective):
        return
    found = entry.after or entry.said
    needed = (NEEDS if entry.after else SAID).get(found, "" if found == "about" else None)
    if needed is None or not draft.noun_case.endswith(needed):
        return
    if match[2] in lexicon.negation:
        found = NEGATED.get(found, found)
    elif found == "at_most" and entry.after and match[2] and reached(match[2], draft, lexicon):
        found = "exact"
    draft.modality = found


def late(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """What stands behind the approximator, with which the draft ends: a scale (120 с лишним тысяч тенге), a unit."""
    if draft.unit:
        return
    match = FOLLOWING.match(text, draft.end)
    entry = lexicon.find(match[1]) if match and not draft.scale and draft.value < THOUSAND else None
    end = draft.end
    if match and entry is not None and entry.kind == word.SCALE and entry.value >= THOUSAND:
        scale, end = int(entry.value), match.end(1)
        if text[end : end + 1] == "-":  # a two or more million-dollar deal
            return
        draft.value, draft.upper = draft.value * scale, draft.upper * scale if draft.upper is not None else None
        draft.scale, draft.case = scale, entry.case
        draft.reach(end)
        if entry.short and text.startswith(".", end):
            end += 1
    late_unit(draft, text, end, lexicon)


def late_unit(draft: Draft, text: str, end: int, lexicon: Lexicon) -> None:
    """The unit behind the approximator: 3,8 миллиардтан астам теңге, 500-ге жуық тонна; a noun is looked for later."""
    match = FOLLOWING.match(text, end)
    entry = lexicon.find(match[1]) if match else None
    if match is None or entry is None or entry.unit not in LATE or entry.kind:
        return
    core_end, stop = draft.core_end, match.end(1)
    if entry.phrases:
        entry, stop = unit_phrases.phrase(entry, text, stop, lexicon)
    following.take(draft, entry.unit, entry.code, stop, entry.case)
    draft.core_end = core_end


def fits(draft: Draft, modality: str, form: str, lexicon: Lexicon) -> bool:
    """Whether the case of the number asks for the approximator: миллионнан астам, мыңға жуық."""
    if not lexicon.inflects or form not in lexicon.strict:
        return True
    return draft.case.endswith(NEEDS.get(modality, ""))


def reached(verb: str, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the verb says that the value was reached, not bounded: 900-ге дейін артты. "Up to twofold" bounds."""
    return verb.startswith(lexicon.level) and draft.unit != word.TIMES


def ahead(draft: Draft, left: Left, at: int, lexicon: Lexicon) -> int:
    """Approximators that precede; `at` is the first word that may be one. How many words were used."""
    begin = at
    if at and left.words[0] == "(":  # what bounds stands before the bracket: жартысынан көбі (56%)
        return at
    if at < len(left.words) and left.words[at].lstrip(OPENING) in lexicon.between:
        found, start = approximator(left, at + 1, lexicon)
        compared = found and left.words[at + 1] in lexicon.compared
        if compared and (left.words[at] in lexicon.differs or draft.unit == word.TIMES):
            return at  # "больше на 112": a difference; "дороже в 2 раза"
        if draft.unit == word.DURATION and left.words[at + 1 : at + 2] and left.words[at + 1] in lexicon.unless_article:
            return at
        if found and left.words[at] == left.words[at].lstrip(OPENING):
            apply(draft, found, start)
            return at + 2
    found, start = approximator(left, begin, lexicon)
    timed = draft.unit == word.DURATION and left.words[begin : begin + 1] and left.words[begin].lstrip(OPENING)
    if not found or timed in lexicon.unless or misleads(draft, left, begin, lexicon):
        return at
    if (
        found == "at_most"
        and left.words[begin].lstrip(OPENING) in lexicon.up_to
        and draft.unit != word.TIMES
        and level(left, begin, lexicon)
    ):
        found = "exact"
    elif found in NEGATED and denied(left.text, start, lexicon):
        found = NEGATED[found]
    apply(draft, found, start)
    return at + 1


def misleads(draft: Draft, left: Left, at: int, lexicon: Lexicon) -> bool:
    """Whether the word belongs to a verb ("hand over 300 buses") or names a place («В районе 7 школ»)."""
    found = left.words[at].lstrip(OPENING)
    verbs = lexicon.particles_of.get(found)
    if verbs is not None and left.words[at + 1 : at + 2] and left.words[at + 1].lstrip(OPENING) in verbs:
        return True
    if found not in lexicon.places:
        return False
    return bool(draft.value % 10) or len(left.words) == at + 2 or left.words[at + 2][-1] in SENTENCE


def denied(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether the verb before the approximator at `start` is denied: не поднималась выше 12, did not rise above 12."""
    words = text[max(0, start - DENIED) : start].rpartition("\n")[2].split()
    return len(words) > 1 and words[-2] in lexicon.denial and words[-1].startswith(lexicon.deniable_verbs)


def apply(draft: Draft, modality: str, start: int) -> None:
    """Set the modality; a range keeps its own."""
    draft.start = start
    if modality == "at_most" and draft.value == 0:  # "до нуля"
        modality = "exact"
    if draft.upper is None and draft.modality in ("exact", "about"):
        draft.modality = modality


def level(left: Left, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of change stands shortly before "до": довести до 1879, выросло почти до 900; goes up to 900."""
    reach = 4 if lexicon.continental else 2  # "will rise by up to 900" is a bound
    return any(found.lstrip(OPENING).startswith(lexicon.level) for found in left.words[at + 1 : at + 1 + reach])
