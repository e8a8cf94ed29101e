"""Documents made in a line, and the sample pages as the readers read them from the sample archive."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from dalel import archive, readers
from dalel.records import Document
from newsroom.catalogue import load_catalogue
from newsroom.pages import load_pages

RAW = Path(__file__).resolve().parents[2] / "data" / "raw"


@pytest.fixture
def document():
    """document("d1", text, language="ru", published="2020-09-24", …) -> Document."""

    def build(name, text, **given):
        if isinstance(given.get("published"), str):
            given["published"] = date.fromisoformat(given["published"])
        usual = {
            "document_id": name,
            "url": f"http://{name}.example/page",
            "source": "example",
            "outlet": f"{name}.example",
            "title": None,
            "lead": None,
            "text": text,
            "published": None,
            "published_basis": "unknown",
            "language": "ru",
            "script": "Cyrl",
        }
        return Document(**{**usual, **given})

    return build


@pytest.fixture(scope="session")
def sample():
    """{page id: Document} of the sample archive."""
    captures = {capture.url: capture for capture in archive.load_captures(RAW)[0]}
    pages = load_pages()
    catalogue = load_catalogue(pages.values())
    found = {}
    for page in pages.values():
        capture = captures[catalogue.payload(page)[0]]
        found[page.id] = readers.read(archive.read_payload(RAW, capture), capture, ())
    return found


@pytest.fixture(scope="session")
def pairs():
    """What a person says of them: one_origin, independent, undecided, each a set of frozensets of two page ids."""
    rows = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))
    return {kind: {frozenset(pair) for pair in listed} for kind, listed in rows.items()}
