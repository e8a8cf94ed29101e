"""Is something told as done that lies after the day on which the page was published?

Plans, needs and contracts may lie ahead; what is said to be done may not. A year after the next is noted even there
where no day of publication is known beside that of the capture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dalel.checks.foundation.case import Case, pages, sentences
from dalel.checks.foundation.examples import Example, Page, silent
from dalel.checks.foundation.findings import finding
from dalel.checks.foundation.words import says
from dalel.records import Claim, Document, Finding

ROLE = "plausibility"
CHECK = "possible_date"
AHEAD = ("planned", "needed", "contracted", "in_progress")
_NUMBERED = r"(?:19[89]|20\d)\d"
_YEAR = re.compile(rf"(?<!\d){_NUMBERED}(?=\s*-?(?:г\.|год|жыл|ж\.|jyl|جىل))|(?<=\bin ){_NUMBERED}(?!\d)")

_DAY = date(2024, 5, 20)

EXAMPLES = (
    Example(
        pages=[Page(text="В 2034 году построили [40 школ|40 school institution_count].", published=_DAY)],
        says=[("conflict", "date-ahead")],
    ),
    Example(
        pages=[Page(text="Построили [40 школ|40 school institution_count as_of=2029-03].", published=_DAY)],
        says=[("conflict", "date-ahead")],
    ),
)
NOT_EXAMPLES = (
    Example(
        pages=[Page(text="В 2034 году построят [40 школ|40 school institution_count status=planned].", published=_DAY)]
    ),
    Example(pages=[Page(text="В 2024 году построили [40 школ|40 school institution_count].", published=_DAY)]),
    Example(pages=[Page(text="К 2030 году будет построено [40 школ|40 school institution_count].", published=_DAY)]),
    silent("В 2034 году построили [40 школ|40 school institution_count]."),
    # a count that looks like a year
    Example(pages=[Page(text="Установили [2085|2085 camera device_count], все работают.", published=_DAY)]),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per sentence that tells of such a year."""
    for document_id, claims in pages(case).items():
        document = case.documents[document_id]
        day = document.published or document.captured
        if day is None:
            continue
        for group in sentences(claims):
            late = [claim for claim in group if claim.status not in AHEAD and claim.status is not None]
            if late and len(late) == len(group) and (year := _ahead(late, document, day)):
                yield finding(CHECK, "conflict", "date-ahead", {"stated": late}, {"year": year, "day": day.isoformat()})


def _ahead(claims: Sequence[Claim], document: Document, day: date) -> str | None:
    """The year after that of `day` that the sentence tells; a count of 2 085 is no year."""
    claim = claims[0]
    if says(claim.sentence, document.language, "levels", "ahead"):
        return None
    counted = [range(one.start - one.sentence_start, one.end - one.sentence_start) for one in claims]
    found = _YEAR.finditer(claim.sentence)
    years = [int(match[0]) for match in found if not any(match.start() in span for span in counted)]
    if claim.as_of and claim.as_of[:4].isdecimal() and "/" not in claim.as_of:
        years.append(int(claim.as_of[:4]))
    later = [year for year in years if year > day.year]
    return str(later[0]) if later else None
