"""Claims against gold: `python -m benchmarks.claims` prints the figures, a confusion table per attribute, and every
wrong claim.

The sample pages of the newsroom, the pages of tests/claims/pages, which were written before the rules were read, and
the five source documents of ../shared where they are present. `--pin` raises
the floors in tests/floors/claims.json; `--quiet` leaves out the list of wrong claims.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from benchmarks import floors
from benchmarks.claim_fresh import fresh_figures
from benchmarks.claim_marks import Mark, Marked, sample_marks, seed_marks, strangers
from benchmarks.claim_words import as_of_key, same_as_of, same_place, same_speaker
from benchmarks.corpora import SEEDS, SUBJECTS
from benchmarks.figures import Failure, Figure, share
from dalel.paths import PROJECT
from dalel.records import Claim
from newsroom.pages import load_pages

FILE = PROJECT / "tests" / "floors" / "claims.json"
BARS = {
    "value and unit": 0.98, "modality": 0.95, "unit": 0.95, "measure": 0.90, "status": 0.90, "region": 0.95,
    "place": 0.85, "speaker": 0.80, "as of": 0.75,
}  # fmt: skip
Test = Callable[[Claim, Mark], bool]


def value_and_unit(claim: Claim, gold: Mark) -> bool:
    """Value, upper value and unit as in the gold, which calls units outside its list "other"."""
    upper = Decimal(gold["value_max"]) if gold.get("value_max") else None
    return claim.value == Decimal(gold["value"]) and claim.value_max == upper and unit(claim, gold)


def unit(claim: Claim, gold: Mark) -> bool:
    """The unit, or the counted noun in the singular."""
    return gold["unit"] in (claim.unit, "other")


def _own_word(claim: Claim, gold: Mark) -> bool:
    """A saving that an office reports of itself is "claimed" in the gold; whose word it is, the speaker says."""
    return gold["status"] == "claimed" and claim.status == "actual"


def _of_the_headline(claim: Claim, gold: Mark) -> bool:
    """A headline that names no source may also have who says its figure in the text (../shared/pages/README.md)."""
    rules = [one.rule for one in claim.grounds if one.attribute == "speaker"]
    return gold["speaker"] is None and claim.field != "text" and rules == ["as in the claim it repeats"]


def _when_told(claim: Claim, gold: Mark) -> bool:
    """Where the gold leaves the date open, or at the year, the day of publication may tell it, in Kazakh too; a page
    that prints no day at all may leave it open.
    """
    if gold.get("undated") and claim.as_of is None:
        return True
    published = any(one.attribute == "as_of" and one.field == "published" for one in claim.grounds)
    return published and (gold["as_of"] is None or str(claim.as_of).startswith(str(as_of_key(gold["as_of"]))))


TESTS: Mapping[str, Test] = {
    "value and unit": value_and_unit,
    "modality": lambda claim, gold: claim.modality == gold["modality"],
    "unit": unit,
    "measure": lambda claim, gold: claim.measure == gold["measure"],
    "status": lambda claim, gold: claim.status == gold["status"] or _own_word(claim, gold),
    "region": lambda claim, gold: claim.region == gold["region"],
    "place": lambda claim, gold: same_place(claim.place, gold.get("place")),
    "speaker": lambda claim, gold: same_speaker(claim.speaker, gold["speaker"]) or _of_the_headline(claim, gold),
    "as of": lambda claim, gold: same_as_of(claim.as_of, gold["as_of"]) or _when_told(claim, gold),
    "borders": lambda claim, gold: gold.get("borders") in (None, claim.borders.isoformat() if claim.borders else None),
}
SHOWN: Mapping[str, Callable[[Claim], str]] = {
    "value and unit": lambda claim: f"{claim.value} {claim.unit}",
    "unit": lambda claim: str(claim.unit),
    "as of": lambda claim: str(claim.as_of),
    "borders": lambda claim: str(claim.borders),
}
GOLD_FIELD = {"as of": "as_of", "value and unit": "value"}


def figures(marks: Iterable[Marked], name: str) -> list[Figure]:
    """One figure per attribute over all gold claims; a claim that was not found fails them all."""
    failures: dict[str, list[Failure]] = defaultdict(list)
    total = 0
    for mark in marks:
        total += 1
        for attribute, right in TESTS.items():
            if mark.claim is None or not right(mark.claim, mark.gold):
                failures[attribute].append(failure(mark, attribute))
    return [share(name, attribute, total, failures[attribute]) for attribute in TESTS]


def subject_figures(marks: Sequence[Marked]) -> list[Figure]:
    """The figures of the pages on other subjects than education, with those of their indicators."""
    wrong = [mark for mark in marks if (mark.claim.indicator if mark.claim else None) != mark.gold["indicator"]]
    failures = [failure(mark, "indicator") for mark in wrong]
    return [*figures(marks, "subjects"), share("subjects", "indicator", len(marks), failures)]


def failure(mark: Marked, attribute: str) -> Failure:
    """One wrong attribute of one claim."""
    expected = str(mark.gold.get(GOLD_FIELD.get(attribute, attribute)))
    if attribute == "as of":
        expected = str(as_of_key(mark.gold["as_of"]))
    found = shown(mark.claim, attribute) if mark.claim else "not found"
    return Failure(attribute, mark.page, mark.phrase, expected, found)


def shown(claim: Claim, attribute: str) -> str:
    """The attribute of a claim as the table prints it."""
    return SHOWN[attribute](claim) if attribute in SHOWN else str(getattr(claim, attribute.replace(" ", "_")))


def measured() -> dict[str, list[Figure]]:
    """Name of the set -> its figures."""
    marks = list(sample_marks())
    topics = {name: page.topic for name, page in load_pages().items()}
    sets = {"samples": figures((mark for mark in marks if topics[mark.page] not in SUBJECTS), "samples")}
    sets["subjects"] = subject_figures([mark for mark in marks if topics[mark.page] in SUBJECTS])
    sets["pages"] = fresh_figures(TESTS, shown)
    if SEEDS.is_dir():
        sets["seeds"] = figures(seed_marks(), "seeds")
    return sets


def print_table(sets: Mapping[str, Sequence[Figure]]) -> None:
    """Figures and bars, one attribute a line."""
    for name, listed in sets.items():
        print(f"\n{name}")
        for figure in listed:
            bar = BARS.get(figure.measure)
            below = "  below the bar" if bar is not None and figure.value < bar else ""
            counts = f"{figure.hits:>4} of {figure.total:<4}"
            print(f"  {figure.measure:<16}{counts}{figure.value:7.3f}  bar {bar or '-'}{below}")


def print_confusion(listed: Sequence[Figure]) -> None:
    """Per attribute what was read instead of what, the most frequent first."""
    for figure in listed:
        pairs = Counter((f.expected, f.found) for f in figure.failures)
        print(f"\n{figure.measure}: {len(figure.failures)} wrong")
        for (expected, found), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:30]:
            print(f"  {count:>3} x {expected[:60]} read as {found[:60]}")


def print_wrong(listed: Sequence[Figure]) -> None:
    """Every wrong claim with all that is wrong about it."""
    wrong: dict[tuple[str, str], list[Failure]] = defaultdict(list)
    for figure in listed:
        for one in figure.failures:
            wrong[one.case, one.text].append(one)
    for (case, text), failures in wrong.items():
        print(f"\n{case}: {text}")
        for one in failures:
            print(f"    {one.kind}: {one.expected} read as {one.found}")


def print_strangers() -> None:
    """Claims on the sample pages that the gold does not have."""
    print("\nclaims that touch no gold claim")
    for page, claim in strangers():
        print(f"  {page} {claim.field}: «{claim.quote}» {claim.unit} in: {claim.sentence}")


def main() -> None:
    """Print the tables; with --pin raise the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    sets = measured()
    if not options.quiet:
        for listed in sets.values():
            print_wrong(listed)
            print_confusion(listed)
        print_strangers()
    print_table(sets)
    if options.pin:
        pin(sets, FILE)


def pin(sets: Mapping[str, Sequence[Figure]], file: Path) -> None:
    """Raises the floors to what was measured."""
    floors.save(floors.raised(floors.load(file), [figure for listed in sets.values() for figure in listed]), file)


if __name__ == "__main__":
    main()
