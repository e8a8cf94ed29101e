"""Deadlines in words -> the last day on which an act is still in time.

    find_deadlines("До конца года построят 14 школ.", "ru", date(2024, 3, 12))     last 2024-12-31, "end of: year"

Rules: a limit before a day means that day; before a period the end of it, as officials mean it ("до 2029 года" is
through 2029), with the strict reading kept beside; before the beginning of something, or a season, its first day.
Without a limit a period is the time in which it is to be done. "From" a day is a beginning and no deadline. The words
are in languages/*/deadlines.toml, each with EXAMPLES and NOT_EXAMPLES.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dalel.promises.periods import Period, periods
from dalel.promises.spans import spans
from dalel.promises.words import any_of, words
from dalel.records.promises import Due
from dalel.transliteration import Folded, fold

BESIDE = 60  # characters on either side of a period in which its limit and edge stand
QUOTED = re.compile(r"[«“][^«»“”\n]{0,120}[»”]")
BEGINS = ("school_year", "heating", "building")  # "by the school year" means its beginning


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a period: a limit, an edge (end, start, middle), and how far both reach."""

    limit: bool
    edge: str
    start: int
    end: int


def folded_low(text: str, language: str) -> tuple[Folded, str]:
    """The text in the letters its language's words are written in, and the same in lower case, of one length."""
    folded = fold(text) if language == "kk" else Folded(text)
    low = folded.text.lower()
    if len(low) != len(folded.text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in folded.text)
    return folded, low


def find_deadlines(text: str, language: str, said: date, field: str = "text") -> list[Due]:
    """Every deadline of `text`, in order, as seen from the day `said`; kk in any of its three scripts.

    None in a language without words for it, and none whose words stand inside a quoted name.
    """
    if language not in ("kk", "ru", "en") or not 1000 < said.year < 9000:  # no page is of such a day
        return []
    folded, low = folded_low(text, language)
    names = [match.span() for match in QUOTED.finditer(low)]
    found = []
    for one in [*_by_period(folded.text, low, language, said), *spans(low, language, said)]:
        if any(start <= one.start < end for start, end in names):
            continue
        start, end = folded.original(one.start), folded.original(one.end - 1) + 1
        found.append(
            Due(
                field=field, start=start, end=end, words=text[start:end], last=one.last, strict=one.strict,
                precision=one.precision, limit=one.limit, rule=one.rule,
            )
        )  # fmt: skip
    return sorted(found, key=lambda due: (due.start, due.end))


def _by_period(text: str, low: str, language: str, said: date) -> list[Due]:
    found = []
    for one in periods(text, low, language, said):
        if _begins(low, language, one):
            continue
        around = _setting(low, language, one)
        if one.bare and around.edge not in ("end", "middle"):
            continue
        last, strict = _last(one, around)
        named = "until" if around.limit else "in"
        rule = f"{around.edge} of: {one.name}" if around.edge else f"{named}: {one.name}"
        found.append(
            Due(
                field="", start=around.start, end=around.end, words="", last=last, strict=strict,
                precision=one.precision, limit=around.limit or around.edge == "end", rule=rule,
            )
        )  # fmt: skip
    return found


def _last(one: Period, around: Setting) -> tuple[date, date | None]:
    """The last day in time, and that of the strict reading where it differs."""
    before = one.first - timedelta(days=1)
    begins = one.name in BEGINS
    if around.edge == "middle":
        return one.first + (one.last - one.first) * 2 // 3, None
    if around.edge == "start" and not (around.limit or begins):
        soon = one.first + (one.last - one.first) // 4
        return (soon if one.name != "year" else date(one.first.year, 3, 31)), None  # "early 2026": its first quarter
    if around.edge == "start" or (around.limit and begins and not around.edge):
        return one.first, None
    if around.limit and not around.edge and one.name == "season":
        return before, None
    strict = around.limit and not around.edge and one.name in ("year", "month", "quarter", "half")
    return one.last, before if strict else None


def _begins(low: str, language: str, one: Period) -> bool:
    """Whether it tells from when, or what another year is compared with."""
    before, behind = _beginnings(language)
    return bool(before.search(low[max(0, one.start - BESIDE) : one.start]) or behind.match(low, one.end))


def _setting(low: str, language: str, one: Period) -> Setting:
    before, behind = _around(language)
    ahead = before.search(low[max(0, one.start - BESIDE) : one.start])
    after = behind.match(low, one.end)
    edge = next((name for match in (ahead, after) if match for name, told in match.groupdict().items()
                 if told and name != "limit"), "")  # fmt: skip
    limit = any(match["limit"] for match in (ahead, after) if match)
    told = [match for match in (ahead, after) if match and any(match.groupdict().values())]
    start = one.start - len(ahead[0]) if ahead in told and ahead else one.start
    end = after.end() if after in told and after else one.end
    return Setting(limit, edge, start, end)


@cache
def _around(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    w = words(language)
    fillers = rf"(?:{any_of(w.fillers)}\s+)*"
    before = "|".join(rf"(?P<{name}>{any_of(getattr(w.edges, name))})" for name in ("end", "start", "middle"))
    behind = "|".join(rf"(?P<{name}>{any_of(getattr(w.edges_behind, name))})" for name in ("end", "start", "middle"))
    return (
        re.compile(rf"(?<!\w)(?:(?P<limit>{any_of(w.limits)})\s+)?{fillers}(?:(?:{before})\s*)?{fillers}$"),
        re.compile(rf"(?:\s*-?\s*(?:{behind})(?!\w))?(?:\s+(?P<limit>{any_of(w.limits_behind)})(?!\w))?"),
    )


@cache
def _beginnings(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    w = words(language)
    edges = any_of([*w.edges.start, *w.edges.middle, *w.edges.end])
    opened = any_of([*w.since, *w.compared])
    return (
        re.compile(rf"(?<!\w){opened}\s+(?:{any_of(w.fillers)}\s+)*(?:{edges}\s*)?(?:{any_of(w.fillers)}\s+)*$"),
        re.compile(rf"\s+(?:{any_of([*w.since_behind, *w.compared_behind])})(?!\w)"),
    )
