"""A text to be checked, in whatever form it was written: what it says, and where each character of it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dalel.languages.neighbours import identify_page
from dalel.records import Document, Field


class Paragraph(NamedTuple):
    """One line of a text as a reader sees it, with the offset of each character in the text as given."""

    text: str
    places: Sequence[int]


TELLING = 24  # letters a paragraph needs to say its own language


@dataclass(frozen=True, kw_only=True, slots=True)
class Manuscript:
    """`documents`: what is read, one for each run of paragraphs in one language; `places[n][field]` holds for every
    character of that field of document n its offset in `given`, the text as it was given.
    """

    name: str
    given: str
    documents: Sequence[Document]
    places: Sequence[dict[Field, Sequence[int]]]
    lines: bool = True  # whether `given` is the file itself, so that its lines and columns are the file's

    def span(self, number: int, name: Field, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as given of document[number].field(name)[start:end]."""
        places = self.places[number][name]
        return places[start], max(places[end - 1], places[start]) + 1

    def of_words(self) -> Manuscript:
        """The same of a text whose words were read out of a file that is none: its lines are not the file's."""
        return replace(self, lines=False)


def of_paragraphs(
    name: str, given: str, title: str | None, paragraphs: Sequence[Paragraph], known: Document
) -> Manuscript:
    """A manuscript of paragraphs with the places of their characters; the first is the title where `title` is given.

    `known` holds what else is known of the text: its day, its name. Paragraphs in another language than those before
    them begin a document of their own.
    """
    documents: list[Document] = []
    places: list[dict[Field, Sequence[int]]] = []
    body = list(paragraphs[1:] if title is not None else paragraphs)
    for language, script, run in _runs(body or list(paragraphs[:1])):
        first = title is not None and not documents and bool(body)
        text = "\n".join(line for line, _ in run)
        offsets: list[int] = []
        for _, at in run:
            offsets += [*([offsets[-1] + 1] if offsets else []), *at]
        documents.append(
            replace(
                known,
                document_id=f"{known.document_id}-{len(documents)}",
                title=title if first else None,
                lead=None,
                text=text,
                language=language,
                script=script,  # type: ignore[arg-type]
            )
        )
        places.append({"text": offsets, **({"title": paragraphs[0][1]} if first else {})})
    return Manuscript(name=name, given=given, documents=documents, places=places)


def _runs(
    paragraphs: Sequence[Paragraph],
) -> list[tuple[str, str, list[Paragraph]]]:
    """Paragraphs in a row that are of one language; a short one is of the language before it, or of all."""
    whole = identify_page("\n".join(line for line, _ in paragraphs))
    runs: list[tuple[str, str, list[Paragraph]]] = []
    for line, at in paragraphs:
        told = sum(letter.isalpha() for letter in line) >= TELLING
        language, script = identify_page(line) if told else (runs[-1][:2] if runs else whole)
        if language == "other":
            language, script = runs[-1][:2] if runs else whole
        if runs and runs[-1][0] == language:
            runs[-1][2].append(Paragraph(line, at))
        else:
            runs.append((language, script, [Paragraph(line, at)]))
    return runs
