"""Document -> claims: every quantity with its measure, what is counted, topic, region, place, time, status, speaker,
sentence.

Each rule is a module of its own; this one is their order. A quantity that no rule understands is still a claim:
other_count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

from dalel import regions
from dalel.claims.attributes.measure import assign_measures
from dalel.claims.attributes.purpose import assign_purpose
from dalel.claims.attributes.status import assign_status
from dalel.claims.attributes.unit import ground_units
from dalel.claims.calendar import reference
from dalel.claims.counted import assign_counted
from dalel.claims.drafts import Draft, drafts
from dalel.claims.elision import complete_units
from dalel.claims.indicators import assign_indicators
from dalel.claims.lists import distribute
from dalel.claims.page import Passage, Sentence, read_page
from dalel.claims.rates import assign_rates
from dalel.claims.ratios import link_ratios
from dalel.claims.repeats import inherit, link_conversions, link_repeats
from dalel.claims.scopes import assign_scopes
from dalel.claims.speakers import assign_speakers, headline_speakers
from dalel.claims.times import assign_times
from dalel.identity import Stated, claim_ids
from dalel.records import Attribute, Claim, Document
from dalel.topics import Topic


def find_claims(document: Document, topics: Mapping[str, Topic]) -> list[Claim]:
    """All claims of title, lead and text, in that order and by place; offsets are of the field each names."""
    page = read_page(document)
    found = drafts(page)
    if not found:
        return []
    complete_units(found)
    found = assign_rates(found)
    assign_measures(found)
    said = reference(page)
    names = assign_scopes(page, found, said.day)
    found = distribute(found, names)
    link_ratios(found)
    assign_counted(found)
    assign_purpose(found)
    assign_speakers(page, found, names.home.region or "")
    assign_status(page, found)
    assign_times(page, found, said, names.home)
    link_repeats(found)
    link_conversions(found)
    inherit(found)
    headline_speakers(page, found)
    assign_indicators(page, found, topics)
    ground_units(found)
    for draft in found:
        day = min((day for day in (_day(draft.as_of), said.day) if day), default=None)  # the borders the page knows
        draft.borders = regions.borders(draft.region, day) if draft.region else None
    return _claims(document, found)


def _claims(document: Document, found: Sequence[Draft]) -> list[Claim]:
    ids = _ids(document, found)
    return [_claim(document, draft, ids) for draft in found]


def _ids(document: Document, found: Sequence[Draft]) -> dict[Draft, str]:
    stated = (
        Stated(
            draft.passage.field,
            draft.passage.once(draft.sentence, _printed),
            draft.passage.text[draft.quantity.core_start : draft.quantity.core_end],
        )
        for draft in found
    )
    return dict(zip(found, claim_ids(document, stated), strict=True))


def _claim(document: Document, draft: Draft, ids: Mapping[Draft, str]) -> Claim:
    quantity, sentence, text = draft.quantity, draft.sentence, draft.passage.text
    return Claim(
        claim_id=ids[draft],
        document_id=document.document_id,
        field=draft.passage.field,
        start=quantity.start,
        end=quantity.end,
        core_start=quantity.core_start,
        core_end=quantity.core_end,
        quote=text[quantity.start : quantity.end],
        value=quantity.value,
        value_max=quantity.value_max,
        unit=draft.unit,
        label=quantity.label,
        modality=draft.modality,
        measure=draft.measure or "other_count",
        counted=draft.counted,
        topic=draft.topic,
        indicator=draft.indicator,
        region=draft.region,
        borders=draft.borders,
        place=draft.place,
        as_of=draft.as_of,
        status=draft.status,
        speaker=draft.speaker,
        sentence=draft.passage.once(sentence, _printed),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        whole_id=ids[draft.whole] if draft.whole else None,
        repeats=ids[draft.repeats] if draft.repeats else None,
        purpose=draft.purpose,
        grounds=tuple(one for name in get_args(Attribute) for one in draft.grounds.get(name, ())),
    )


def _printed(passage: Passage, sentence: Sentence) -> str:
    return passage.text[sentence.start : sentence.end]


def _day(edtf: str | None) -> date | None:
    """The first day that an as-of date may mean."""
    parts = (edtf or "").split("/")[0].split("-")
    if not parts[0].isdigit():
        return None
    year, month, day = (*map(int, parts), *((1, 1)[len(parts) - 1 :]))[:3]
    return date(year, month, day)
