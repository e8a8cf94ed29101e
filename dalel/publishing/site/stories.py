"""What a reader is told first: what does not add up, what is stated more than one way, what holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import pandas as pd

from dalel.publishing import names, prose, tables
from dalel.publishing.linked import Linked, filled
from dalel.publishing.site.edition import EVIDENCE_CHECK, Edition
from dalel.publishing.tables.joining import Row, grouped, rows
from dalel.publishing.wording import when
from dalel.records import Finding

# kinds of value whose meaning hangs on what they are a part of: two of them are seldom about the same thing
_RELATIVE = ("share", "ratio_part", "ratio_whole", "multiple")
_SAME = ("indicator", "region", "borders", "place", "unit", "status", "as_of")
# how much a finding that holds is worth telling: arithmetic before wording
_ORDER = {"sum": 0, "share": 1, "price": 2, "rate": 3, "origins": 0, "headline": 5}


@dataclass(frozen=True, kw_only=True)
class Story:
    """One thing to tell: where, the sentence with its links, the arithmetic, and who published it."""

    place: str
    sentence: Linked
    arithmetic: Linked
    by: str
    claim_id: str  # whose passport tells more
    ratio: float = 1.0  # of the greatest to the smallest value, where several are told


def told(
    edition: Edition, frame: pd.DataFrame, severities: Sequence[str], language: str, here: str = ""
) -> list[Story]:
    """Findings of these severities about claims of the frame, those with arithmetic first; of findings that say the
    same about the same values, one.
    """
    ids = set(frame["claim_id"])
    chosen = [
        one
        for one in edition.evidence.findings
        if one.severity in severities
        and one.check != EVIDENCE_CHECK
        and ids & set(one.claim_ids)
        and edition.known.keys() >= set(one.claim_ids)
    ]
    chosen.sort(key=lambda one: (_ORDER.get(one.kind.partition("-")[0], 4), one.check, one.claim_ids))
    stories = {
        story.sentence + story.place: story for story in (_story(one, edition.known, language, here) for one in chosen)
    }
    return list(stories.values())


def _story(finding: Finding, known: Mapping[str, Row], language: str, here: str) -> Story:
    row = known[finding.claim_ids[0]]
    return Story(
        place=_about(row, language, here),
        sentence=prose.explained(finding, language),
        arithmetic=prose.arithmetic(finding, known, language),
        by=_by(row, language),
        claim_id=finding.claim_ids[0],
    )


def differing(frame: pd.DataFrame, language: str) -> list[Story]:
    """The same thing with different values from different origins, the widest apart first.

    The same: indicator, region in the same borders, place, unit, status and date. Shares, parts and wholes are left
    out: what they are a share of may differ.
    """
    chosen = [row for row in rows(tables.bodies(frame)) if row["indicator"] and row["measure"] not in _RELATIVE]
    stories = []
    for same in grouped([row for row in chosen if row["as_of"]], *_SAME).values():
        first = list({(row["value"], row["value_max"], row["origin"]): row for row in same}.values())
        values = {row["value"] for row in first}
        if len(values) > 1 and len({row["origin"] for row in first}) > 1 and min(values) > 0:
            stories.append(_difference(sorted(first, key=lambda row: (row["value"], row["claim_id"])), language))
    return sorted(stories, key=lambda story: (-story.ratio, story.claim_id))


def _difference(same: Sequence[Row], language: str) -> Story:
    low, high = Decimal(same[0]["value"]), Decimal(same[-1]["value"])
    day = when(same[0]["as_of"], language)
    return Story(
        place=prose.where(same[0], language),
        sentence=filled("{told}", told=prose.differing(same, f"{prose.what(same[0], language)} ({day})", language)),
        arithmetic=Linked(),
        by="",
        claim_id=same[-1]["claim_id"],
        ratio=float(high / low),
    )


def _about(row: Row, language: str, here: str) -> str:
    topic = names.indicator(row["topic"], language) if row["topic"] else ""
    return ". ".join(filter(None, (prose.place_in(row, here, language), "" if here == row["topic"] else topic)))


def _by(row: Row, language: str) -> str:
    day = when(row["published"], language) if row["published"] else ""
    return ", ".join(filter(None, (prose.outlet(row["outlet"], language), day)))


@dataclass(frozen=True, kw_only=True)
class Stories:
    """What there is to tell of some claims."""

    edition: Edition
    frame: pd.DataFrame
    language: str
    here: str = ""  # the region or topic whose page it is: it is not said again

    @cached_property
    def wrong(self) -> list[Story]:
        """What contradicts."""
        return told(self.edition, self.frame, ("conflict", "broken"), self.language, self.here)

    @cached_property
    def caveats(self) -> list[Story]:
        """What holds only with a remark."""
        return told(self.edition, self.frame, ("note",), self.language, self.here)

    @cached_property
    def holds(self) -> list[Story]:
        """What arithmetic or another origin confirms."""
        return [one for one in told(self.edition, self.frame, ("holds",), self.language, self.here) if one.arithmetic]

    @cached_property
    def differ(self) -> list[Story]:
        """What is stated more than one way."""
        return differing(self.frame, self.language)

    @cached_property
    def lead(self) -> list[Linked]:
        """A paragraph: what does not add up, then up to five of the weightiest claims, one of each indicator."""
        chosen: dict[str, Row] = {}
        weight = {verdict: place for place, verdict in enumerate(prose.WEIGHT)}
        ordered = sorted(
            (row for row in rows(tables.bodies(self.frame)) if row["indicator"] and row["verdict"] in weight),
            key=lambda row: (weight[row["verdict"]], row["as_of"] is None, -float(row["value"]), row["claim_id"]),
        )
        for row in ordered:
            chosen.setdefault(str(row["indicator"]), row)
        opened = [
            filled("{place}: {told}", place=story.place, told=story.sentence) if story.place else story.sentence
            for story in self.wrong[:1]
        ]
        return [*opened, *(prose.say(row, self.language, self.here) for row in list(chosen.values())[:5])]


def paragraph(edition: Edition, frame: pd.DataFrame, language: str, here: str = "") -> list[Linked]:
    """What does not add up and what is weightiest of these claims, as `Stories.lead` has it."""
    return Stories(edition=edition, frame=frame, language=language, here=here).lead
