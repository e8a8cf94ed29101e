"""Has a site changed? Which parts of its pages were not found where its declaration says, and since when.

One odd page, a photo gallery among news, is no changed site. A landmark counts as failed where, from some day of
collection on, the pages without it outnumber those with it, and are at least three (or all, where the source has but
two). The day is the one from which on they outnumber the others the most: the point at which a cumulative sum of +1 for
a page without it and -1 for one with it turns (Page, 1954: CUSUM). So a thousand good pages of last year do not hide
the twenty of today, and a few odd ones among them say nothing.

Parts that no landmark names are looked for by the readers themselves. Of any source a page must give a body; of outlets
and agencies, whose pages are news, also a title and a day. What a declaration calls `optional` is counted, never a
change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dalel.errors import SiteChanged
from dalel.readers.page import Sought
from dalel.records import Capture, Document, Landmark, Part
from dalel.sources import Source

ENOUGH = 3  # pages without a landmark; fewer are odd pages
FEWEST = 2  # pages of a source; one alone says nothing of its site
_HTML = ("text/html", "application/xhtml+xml")
_NAMES: Mapping[Part, str] = {"title": "title", "published": "date", "body": "text"}


@dataclass(frozen=True, slots=True)
class _Look:
    day: date  # of capture
    url: str
    found: bool


class Lookout:
    """Hears of every page that is read, and tells at the end what was found of each landmark."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._looks: dict[tuple[str, Part, str], list[_Look]] = {}

    def note(self, capture: Capture, sought: Sequence[Sought], document: Document | None) -> None:
        """One page, with the landmarks looked for on it; None where no document could be read from it."""
        source = self._sources.get(capture.source)
        if source is None:  # added by hand, or from a site that nobody declared
            return
        day = capture.captured_at.date()
        for one in (*sought, *_undeclared(source, capture, sought, document)):
            key = (source.id, one.part, one.selector)
            self._looks.setdefault(key, []).append(_Look(day, capture.url, one.found))

    def landmarks(self) -> list[Landmark]:
        """Every declared landmark looked for, and the parts that readers miss too often; by source and part."""
        keys = sorted(self._looks, key=lambda key: (key[0], list(_NAMES).index(key[1]), key[2]))
        found = [_landmark(key, self._looks[key], self._is_optional(key)) for key in keys]
        return [landmark for landmark in found if landmark.selector or landmark.changed]

    def _is_optional(self, key: tuple[str, Part, str]) -> bool:
        return any(key[1] in mark.optional for mark in self._sources[key[0]].landmarks)


def site_changed(landmark: Landmark) -> SiteChanged:
    """The error for a landmark that failed: source, landmark, numbers, an example address and the cure."""
    name, scope = _NAMES[landmark.part], f"{landmark.missed} of {landmark.pages} pages captured since {landmark.since}"
    if landmark.selector:
        told = f"its {name} is not at {landmark.selector!r} on {scope}"
        cure = "mend that landmark in scrapers/ (older pages may need the old one: `valid_until`)"
    else:
        told = f"no {name} was found on {scope}"
        cure = f"declare where it is (`{landmark.part}` of Landmarks) or that it is `optional` in scrapers/"
    again = f"then `dalel read --again --source {landmark.source}`"
    return SiteChanged(landmark.source, landmark.part, told, landmark.example, f"look at it, {cure}, {again}")


def _undeclared(source: Source, capture: Capture, sought: Sequence[Sought], document: Document | None) -> list[Sought]:
    parts: dict[Part, bool] = {"body": document is not None and bool(document.text)}
    if document is not None and source.kind != "official" and capture.media_type in _HTML:
        parts |= {"title": document.title is not None, "published": document.published is not None}
    declared = {one.part for one in sought}
    return [Sought(part, "", found) for part, found in parts.items() if part not in declared]


def _landmark(key: tuple[str, Part, str], looks: Sequence[_Look], optional: bool) -> Landmark:
    ordered = sorted(looks, key=lambda look: (look.day, look.url))
    since, tail = _turn(ordered)
    missed = [look for look in tail if not look.found]
    many = len(missed) >= max(FEWEST, min(ENOUGH, len(ordered))) and 2 * len(missed) > len(tail)
    changed = many and not optional
    if not changed:
        since, tail, missed = ordered[0].day, ordered, [look for look in ordered if not look.found]
    return Landmark(
        source=key[0],
        part=key[1],
        selector=key[2],
        pages=len(tail),
        missed=len(missed),
        since=since,
        example=missed[-1].url if missed else None,
        changed=changed,
    )


def _turn(ordered: Sequence[_Look]) -> tuple[date, list[_Look]]:
    """The day from which on pages without the landmark outnumber those with it the most, and the pages since."""
    days = [(day, list(looks)) for day, looks in groupby(ordered, key=lambda look: look.day)]
    excess, sums = 0, []
    for number in range(len(days) - 1, -1, -1):
        excess += sum(-1 if look.found else 1 for look in days[number][1])
        sums.append((excess, -number))
    best = -max(sums)[1]
    return days[best][0], [look for _, looks in days[best:] for look in looks]
