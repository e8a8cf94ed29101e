"""Sentences with the topic and indicator that each of their numbers has: rows of tests/claims/topics, and what dalel
says of them. `python -m benchmarks.topic_rows` prints the figures and every wrong number.

A row is `KIND sentence` or `KIND TITLE || sentence`; a number is written `[number]{answers}`, answers are separated by
"|": `topic.indicator`, `topic` (and no indicator) or `-` (neither); " / " begins a new paragraph.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks import floors
from benchmarks.figures import Failure, Figure, share
from benchmarks.spelling import scripts
from dalel.claims.finding import find_claims
from dalel.languages.identify import identify
from dalel.paths import PROJECT
from dalel.records import Claim, Document
from dalel.topics import Topic, load_topics

FILE = PROJECT / "tests" / "floors" / "topics.json"
FOLDER = PROJECT / "tests" / "claims" / "topics"
NUMBER = re.compile(r"\[([^\]]+)\]\{([^}]+)\}")
PUBLISHED = date(2024, 5, 14)
Answer = tuple[str | None, str | None]  # topic, indicator


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a row: where it stands in the text, and the pairs of topic and indicator that are right."""

    start: int
    end: int
    printed: str
    right: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of a kind, with its numbers."""

    place: str  # "ru.txt:12"
    kind: str
    language: str
    title: str | None
    text: str
    numbers: tuple[Number, ...]

    def written(self, script: str) -> Row:
        """The row in another script ("Latin 2018" …), its numbers at the corresponding places."""
        write = scripts.WRITERS[script]
        text, offsets = write(self.text)
        title = write(self.title)[0] if self.title else None
        moved = tuple(
            Number(offsets[one.start], offsets[one.end], text[offsets[one.start] : offsets[one.end]], one.right)
            for one in self.numbers
        )
        return Row(f"{self.place} {script}", self.kind, self.language, title, text, moved)


def rows(folder: Path = FOLDER) -> Iterator[Row]:
    """All rows, Kazakh ones in Cyrillic and in every other script."""
    for path in sorted(folder.glob("*.txt")):
        language = path.stem.split("-")[0]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                row = _row(f"{path.name}:{number}", language, line)
                yield row
                if language == "kk":
                    yield from (row.written(script) for script in sorted(scripts.WRITERS))


def _row(place: str, language: str, line: str) -> Row:
    kind, _, rest = line.partition(" ")
    title, mark, body = rest.partition(" || ")
    body = (body if mark else rest).replace(" / ", "\n")
    text, numbers, end = "", [], 0
    for match in NUMBER.finditer(body):
        text += body[end : match.start()]
        start = len(text)
        text += match[1]
        numbers.append(Number(start, len(text), match[1], tuple(_answer(one) for one in match[2].split("|"))))
        end = match.end()
    text += body[end:]
    return Row(place, kind, language, title if mark else None, text, tuple(numbers))


def _answer(text: str) -> Answer:
    topic = text.partition(".")[0]
    return (None, None) if text == "-" else (topic, text if "." in text else None)


def read(row: Row, topics: Mapping[str, Topic]) -> list[Claim]:
    """The claims of a page that is this row."""
    document = Document(
        document_id="row", url="http://example.example/", source="local", outlet="example", title=row.title, lead=None,
        text=row.text, published=PUBLISHED, published_basis="given", language=row.language,
        script=identify(row.text)[1],
    )  # fmt: skip
    return [claim for claim in find_claims(document, topics) if claim.field == "text"]


def answers(row: Row, topics: Mapping[str, Topic]) -> Iterator[tuple[Number, Answer | None]]:
    """Each number of a row and what is said of it; None where it is no claim."""
    claims = read(row, topics)
    for number in row.numbers:
        found = [claim for claim in claims if claim.start < number.end and number.start < claim.end]
        yield number, (found[0].topic, found[0].indicator) if found else None


def figures(topics: Mapping[str, Topic]) -> list[Figure]:
    """Shares of all numbers of the rows: both right, topic not another one; of indicators: given ones right, due ones
    found; and both right by kind.
    """
    counts: dict[tuple[str, str], tuple[list[bool], list[Failure]]] = {}
    for row in rows():
        written = "second" if row.place.partition(":")[0].endswith("-2.txt") else "sentences"
        for number, found in answers(row, topics):
            topic, indicator = found or (None, None)
            right = (topic, indicator) in number.right
            judged = {"both": right, f"{row.kind} both": right}
            judged["no false topic"] = topic is None or topic in {known for known, _ in number.right}
            if indicator is not None:
                judged["given indicators"] = indicator in {known for _, known in number.right}
            if all(known is not None for _, known in number.right):
                judged["due indicators"] = right
            failure = Failure(row.kind, row.place, f"[{number.printed}] {row.text}", str(number.right), str(found))
            for name, well in judged.items():
                told, failures = counts.setdefault((written, name), ([], []))
                told.append(well)
                failures += [] if well else [failure]
    return [share(*names, len(told), failures) for names, (told, failures) in sorted(counts.items())]


def main() -> None:
    """Prints the figures and every wrong number; `--pin` raises the floors."""
    found = figures(load_topics())
    for figure in found:
        print(f"{figure.key:<40}{figure.hits:>4} of {figure.total:<4} {figure.value:.4f}")
    for failure in (failure for figure in found if figure.measure == "both" for failure in figure.failures):
        print(f"{failure.case} {failure.kind} {failure.found} not {failure.expected}: {failure.text[:110]}")
    if "--pin" in sys.argv[1:]:
        floors.save(floors.raised(floors.load(FILE), found), FILE)


if __name__ == "__main__":
    main()
