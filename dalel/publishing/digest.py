"""What a watch found, as a reader of kk, ru or en sees it: sentences by region and topic, for terminal, page and feed.

Everything comes from the lines that the watches noted, so that a number can be told of whose page reads otherwise now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass

from dalel.publishing import names, prose
from dalel.publishing.linked import Linked, capitalised, filled
from dalel.publishing.tables.joining import Row
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import when, word
from dalel.records.news import News, PageNews, Stated

KINDS = ("contradicted", "confirmed", "changed", "vanished", "new", "judged")  # as a reader wants them


@dataclass(frozen=True, kw_only=True)
class Item:
    """One piece of news: its kind in words, the sentence with its links, and where it was printed."""

    news: News
    kind: str
    sentence: Linked
    by: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The news of one region and topic."""

    region: str | None  # its code; None where no page tells it
    topic: str | None  # its id
    name: str  # both, in words
    items: Sequence[Item]


def groups(news: Iterable[News], language: str, known: Collection[str]) -> list[Group]:
    """News by region and topic: the country first, then its regions, then what no page places; without what is only
    known. Values lead to their passports where their claims are in `known`, and so have one.
    """
    found: dict[tuple[str | None, str | None], list[News]] = {}
    for one in news:
        if one.kind in KINDS:
            found.setdefault((one.region, one.topic), []).append(one)
    order = {code: place for place, code in enumerate(names.region_order())}
    ordered = sorted(found, key=lambda key: (order.get(key[0] or "", len(order)), key[0] or "~", key[1] or "~"))
    return [
        Group(region=key[0], topic=key[1], name=title(*key, language), items=_items(found[key], language, known))
        for key in ordered
    ]


def title(region: str | None, topic: str | None, language: str) -> str:
    """Region and topic in words; of what belongs to no topic that it is another figure."""
    of = names.indicator(topic, language) if topic else phrase("no_topic", language)
    return f"{names.region(region, language)} · {of}"


def counts(news: Iterable[News], language: str) -> list[str]:
    """How many of each kind there are: "new: 3", what a reader wants most first; kinds that are not there are not."""
    kinds = [one.kind for one in news]
    return [f"{phrase(kind, language)}: {kinds.count(kind)}" for kind in KINDS if kind in kinds]


def page(one: PageNews, language: str) -> str:
    """A page that answers no longer, or again, in one sentence."""
    return phrase(
        one.kind, language, url=one.url, outlet=one.outlet, date=when(one.at.date().isoformat(), language),
        count=str(one.numbers),
    )  # fmt: skip


def phrase(key: str, language: str, /, **given: str) -> Linked:
    """One of the words of the page, its blanks filled in and links kept."""
    return filled(prose.says(language)["new_page"][key], **given)


def _items(news: Sequence[News], language: str, known: Collection[str]) -> list[Item]:
    ordered = sorted(news, key=lambda one: (KINDS.index(one.kind), one.claim_id))
    return [
        Item(
            news=one,
            kind=phrase(one.kind, language),
            sentence=sentence(one, language, known),
            by=phrase("by", language, outlet=one.outlet, date=when(one.at.date().isoformat(), language)),
        )
        for one in ordered
    ]


def sentence(one: News, language: str, known: Collection[str]) -> Linked:
    """The news in words, seen from the heading of its region; plans and suspicions say so."""
    row = _row(one, one.stated, one.claim_id if one.claim_id in known else None)
    told = capitalised(prose.stated(row, language, one.region or ""))
    day = when(one.at.date().isoformat(), language)
    if one.kind == "changed" and one.was is not None:
        before, after = _sides(one, one.was, row, known, language)
        name = "told_reread" if one.cause == "reading" else "told_changed"
        return phrase(name, language, what=capitalised(prose.what(row, language)), before=before, after=after, date=day)
    if one.kind == "judged":
        verdicts = [word("verdicts", verdict, language) for verdict in (one.was_verdict, one.verdict)]
        return phrase("told_judged", language, told=told, before=verdicts[0], after=verdicts[1])
    name = "told_unread" if one.kind == "vanished" and one.cause == "reading" else f"told_{one.kind}"
    return phrase(name, language, told=told, date=day)


def _sides(one: News, was: Stated, row: Row, known: Collection[str], language: str) -> tuple[Linked, Linked]:
    """The number before and after, each with status and measure where they differ in those."""
    former = one.former if one.former in known else None
    differs = (was.status, was.measure) != (one.stated.status, one.stated.measure)
    sides = []
    for stated, side in ((was, _row(one, was, former)), (one.stated, row)):
        how = f" ({word('statuses', stated.status, language)}, {word('measures', stated.measure, language)})"
        sides.append(filled("{value}{how}", value=said(side, language), how=how if differs else ""))
    return sides[0], sides[1]


def _row(one: News, stated: Stated, claim_id: str | None) -> Row:
    """What the sentences of claims are made from, of a line of a watch."""
    return {
        **asdict(stated),
        "claim_id": claim_id,
        "indicator": one.indicator,
        "region": one.region,
        "borders": one.borders.isoformat() if one.borders else None,
        "place": one.place,
        "as_of": one.as_of,
        "counted": None,
    }
