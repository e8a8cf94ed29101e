"""Pages written for the claim rules before anyone tuned them: gold and document of every file of tests/claims/pages.

`[default]` holds what most claims of the page share. A gold attribute may be a list: a careful reader could say any of
them. as_of "unsaid" (also the default) means that the page does not say when: none, or the publication date as day,
month or year. "none" stands for no speaker and no place. Claims marked `optional` are not counted.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.claim_marks import Mark, Marked, topics
from benchmarks.figures import Failure, Figure, share
from dalel.claims.finding import find_claims
from dalel.languages.identify import identify
from dalel.paths import PROJECT
from dalel.records import Claim, Document
from dalel.transliteration import fold

FOLDER = PROJECT / "tests" / "claims" / "pages"
Test = Callable[[Claim, Mark], bool]
FIELDS = {"as of": "as_of", "value and unit": "unit"}  # of the gold, where they are not called as the attribute
WHERE_STATED = ("counted", "indicator", "borders")  # attributes that not every gold claim states
COMMON = {"at": "text", "modality": "exact", "status": "actual", "place": "none", "speaker": "none", "as_of": "unsaid"}


def fresh_figures(tests: Mapping[str, Test], shown: Callable[[Claim, str], str]) -> list[Figure]:
    """One figure per attribute over the gold claims of all pages, by the same tests as on the samples, and two more:
    the words that name what is counted, and the indicator.
    """
    failures: dict[str, list[Failure]] = defaultdict(list)
    total: Counter[str] = Counter()
    for mark in fresh_marks():
        for attribute in (*tests, *OWN_TESTS):
            field = FIELDS.get(attribute, attribute)
            if attribute in WHERE_STATED and field not in mark.gold:
                continue
            total[attribute] += 1
            test = OWN_TESTS.get(attribute) or tests[attribute]
            said = [{**mark.gold, field: value} for value in _meant(mark.gold[field], mark.gold["published"])]
            if mark.claim is None or not any(test(mark.claim, gold) for gold in said):
                found = shown(mark.claim, attribute) if mark.claim else "not found"
                failures[attribute].append(Failure(attribute, mark.page, mark.phrase, str(mark.gold[field]), found))
    return [share("pages", attribute, total[attribute], failures[attribute]) for attribute in total]


def _counted(claim: Claim, gold: Mark) -> bool:
    """Whether the noun of the gold stands in the words found, in any script."""
    if claim.counted is None:
        return False
    wanted, found = (fold(words).text.lower() for words in (gold["counted"], claim.counted))
    return wanted in found or all(any(w[:STEM] == f[:STEM] for f in found.split()) for w in wanted.split())


STEM = 4  # letters that a word keeps in every case: the gold has it as printed, the claim in the nominative
OWN_TESTS: Mapping[str, Test] = {"counted": _counted, "indicator": lambda c, gold: c.indicator == gold["indicator"]}


def _meant(value: Any, published: date | None) -> list[Any]:
    """Everything a gold attribute allows: each of a list, None for "none", the page's own time for "unsaid"."""
    found: list[Any] = []
    for one in value if isinstance(value, list) else [value]:
        day = published.isoformat() if published else ""
        found += [None, day, day[:7], day[:4]] if one == "unsaid" else [None if one == "none" else one]
    return found


def fresh_marks(folder: Path = FOLDER) -> Iterator[Marked]:
    """The gold claims of every page with the claim that was found at the place of each."""
    for file in sorted(folder.glob("*.toml")):
        yield from page_marks(file)


def page_marks(file: Path) -> Iterator[Marked]:
    """The gold claims of one page, in the order of the file."""
    page = tomllib.loads(file.read_text("utf-8"))
    document = read_page(file.stem, page)
    claims = find_claims(document, topics())
    for row in page["claims"]:
        gold = {"published": page.get("published"), **COMMON, **page["default"], **row}
        start, end = place(document, gold)
        if not gold.get("optional"):
            yield Marked(file.stem, f"«{gold['phrase']}»", gold, _there(claims, gold, start, end))


def read_page(name: str, page: Mapping[str, Any]) -> Document:
    """The document of a page file, as a reader would hand it on."""
    return Document(
        document_id=name,
        url=f"http://{name}.example/",
        source="local",
        outlet=page["outlet"],
        title=page["title"],
        lead=page["lead"] or None,
        text=page["text"].strip(),
        published=page.get("published"),
        published_basis="given",
        language=page["language"],
        script=identify(page["text"])[1],
    )


def place(document: Document, gold: Mapping[str, Any]) -> tuple[int, int]:
    """Where the phrase of a gold claim stands in its field; ValueError where it does not."""
    start = document.field(gold["at"]).index(gold["phrase"])
    return start, start + len(gold["phrase"])


def _there(claims: list[Claim], gold: Mapping[str, Any], start: int, end: int) -> Claim | None:
    here = [c for c in claims if c.field == gold["at"] and c.core_start < end and start < c.core_end]
    return next((claim for claim in here if claim.value == Decimal(gold["value"])), None)
