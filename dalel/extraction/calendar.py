"""The dates of a page that a number may hold for, and the day the page itself speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dalel.dates import DateMention, find_dates
from dalel.extraction.lexicon import Cue
from dalel.extraction.page import Page, Passage, Sentence

QUOTES, OPENING = '«»“”"', '«“"'
BEGAN = re.compile(r"(?:сравнени\w* с|сравнены\w* с|compar\w+ (?:with|to)|салыстыр\w+)\s*$")
SCHOOL_YEAR = re.compile(r"\s*(?:учебн|оқу жыл|school year|academic year)")
YEARS = re.compile(r"\d{4}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Years that dalel.dates leaves alone: bare in English ("T500 billion falls on 2023"), hyphened in Kazakh ("2025-жылы").
YEAR_ONLY = {
    "en": re.compile(
        r"(?<![\w.,$])(?:in|on|over|and|for|to|by|during|of|from|since|until)\s+((?:19|20)\d\d)(?!\d|[.,]\d|\s*(?:tenge|%))"
    ),
    "kk": re.compile(r"(?<!\d)((?:19|20)\d\d)\s?-\s?жыл"),
    "ru": re.compile(r"(?!)"),
}
BESIDE = 100  # characters on either side of a date in which words that go with it begin
AT_ONCE = 14  # characters of a sentence in which the year it speaks of stands: "2025 жылы елімізде …"
NEAREST = 30  # dates of a sentence on either side of a number that may be its own
DATELINE = 60  # characters of the text in which its own date stands


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
        self._deadlines: dict[tuple[str, int], bool] = {}
        self.found = {
            passage.field: [one for one in _all(passage, said.day) if self._counts(passage, one)]
            for passage in page.passages
        }
        self.by_sentence: dict[tuple[str, int], list[DateMention]] = {}
        for passage in page.passages:
            for one in self.found[passage.field]:
                self.by_sentence.setdefault((passage.field, self._sentence(passage, one).number), []).append(one)
        self.period = self._period(page)
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
        return passage.cues_near(self._sentence(passage, one), "times", start - BESIDE, end + BESIDE)

    def _just_before(self, passage: Passage, end: int, one: DateMention, reach: int) -> bool:
        return 0 <= passage.folded.folded(one.start) - end <= reach

    def _sentence(self, passage: Passage, one: DateMention) -> Sentence:
        return passage.sentence_at(passage.folded.folded(one.start))

    def _counts(self, passage: Passage, one: DateMention) -> bool:
        """Not in a quoted name, not a base of comparison, not the dateline, not without a year."""
        line = passage.text.rfind("\n", 0, one.start) + 1
        opened = max(passage.text.rfind(mark, line, one.start) for mark in QUOTES)
        named = opened >= 0 and passage.text[opened] in OPENING and "»" in passage.text[one.end : one.end + 12]
        begin = passage.folded.folded(one.start)
        compared = BEGAN.search(passage.low, max(0, begin - BESIDE), begin) is not None
        dateline = (
            passage.field == "text"
            and one.start < DATELINE
            and one.edtf == (self.said.day.isoformat() if self.said.day else "")
        )
        return not (named or compared or dateline or "X" in one.edtf)

    def _period(self, page: Page) -> str | None:
        """The one period of several years, or since a year's beginning, that the page reports on."""
        periods = set()
        for passage in page.passages:
            for one in self.found[passage.field]:
                edtf = self.edtf(passage, one)
                if "/" in edtf and not school_year(passage, one) and not self.deadline(passage, one):
                    periods.add(edtf)
        return next(iter(periods)) if len(periods) == 1 else None

    def _year(self, page: Page) -> str | None:
        """The year that the headline or the first sentence begins with, where it is not the page's own."""
        for passage in page.passages:
            for sentence in passage.sentences[:2] if passage.field == "text" else passage.sentences[:1]:
                labels = {cue.label for cue in passage.cues_in(sentence, "times") if cue.start - sentence.low < AT_ONCE}
                if self.said.day and "last_year" in labels:
                    return str(self.said.day.year - 1)
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
    found = list(passage.dates if settled else find_dates(passage.text, passage.language, day))
    taken = {place for one in found for place in range(one.start, one.end)}
    for match in YEAR_ONLY[passage.language].finditer(passage.low):
        start, end = passage.folded.original(match.start(1)), passage.folded.original(match.end(1) - 1) + 1
        if start not in taken:
            found.append(DateMention(start, end, match[1], "printed"))
    return _joined(passage, sorted(found, key=lambda one: one.start))


def _joined(passage: Passage, found: list[DateMention]) -> list[DateMention]:
    """ "2024 and 2025" is one period."""
    joined: list[DateMention] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last
            and len(last.edtf) == len(one.edtf) == 4
            and passage.text[last.end : one.start].strip() in ("and", "и", "мен", "және")
        ):
            joined[-1] = DateMention(last.start, one.end, f"{last.edtf}/{one.edtf}", one.basis)
        else:
            joined.append(one)
    return joined


def _first_day(page: Page) -> date | None:
    return next((day for passage in page.passages for one in passage.dates if (day := _as_day(one.edtf))), None)


def _yearless_day(page: Page) -> date | None:
    text = page.passage("text")
    years = [int(year) for passage in page.passages for one in passage.dates for year in YEARS.findall(one.edtf)]
    if text is None or not years:
        return None
    settled = find_dates(text.text, text.language, date(max(years), 12, 31))
    return next((day for one in settled if one.basis != "printed" and (day := _as_day(one.edtf))), None)


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
