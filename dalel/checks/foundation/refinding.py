"""Whether a sentence stands in archived bytes: both are brought to one plain form and compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from dalel.characters import unescaped, without_unseen
from dalel.checks.foundation.decoding import decodings
from dalel.checks.foundation.rows import stands_in_row
from dalel.checks.foundation.visible import Reading, read_html, read_json
from dalel.records import Capture, Claim

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CONTEXT = 40  # characters on either side of a number that must stand with it where its sentence is interrupted
_SPACE = re.compile(r"\s+")
_LOOSE_SPACE = re.compile(r"(?<!\d) | (?!\d)")
_ESCAPED_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HYPHEN = re.compile(r"(?<=\w)-\n(?=\w)")


def plain_text(text: str) -> str:
    """Composed letters, without invisible characters (soft hyphens, zero widths, direction marks), single spaces."""
    composed = unicodedata.normalize("NFC", text)
    return _SPACE.sub(" ", without_unseen(composed)).strip()


def squeezed(text: str) -> str:
    """Plain text without spaces, except between digits: "4 360" and "4360" may be two different statements."""
    return _LOOSE_SPACE.sub("", text)


def bare(text: str) -> str:
    """Squeezed text without tags and entities that it spells out.

    Markup written about ("&lt;script&gt;") and markup escaped twice by a site look alike; a reader may take either for
    the other, so that both sides are compared without it.
    """
    return squeezed(plain_text(_ESCAPED_TAG.sub(" ", unescaped(text))))


class Haystack:
    """One reading of one payload, in the forms in which it is searched; each is made when first needed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def shown(self) -> str:
        return plain_text(self._reading.shown)

    @cached_property
    def rows(self) -> list[str]:
        return [plain_text(row) for row in self._reading.rows]

    @cached_property
    def shown_squeezed(self) -> str:
        return squeezed(self.shown)

    @cached_property
    def shown_bare(self) -> str:
        return bare(self._reading.shown)

    @cached_property
    def carried_bare(self) -> str:
        return bare(self._reading.carried)

    @cached_property
    def carried_squeezed(self) -> str:
        return squeezed(plain_text(self._reading.carried))


def haystacks(payload: bytes, capture: Capture) -> Iterator[Haystack]:
    """Every reading of these bytes that their media type allows, likeliest first."""
    kind = capture.media_type.lower()
    if kind in (PDF, DOCX, XLSX):
        yield from _release(payload, kind)
        return
    for text in decodings(payload, capture.charset):
        if "json" in kind:
            try:
                yield Haystack(read_json(text))
            except ValueError:
                continue
        elif "html" in kind or "xml" in kind:
            yield Haystack(read_html(text))
        else:
            yield Haystack(Reading(text, rows=tuple(text.splitlines())))


def _release(payload: bytes, kind: str) -> Iterator[Haystack]:
    from dalel.checks.foundation.releases import read_docx, read_pdf, read_xlsx

    reading = {PDF: read_pdf, DOCX: read_docx, XLSX: read_xlsx}[kind](payload)
    yield Haystack(reading)
    yield Haystack(Reading(_HYPHEN.sub("", reading.shown)))


def stands_whole(claim: Claim, haystack: Haystack) -> bool:
    """True where the sentence stands on the page in one piece."""
    sentence = plain_text(claim.sentence)
    if sentence and (sentence in haystack.shown or squeezed(sentence) in haystack.shown_squeezed):
        return True
    return _holds_number(claim) and bare(claim.sentence) in haystack.shown_bare


def _holds_number(claim: Claim) -> bool:
    """True where the number is no part of a tag that the sentence spells out."""
    at = claim.start - claim.sentence_start
    before, after = claim.sentence[:at], claim.sentence[at + len(claim.quote) :]
    return bool(claim.quote) and bare(claim.sentence) != bare(f"{before} {after}")


def stands_interrupted(claim: Claim, haystack: Haystack) -> bool:
    """True where the number stands there with the words around it, though its sentence is interrupted."""
    at = claim.start - claim.sentence_start
    before, after = claim.sentence[max(at - CONTEXT, 0) : at], claim.sentence[at + len(claim.quote) :][:CONTEXT]
    context = squeezed(plain_text(before + claim.quote + after))
    longer = len(context) > len(squeezed(plain_text(claim.quote)))
    return longer and context in haystack.shown_squeezed


def is_cell(claim: Claim, haystack: Haystack) -> bool:
    """True where the number stands in a row of a table with its label, and its heading on the page."""
    return stands_in_row(claim, haystack.rows, haystack.shown)


def is_carried(claim: Claim, haystack: Haystack) -> bool:
    """True where the sentence stands in the page's metadata."""
    sentence = squeezed(plain_text(claim.sentence))
    if sentence and sentence in haystack.carried_squeezed:
        return True
    return _holds_number(claim) and bare(claim.sentence) in haystack.carried_bare
