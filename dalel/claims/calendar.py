"""The dates of a page that a number may hold for, and the day the page itself speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dalel.claims.lexicon import Cue
from dalel.claims.page import Page, Passage, Sentence
from dalel.claims.phrases import any_of
from dalel.dates import DateMention, Relative, find_dates, find_relative

QUOTES, OPENING = '«»“”"', '«“"'
QUOTED = 60  # characters of a quoted name before a date in it
BEGAN = re.compile(
    rf"(?:{any_of('dates', 'compared')}\w+\s+{any_of('dates', 'compared_with')}"
    rf"|{any_of('dates', 'compared_alone')}\w+)\s*$"
)
SCHOOL_YEAR = re.compile(rf"\s*{any_of('dates', 'school_year')}")
YEARS = re.compile(r"\d{4}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
COMPARED = re.compile(
    rf"(?<!\w)(?:(?:{any_of('dates', 'rise')}|{any_of('dates', 'was')}\w+) [\d.,\s]+(?:\w+\s+){{0,3}}"
    rf"{any_of('dates', 'inside')}\s+$|{any_of('dates', 'than')}\s+$)"
)  # "up from 310,000 in 2024": the year is that of the other number alone
LOOK_BACK = 100  # characters beside a date in which words give it another meaning
NEAREST = 30  # dates of a sentence on either side of a number that may be its own
SINCE = re.compile(rf"{any_of('dates', 'since')}\s+$")
AT_ONCE = 14  # characters of a sentence in which the year it speaks of stands: "2025 жылы елімізде …"
DATELINE = 60  # characters of the text in which its own date stands


@dataclass(frozen=True, slots=True)
class When:
    """An as-of date and what told it: the words between two offsets (as printed) of a passage, or, with no passage, the
    day the page speaks of.
    """

    edtf: str
    passage: Passage | None
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The day the page speaks of; `told`: it says that something was told on it; `session`: it reports a session."""

    day: date | None
    told: bool
    session: bool


def reference(page: Page) -> Reference:
    """Publication day, else the first full date of the text, else a date without year in the last year it names."""
    day = page.document.published or _first_day(page) or _yearless_day(page)
    session = any(cue.label == "session" for cue in page.cues("times"))
    return Reference(day, _told(page, day), session)


class Calendar:
    """What the page's dates are for: periods, deadlines, school years; dates in names of programmes are left out."""

    def __init__(self, page: Page, said: Reference) -> None:
        self.said = said
        self.passages = {passage.field: passage for passage in page.passages}
        self._deadlines: dict[tuple[str, int], bool] = {}
        self.found = {
            passage.field: [one for one in _all(passage, said.day) if self._counts(passage, one)]
            for passage in page.passages
        }
        self.by_sentence: dict[tuple[str, int], list[DateMention]] = {}
        for passage in page.passages:
            for one in self.found[passage.field]:
                self.by_sentence.setdefault((passage.field, self._sentence(passage, one).number), []).append(one)
        self.told: dict[str, dict[int, list[Relative]]] = {}
        self.period, self.period_paragraph = self._period(page)
        self.year = self._year(page)
        self.soon = any(cue.label == "soon" for cue in page.cues("times"))
        self.year_end = any(cue.label == "year_end" for cue in page.cues("times"))  # results of the year
        self.deadline_of_page = self._only_deadline(page)

    def dates(self, passage: Passage, sentence: Sentence) -> list[DateMention]:
        """Dates of a sentence that say what they mean without the publication date."""
        return self.by_sentence.get((passage.field, sentence.number), [])

    def near(self, passage: Passage, sentence: Sentence, place: int) -> list[DateMention]:
        """Those of them next to the offset `place` (as printed), at most NEAREST on either side."""
        found = self.dates(passage, sentence)
        if len(found) <= NEAREST:
            return found
        at = bisect_left(found, place, key=lambda one: one.start)
        return found[max(0, at - NEAREST) : at + NEAREST]

    def relative(self, passage: Passage, sentence: Sentence) -> list[Relative]:
        """Dates of a sentence told from the day of the page: "в прошлом году", "вчера", "за 9 месяцев"."""
        if passage.field not in self.told:
            by_sentence: dict[int, list[Relative]] = {}
            for one in find_relative(passage.text, passage.language, self.said.day):
                number = passage.sentence_at(passage.folded.folded(one.start)).number
                by_sentence.setdefault(number, []).append(one)
            self.told[passage.field] = by_sentence
        return self.told[passage.field].get(sentence.number, [])

    def relative_near(self, passage: Passage, sentence: Sentence, place: int) -> list[Relative]:
        """Those of them next to the offset `place` (as printed), at most NEAREST on either side."""
        found = self.relative(passage, sentence)
        at = bisect_left(found, place, key=lambda one: one.start)
        return found[max(0, at - NEAREST) : at + NEAREST]

    def compared(self, passage: Passage, one: DateMention) -> bool:
        """Whether a date is that of another number this one is compared with: "больше, чем в 2021 году"."""
        end = passage.folded.folded(one.start)
        return COMPARED.search(passage.low, max(0, end - LOOK_BACK), end) is not None

    def to_come(self, one: DateMention) -> bool:
        """Whether it lies after the day the page speaks of."""
        first = one.edtf.split("/")[0]
        return self.said.day is not None and first > self.said.day.isoformat()[: len(first)]

    def edtf(self, passage: Passage, one: DateMention) -> str:
        """The date as a claim carries it: a school year's beginning is September, "с начала" runs to the page's
        month.
        """
        labels = {cue.label for cue in self._cues_at(passage, one) if self._just_before(passage, cue.end, one, 12)}
        if school_year(passage, one):
            return f"{one.edtf[:4]}-09" if "start_of_year" in labels else one.edtf
        if "since_start" in labels and self.said.day is not None:
            begin = f"{one.edtf}-01" if len(one.edtf) == 4 else one.edtf
            return f"{begin}/{self.said.day:%Y-%m}"
        return one.edtf

    def ahead(self, one: DateMention) -> str:
        """A date without a printed year as a plan means it: not before the day the page speaks of."""
        day = self.said.day
        if day is None or one.basis == "printed" or one.edtf >= f"{day:%Y-%m-%d}"[: len(one.edtf)] or "/" in one.edtf:
            return one.edtf
        return f"{int(one.edtf[:4]) + 1}{one.edtf[4:]}"

    def told_by(self, edtf: str, rule: str) -> When | None:
        """Where the page first names a date; None where it does not (it can only have been asked for one it names)."""
        for field, found in self.found.items():
            for one in found:
                if self.passages[field] and edtf in (one.edtf, self.edtf(self.passages[field], one)):
                    return When(edtf, self.passages[field], one.start, one.end, rule)
        for passage in self.passages.values():
            for sentence in passage.sentences:
                for told in self.relative(passage, sentence):
                    if told.edtf == edtf:
                        return When(edtf, passage, told.start, told.end, rule)
        return None

    def deadline(self, passage: Passage, one: DateMention) -> bool:
        """Whether it says until when: "до 1 сентября", "1 қыркүйекке дейін"."""
        place = passage.field, one.start
        if place not in self._deadlines:
            end = passage.folded.folded(one.end - 1) + 1
            cues = [cue for cue in self._cues_at(passage, one) if cue.label == "until"] if "/" not in one.edtf else []
            self._deadlines[place] = any(
                self._just_before(passage, cue.end, one, 2) or 0 <= cue.start - end <= 3 for cue in cues
            )
        return self._deadlines[place]

    def _cues_at(self, passage: Passage, one: DateMention) -> Sequence[Cue]:
        start, end = passage.folded.folded(one.start), passage.folded.folded(one.end - 1)
        return passage.cues_near(self._sentence(passage, one), "times", start - LOOK_BACK, end + LOOK_BACK)

    def _just_before(self, passage: Passage, end: int, one: DateMention, reach: int) -> bool:
        return 0 <= passage.folded.folded(one.start) - end <= reach

    def _sentence(self, passage: Passage, one: DateMention) -> Sentence:
        return passage.sentence_at(passage.folded.folded(one.start))

    def _counts(self, passage: Passage, one: DateMention) -> bool:
        """Not in a quoted name, not a base of comparison, not the dateline, not without a year."""
        line = passage.text.rfind("\n", 0, one.start) + 1
        opened = max(passage.text.rfind(mark, max(line, one.start - QUOTED), one.start) for mark in QUOTES)
        named = opened >= 0 and passage.text[opened] in OPENING and "»" in passage.text[one.end : one.end + 12]
        end = passage.folded.folded(one.start)
        compared = BEGAN.search(passage.low, max(0, end - LOOK_BACK), end) is not None
        dateline = (
            passage.field == "text"
            and one.start < DATELINE
            and one.edtf == (self.said.day.isoformat() if self.said.day else "")
        )
        return not (named or compared or dateline or "X" in one.edtf)

    def _period(self, page: Page) -> tuple[str | None, int]:
        """The one period of several years, or since a year's beginning, that the page reports on, and the paragraph
        of the text that names it first.
        """
        periods: dict[str, int] = {}
        for passage in page.passages:
            for one in self.found[passage.field]:
                edtf = self.edtf(passage, one)
                if "/" in edtf and not school_year(passage, one) and not self.deadline(passage, one):
                    at = self._sentence(passage, one).paragraph if passage.field == "text" else 0
                    periods.setdefault(edtf, at)
        return next(iter(periods.items())) if len(periods) == 1 else (None, 0)

    def _year(self, page: Page) -> str | None:
        """The year that the headline or the first sentence begins with, where it is not the page's own."""
        for passage in page.passages:
            for sentence in passage.sentences[:2] if passage.field == "text" else passage.sentences[:1]:
                for told in self.relative(passage, sentence):
                    last = told.kind == "year" and self.said.day and told.edtf < str(self.said.day.year)
                    if last and told.start - sentence.start < AT_ONCE:
                        return told.edtf
                for one in self.dates(passage, sentence):
                    if len(one.edtf) == 4 and one.start - sentence.start < AT_ONCE and not self.deadline(passage, one):
                        return one.edtf
        return None

    def _only_deadline(self, page: Page) -> str | None:
        found = {
            one.edtf for passage in page.passages for one in self.found[passage.field] if self.deadline(passage, one)
        }
        return next(iter(found)) if len(found) == 1 else None


def school_year(passage: Passage, one: DateMention) -> bool:
    """Whether a pair of years is a school year."""
    start, end = passage.folded.folded(one.start), passage.folded.folded(one.end - 1) + 1
    return SCHOOL_YEAR.match(passage.low, end) is not None or SCHOOL_YEAR.search(passage.low, start, end) is not None


def _all(passage: Passage, day: date | None) -> list[DateMention]:
    settled = day is None or passage.published is not None or all("X" not in one.edtf for one in passage.dates)
    found = passage.dates if settled else find_dates(passage.text, passage.language, day)
    return [_since(passage, one, day) for one in found]


def _since(passage: Passage, one: DateMention, day: date | None) -> DateMention:
    """ "since January": the months from the last January on."""
    end = passage.folded.folded(one.start)
    begins = SINCE.search(passage.low, max(0, end - LOOK_BACK), end)
    if day is None or begins is None or one.basis == "printed" or len(one.edtf) != len("2025-01"):
        return one
    year = day.year if one.edtf[5:] <= f"{day:%m}" else day.year - 1
    return replace(one, edtf=f"{year}-{one.edtf[5:]}/{day:%Y-%m}")


def _first_day(page: Page) -> date | None:
    return next((day for passage in page.passages for one in passage.dates if (day := _as_day(one.edtf))), None)


def _yearless_day(page: Page) -> date | None:
    text = page.passage("text")
    years = [int(year) for passage in page.passages for one in passage.dates for year in YEARS.findall(one.edtf)]
    if text is None or not years:
        return None
    settled = find_dates(text.text, text.language, date(max(years), 12, 31))
    day = next((day for one in settled if one.basis != "printed" and (day := _as_day(one.edtf))), None)
    return day if day and day.year <= max(years) <= min(years) + 1 else None  # a plan for years to come tells no day


def _told(page: Page, day: date | None) -> bool:
    """Whether a sentence says that somebody told something on that very day: "Об этом 4 августа рассказала …"."""
    text = page.passage("text")
    if text is None or day is None:
        return False
    for one in text.dates:
        if one.edtf == day.isoformat() and one.start > DATELINE:
            cues = text.cues_in(text.sentence_at(text.folded.folded(one.start)), "speakers")
            if any(cue.label == "verbs" for cue in cues):
                return True
    return False


def _as_day(edtf: str) -> date | None:
    return date.fromisoformat(edtf) if DAY.fullmatch(edtf) else None
