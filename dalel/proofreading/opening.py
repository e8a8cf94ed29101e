"""A file or standard input -> a manuscript: Markdown, plain text, HTML, an executed notebook, or what a reader reads.

Offsets are of the text as given: of the decoded file where it is text, of the words read from it where it is not (Word
files, notebooks), line ends counted as one character.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from dalel import readers
from dalel.errors import UnreadableDocument, UnreadableFile
from dalel.languages.neighbours import identify_page
from dalel.proofreading import aligned, notebooks, written
from dalel.proofreading.manuscripts import Manuscript, Paragraph, of_paragraphs
from dalel.readers.encoding import decode
from dalel.readers.formats import formats
from dalel.readers.rows import loose
from dalel.records import Document

STDIN = "-"
TEXTS = (".md", ".markdown", ".txt", ".text")
MARKDOWN = (".md", ".markdown")
NOTEBOOK = ".ipynb"
OURS = "manuscript"  # the source of what is checked and never archived


def manuscript(path: Path) -> Manuscript:
    """The text in a file, or of standard input for "-"; UnreadableFile or UnreadableDocument names it and the cure."""
    name = "standard input" if str(path) == STDIN else str(path)
    payload = _bytes(path)
    try:
        return _read(path, name, payload)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{name}: {error}") from error


def written_text(text: str) -> Manuscript:
    """A text that is at hand, read as Markdown; UnreadableDocument where it has no line."""
    headed, paragraphs = written.markdown(text)
    return _of("text", text.encode("utf-8", "replace"), text, headed, paragraphs)


def _bytes(path: Path) -> bytes:
    if str(path) == STDIN:
        payload = sys.stdin.buffer.read(readers.LARGEST + 1)
    else:
        try:
            if path.exists() and not path.is_file():
                raise UnreadableFile(f"{path} is a device, a pipe or a folder and no file; name a file")
            with path.open("rb") as opened:
                payload = opened.read(readers.LARGEST + 1)
        except OSError as error:
            raise UnreadableFile(f"cannot read {path}: {error.strerror}; name an existing file") from error
    if len(payload) > readers.LARGEST:
        raise UnreadableDocument(f"{path}: it has more than {readers.LARGEST} bytes; split it or leave it out")
    return payload


def _read(path: Path, name: str, payload: bytes) -> Manuscript:
    if not payload.strip():
        raise UnreadableDocument("it is empty: there is nothing to check")
    ending = path.suffix.lower()
    own = next((kind for kind, one in formats().items() if one.recognises(payload)), None)
    if ending == NOTEBOOK:
        return _of(name, payload, *notebooks.paragraphs(decode(payload)), lines=False)
    if own == "html" or (own is None and ending in (".html", ".htm", ".xhtml")):
        return _page(name, path, payload)
    if own is not None or ending not in ("", *TEXTS):
        return _document(name, path, payload)
    given = decode(payload)
    headed, paragraphs = (
        written.markdown(given) if ending in MARKDOWN or str(path) == STDIN else (False, written.plain(given))
    )
    return _of(name, payload, given, headed, paragraphs)


def _page(name: str, path: Path, payload: bytes) -> Manuscript:
    """A page in HTML, its words found again in its source."""
    document = readers.read(payload, loose(path, payload))
    given = decode(payload)
    lines = [line for line in (document.title, document.lead, *document.text.split("\n")) if line]
    placed = aligned.placed(lines, aligned.shown(given))
    return of_paragraphs(name, given, document.title, placed, document)


def _document(name: str, path: Path, payload: bytes) -> Manuscript:
    """What only a reader can open: its words are the text as given."""
    document = readers.read(payload, loose(path, payload))
    given = "\n".join(line for line in (document.title, document.lead, document.text) if line)
    made = of_paragraphs(name, given, document.title, written.plain(given), document)
    return made.of_words()


def _of(
    name: str, payload: bytes, given: str, headed: bool, paragraphs: list[Paragraph], lines: bool = True
) -> Manuscript:
    if not paragraphs:
        raise UnreadableDocument("it has no line of text: there is nothing to check")
    text = "\n".join(one.text for one in paragraphs)
    language, script = identify_page(text)
    digest = hashlib.sha256(payload).hexdigest()
    known = Document(
        document_id=digest[:16],
        url="",
        source=OURS,
        outlet=name,
        title=None,
        lead=None,
        text=text,
        published=None,
        published_basis="unknown",
        language=language,
        script=script,  # type: ignore[arg-type]
    )
    made = of_paragraphs(name, given, paragraphs[0].text if headed else None, paragraphs, known)
    return made if lines else made.of_words()
