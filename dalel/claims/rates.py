"""Money per something: "24 390 тенге ежемесячно на ребёнка", "бір орынға 5 млн теңге", "KZT 5,000 per child per month".

The unit of such a claim is written KZT/month/child: it can never be added to a sum. A time alone makes a rate only
where it is a month: "5 billion tenge a year" is a yearly budget, which is a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dalel import languages
from dalel.claims.drafts import Draft
from dalel.claims.nouns import nouns
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation
from dalel.vocabulary import of_kind

REACH = 45  # characters on either side in which the words of a rate stand
CLAUSE = re.compile(r"[,;:.()\d\n]")
ALONE = "month"  # the time that makes a rate by itself
RECEIVING = of_kind("person", "seat", "family")  # money for one device or school is its price, in money
NOUN = 30  # characters behind "per", "на одного" in which the thing is named


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: times, what stands before the one thing, and phrases that name it themselves."""

    times: dict[str, re.Pattern[str]]
    one: re.Pattern[str]
    things: dict[str, re.Pattern[str]]
    ends: tuple[str, ...]  # endings that the thing must have; () for any


def assign_rates(drafts: list[Draft]) -> list[Draft]:
    """Writes the units of rates; the drafts without the "one" that a rate is for ("на одного ребёнка")."""
    spans = {(draft.passage.field, *span) for draft in drafts if draft.is_money for span in _assign(draft)}
    kept = [draft for draft in drafts if draft.quantity.value != 1 or not any(_within(draft, *span) for span in spans)]
    for index, draft in enumerate(kept):
        draft.index = index
    return kept


def _within(draft: Draft, field: str, start: int, end: int) -> bool:
    return draft.passage.field == field and start <= draft.low and draft.high <= end


def _assign(draft: Draft) -> Iterator[tuple[int, int]]:
    """Gives the draft its unit where it is a rate; the place of the words that name the thing."""
    words, low = _words(draft.passage.language), draft.passage.low
    clauses = _clauses(draft)
    times = [name for name, pattern in words.times.items() for clause in clauses if pattern.search(low, *clause)]
    named = [found for clause in clauses for found in _things(draft, words, *clause)]
    if named or ALONE in times:
        thing = [named[0][0]] if named else []
        draft.unit = "/".join([draft.unit or "", *times[:1], *thing])
    yield from (span for _, span in named[:1])


def _clauses(draft: Draft) -> list[tuple[int, int]]:
    """What stands behind and before the amount, up to a comma, a bracket or another number."""
    low, start = draft.passage.low, draft.passage.folded.folded(draft.quantity.start)
    left, right = max(draft.sentence.low, start - REACH), min(draft.sentence.high, draft.high + REACH)
    behind = CLAUSE.search(low, draft.high, right)
    before = list(CLAUSE.finditer(low, left, start))
    return [(draft.high, behind.start() if behind else right), (before[-1].end() if before else left, start)]


def _things(draft: Draft, words: Words, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """The one thing that the money is for, and where that is said."""
    for unit, pattern in words.things.items():
        if (match := pattern.search(draft.passage.low, start, end)) is not None:
            yield unit, match.span()
    for match in words.one.finditer(draft.passage.low, start, end):
        noun = next(iter(nouns(draft.passage, match.end(), min(end, match.end() + NOUN))), None)
        between = draft.passage.low[match.end() : noun.start] if noun else ""
        if (
            noun
            and noun.unit in RECEIVING
            and len(between.split()) <= 1
            and draft.passage.low[: noun.end].endswith(words.ends or ("",))
        ):
            yield noun.unit, (match.start(), noun.end)


@cache
def _words(language: str) -> Words:
    table = languages.load(language, "claims")["rates"]
    spell = lower if language == "en" else key

    def compiled(listed: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){alternation(map(spell, listed))}(?!\w)")

    return Words(
        times={name: compiled(listed) for name, listed in table["times"].items()},
        one=compiled(table["one"]),
        things={unit: compiled(listed) for unit, listed in table["things"].items()},
        ends=tuple(map(spell, table["ends"])),
    )
