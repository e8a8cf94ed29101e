"""KazNERD (validation split, ISSAI, CC BY 4.0): spans of numbers in Kazakh, and values of spelled-out numbers.

Spans are whole tokens with approximator, currency word and case suffix inside (guideline of the corpus, sections 3, 13,
18, 23 and list V); ours follow the same convention, see NOTES.md for the places where they do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import reading
from benchmarks.corpora import Row, rows
from benchmarks.figures import Failure, Figure, share
from benchmarks.spans import Span, score, touching

LABELS = ("MONEY", "PERCENT", "QUANTITY", "CARDINAL")


def kaznerd_valid(read: reading.Reader) -> list[Figure]:
    """Exact and overlap F1 of every label."""
    gold_rows = rows("kaznerd_valid")
    predicted = [reading.spans(read, row["text"], row["lang"]) for row in gold_rows]
    gold = [[(start, end, label) for start, end, label in row["spans"]] for row in gold_rows]
    figures = []
    for label, tally in score(zip(predicted, gold, strict=True), LABELS).items():
        failures = [
            failure
            for row, ours, theirs in zip(gold_rows, predicted, gold, strict=True)
            for failure in differences(row, ours, theirs, label)
        ]
        for mode, hits in (("exact", tally.exact), ("overlap", tally.overlap)):
            listed = failures if mode == "exact" else [f for f in failures if not f.kind.endswith("boundary")]
            figures.append(Figure("kaznerd_valid", f"{label} {mode}", tally.f1(mode), hits, tally.gold, listed))
    return figures


def differences(row: Row, ours: Sequence[Span], theirs: Sequence[Span], label: str) -> list[Failure]:
    """Every span of `label` on which the row's gold and our reading disagree, and what stands in its place."""
    text = row["text"]
    failures = []
    for start, end, _ in sorted(span for span in theirs if span[2] == label and span not in ours):
        found = [ours[index] for index in touching((start, end), [span[:2] for span in ours])]
        kind = f"{label} boundary" if any(span[2] == label for span in found) else f"{label} missed"
        if found and kind.endswith("missed"):
            kind = f"{label} labelled {found[0][2]}"
        failures.append(Failure(kind, row["id"], around(text, start, end), text[start:end], show(text, found)))
    for start, end, _ in sorted(span for span in ours if span[2] == label and span not in theirs):
        gold = [theirs[index] for index in touching((start, end), [span[:2] for span in theirs])]
        if not any(span[2] == label for span in gold):
            failures.append(
                Failure(f"{label} extra", row["id"], around(text, start, end), show(text, gold), text[start:end])
            )
    return failures


def kaznerd_values_valid(read: reading.Reader) -> list[Figure]:
    """Share of expressions read exactly, alone and inside their sentence."""
    cases = rows("kaznerd_values_valid")
    alone, inside = [], []
    for case in cases:
        found = list(reading.values(reading.labelled(read, case["text"], case["lang"], None)))
        if not reading.same(found, case["values"]):
            alone.append(Failure("value", case["id"], case["text"], str(case["values"]), str(found)))
        found = inside_context(read, case)
        if not reading.same(found, case["values"]):
            inside.append(Failure("value in context", case["id"], case["context"], case["text"], str(found)))
    return [
        share("kaznerd_values_valid", "value", len(cases), alone),
        share("kaznerd_values_valid", "value in context", len(cases), inside),
    ]


def inside_context(read: reading.Reader, case: Row) -> list[float]:
    """Values of the quantities overlapping the expression in its sentence; of several occurrences the best read."""
    found = reading.labelled(read, case["context"], case["lang"], None)
    spans = [(q.start, q.end) for q in found]
    values: list[float] = []
    start = case["context"].find(case["text"])
    while start >= 0:
        there = touching((start, start + len(case["text"])), spans)
        values = list(reading.values(found[index] for index in there))
        if reading.same(values, case["values"]):
            return values
        start = case["context"].find(case["text"], start + 1)
    return values


def around(text: str, start: int, end: int, reach: int = 40) -> str:
    """The passage with the expression marked."""
    return f"{text[max(0, start - reach) : start]}⟦{text[start:end]}⟧{text[end : end + reach]}"


def show(text: str, spans: Sequence[Span]) -> str:
    """The spans as words with their labels."""
    return ", ".join(f"{text[start:end]} {label}" for start, end, label in spans) or "nothing"
