"""Several regions named at once: "по одной школе в А, Б и В", "3, 5 и 8 школ в А, Б и В соответственно".

A number with "по", "each", "әр" is stated once for every region of the list; as many numbers as regions go to them
one by one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dalel.claims.drafts import Draft, in_sentence
from dalel.claims.elision import ENUMERATION
from dalel.claims.phrases import any_of
from dalel.claims.scopes import Names
from dalel.regions import RegionMention

LONGEST = 60  # names; a longer list is none that a number is stated of each of
EACH = re.compile(rf"(?<!\w){any_of('lists', 'each')}\s*$")


def distribute(drafts: list[Draft], names: Names) -> list[Draft]:
    """The drafts, those stated of several regions repeated for each of them, those "respectively" given theirs."""
    found: list[Draft] = []
    for draft in drafts:
        listed = _listed(draft, names)
        if listed and EACH.search(draft.before()):
            found += [_at(draft, one) for one in listed]
            continue
        if listed:
            _respectively(draft, drafts, listed)
        found.append(draft)
    for index, draft in enumerate(found):
        draft.index = index
    return found


def _at(draft: Draft, one: RegionMention) -> Draft:
    """The draft once more, for one region of the list."""
    copy = replace(draft, grounds=dict(draft.grounds))
    _put(copy, one, "stated of each region of the list")
    return copy


def _put(draft: Draft, one: RegionMention, rule: str) -> None:
    draft.told("region", one.code, one.start, one.end, rule)
    draft.place = None
    draft.grounds.pop("place", None)
    if one.place is not None:
        draft.told("place", one.place, one.start, one.end, rule)


def _listed(draft: Draft, names: Names) -> list[RegionMention]:
    """The list of several regions in the draft's sentence, if there is one."""
    several = [group for group in names.grouped(draft.passage, draft.sentence) if group.several]
    return several[0].names if len(several) == 1 and len(several[0].names) <= LONGEST else []


def _respectively(draft: Draft, drafts: list[Draft], listed: list[RegionMention]) -> None:
    run = _enumeration(draft, drafts)
    if len(run) == len(listed):
        _put(draft, listed[run.index(draft)], "the regions of the list, one by one")


def _enumeration(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The drafts joined to this one by commas and "and"."""
    runs: list[list[Draft]] = []
    for other in in_sentence(drafts, draft):
        if runs and ENUMERATION.fullmatch(draft.passage.low[runs[-1][-1].high : other.low]):
            runs[-1].append(other)
        else:
            runs.append([other])
    return next(run for run in runs if draft in run)
