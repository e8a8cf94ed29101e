"""Sentences with the topic and indicator that each of their numbers has: rows of tests/claims/topics, and what dalel
says of them.

A row is `KIND sentence` or `KIND TITLE || sentence`; a number is written `[number]{answers}`, answers are separated by
"|": `topic.indicator`, `topic` (and no indicator) or `-` (neither); " / " begins a new paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.spelling import scripts
from dalel.extraction.claims import find_claims
from dalel.languages.identify import identify
from dalel.paths import PROJECT
from dalel.records import Claim, Document
from dalel.topics import Topic, load_topics

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
        """The row in another script ("latin-2018" …), its numbers at the corresponding places."""
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


def main() -> None:
    """Prints every wrong number and the share right, by kind and by file."""
    topics = load_topics()
    right: dict[str, list[bool]] = {}
    for row in rows():
        for number, found in answers(row, topics):
            known = found in number.right or (found is None and (None, None) in number.right)
            for group in (row.kind, row.place.split(":")[0] + row.place.partition(" ")[2]):
                right.setdefault(group, []).append(known)
            if not known:
                print(f"{row.place} {row.kind} [{number.printed}] {found} not {number.right}: {row.text[:110]}")
    for group, judged in sorted(right.items()):
        print(f"{group:<24}{sum(judged):>4} of {len(judged):<4} {sum(judged) / len(judged):.3f}")


if __name__ == "__main__":
    main()
