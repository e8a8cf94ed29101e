"""What the word before a plain number means for it, told at a glance: mostly nothing."""

from __future__ import annotations

from dalel.quantities import exclusions, modality, word
from dalel.quantities.draft import Draft
from dalel.quantities.left import OPENING, REACH, Left
from dalel.quantities.lexicon import REMEMBERED, Lexicon
from dalel.quantities.lists import NEGATED
from dalel.quantities.word import Lead

NOTHING = ""
BETWEEN = "between"  # a preposition that an approximator may stand before: почти в
APPROXIMATES = "approximates"
LISTED = "listed"  # it may go on with the numbers of something: статьи 5 и 17
DASH = "dash"  # which a name may stand before: COVID – 19
OPENS = "opens"  # a range or a change: от ... до, с ... до
NAMES = "names"  # the number is no quantity: № 4
OTHER = "other"
ODD = "odd"  # no word between two single spaces
UNCLEAR = frozenset({NAMES, OTHER, ODD})  # what these do is known to the full grammar only


NONE = Lead(NOTHING, "", first=False)


def before(text: str, edge: int, lexicon: Lexicon) -> Lead:
    """The word that ends one character before `edge`, where the number or the bracket before it stands."""
    if text[edge - 1] == "\n":  # without this, a column of numbers would be looked through from its beginning each time
        return NONE
    raw = text[text.rfind(" ", 0, edge - 1) + 1 : edge]
    return lexicon.leads.get(raw) or classified(raw, lexicon)


def classified(raw: str, lexicon: Lexicon) -> Lead:
    """The word at the end of `raw`, remembered unless it is a number: words end, numbers do not."""
    line = raw[:-1].rpartition("\n")
    found = line[2]
    if found.split() != [found]:
        lead = Lead(ODD, last_word(raw, len(raw)), first=bool(line[1]))
    else:
        lead = known(found, bool(line[1]), lexicon)
    if lead.word.rstrip(",").isdigit() or len(raw) > REACH:
        return lead
    if len(lexicon.leads) >= REMEMBERED:
        lexicon.leads.clear()
    lexicon.leads[raw] = lead
    return lead


def known(found: str, first: bool, lexicon: Lexicon) -> Lead:
    """The lead that a single word is."""
    bare = found.lstrip(OPENING)
    if bare.rstrip(",").isdigit():
        return Lead(LISTED if bare[-1] == "," else NOTHING, bare, first)
    lead = Lead(kind_of(bare, lexicon), bare, first)
    if lead.kind == APPROXIMATES and bare == found:
        approximator = lexicon.before[bare]
        if bare not in lexicon.demanding:
            lead.alone, lead.longer = approximator.alone, approximator.longer.keys()
    return lead


def kind_of(lead: str, lexicon: Lexicon) -> str:
    """The kind of a word without what opens it."""
    if lexicon.named(lead) or lead.rstrip(",") in lexicon.addresses:
        entry = lexicon.find(lead)
        return OTHER if entry is not None and entry.unit == word.DURATION else NAMES  # 2 сағат 30 минут
    opens = lead in lexicon.spans or lead in lexicon.since
    if not lead or opens:
        return OPENS if opens else OTHER if lexicon.language == "en" else DASH  # in English a minus, perhaps
    if lead in lexicon.before and lead not in lexicon.shares_of:
        return APPROXIMATES
    if lead in lexicon.listing_words:
        return LISTED
    if not lead.endswith(",") and lexicon.concerns(lead):  # a comma ends the clause: млн тенге, 5 школ
        return OTHER
    return BETWEEN if lead in lexicon.between else NOTHING


def resolved(lead: Lead, draft: Draft, edge: int, text: str, lexicon: Lexicon) -> str:
    """The kind of a lead, where that hangs on what stands before it or behind the number."""
    kind = lead.kind
    if kind == BETWEEN:
        return APPROXIMATES if previous(lead, edge, text, lexicon) in lexicon.before else NOTHING
    if kind == LISTED:
        return OTHER if lists(lead, draft, edge, text, lexicon) else NOTHING
    if kind == DASH:
        return OTHER if previous(lead, edge, text, lexicon) in lexicon.names else NOTHING
    if kind == OPENS:
        return OTHER if exclusions.SPAN.match(text, draft.end) else OPENS
    return kind


def lists(lead: Lead, draft: Draft, edge: int, text: str, lexicon: Lexicon) -> bool:
    """Whether digits stand before the lead, and before them what they number: статьи 5 и 17."""
    if not lead.word[0].isdigit() and not text[edge - len(lead.word) - 3].isdigit():
        return False
    return exclusions.lists(lead.word, draft, Left(text, edge, lexicon), lexicon)


def previous(lead: Lead, edge: int, text: str, lexicon: Lexicon) -> str:
    """The word before the lead, "" where its line begins with it."""
    if lead.first:
        return ""
    end = text.rfind(" ", 0, edge - 1)
    found = before(text, end + 1, lexicon)
    return last_word(text, end) if found.kind == ODD else found.word


def last_word(text: str, end: int) -> str:
    """The last word before `end` in its line, without what opens it."""
    words = text[max(0, end - REACH) : end].rpartition("\n")[2].split()
    return words[-1].lstrip(OPENING) if words else ""


def applied(draft: Draft, lead: Lead, text: str, lexicon: Lexicon, found: list[Draft]) -> bool:
    """Give the draft the approximator before it, behind the last of `found`. False where a range may open here."""
    if not approximated(draft, lead, text, lexicon):
        return False
    if found and draft.start < found[-1].end:
        draft.start = draft.core_start
    return True


def approximated(draft: Draft, lead: Lead, text: str, lexicon: Lexicon) -> bool:
    """Give the draft the approximator before it. False where a range opens that the number only begins."""
    found = lead.word
    if lead.kind == OPENS:
        if found in lexicon.spans and text.startswith(lexicon.spans[found], draft.end + 1):
            return False
        if found not in lexicon.before and (
            found not in lexicon.between or previous(lead, draft.core_start, text, lexicon) not in lexicon.before
        ):
            return True
    if lead.alone:
        start, said = draft.core_start - 1 - len(found), lead.alone
        if lead.first:
            modality.apply(draft, said, start)
            draft.lead = ""
            return True
        earlier = before(text, start, lexicon)
        if earlier.kind != ODD and earlier.word not in lead.longer:
            if earlier.word.startswith(lexicon.deniable_verbs) and modality.denied(text, start, lexicon):
                said = NEGATED.get(said, said)
            modality.apply(draft, said, start)
            draft.lead = earlier.word
            return True
    left = Left(text, draft.core_start, lexicon)
    at = modality.ahead(draft, left, 0, lexicon)
    draft.lead = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
    return True
