"""Golden pairs: a page in each source's markup, written for this test, and what must be read from it.

`<name>.expected.json` beside `<name>.html|json|xml`: address, title, day, language, how the text begins and ends, what
it contains, what must not be in it (counters, rates, related headlines, subscription lines), and other addresses of
the site, which are no articles. Texts and figures are invented. Where a site's markup is not known, the page has the
general form of its kind of site.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.capturing import captured
from dalel import readers
from dalel.paths import scrapers
from dalel.records import Document
from dalel.sources import Source, load_sources

FOLDER = Path(__file__).parent
SOURCES = load_sources(scrapers())
PAIRS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.expected.json"))
MEDIA_TYPES = {".html": "text/html", ".json": "application/json", ".xml": "application/xml"}


def _payload(pair: str) -> Path:
    stem = (FOLDER / pair).with_suffix("").with_suffix("")
    (found,) = (stem.with_suffix(suffix) for suffix in MEDIA_TYPES if stem.with_suffix(suffix).is_file())
    return found


def _read(pair: str, expected: dict[str, Any], source: Source) -> Document:
    path = _payload(pair)
    payload = path.read_bytes()
    digest = hashlib.sha256(payload).hexdigest()
    capture = captured(MEDIA_TYPES[path.suffix], source=source.id, url=expected["url"], sha256=digest)
    return readers.read(payload, capture, source.landmarks)


@pytest.mark.parametrize("pair", PAIRS)
def test_golden_page(pair: str) -> None:
    expected = json.loads((FOLDER / pair).read_text(encoding="utf-8"))
    source = SOURCES[pair.partition("/")[0]]
    assert re.search(source.article, expected["url"]), "the address is none of this source's articles"
    for other in expected.get("others", ()):
        assert not re.search(source.article, other), f"{other} would be taken for an article"
    document = _read(pair, expected, source)
    published = document.published.isoformat() if document.published else None
    assert (document.title, published) == (expected["title"], expected["published"])
    if expected["language"]:  # rows of figures are in no language
        assert (document.language, document.script) == (expected["language"], expected["script"])
    assert document.text.startswith(expected.get("begins", "")), document.text[:200]
    assert document.text.endswith(expected.get("ends", "")), document.text[-200:]
    for phrase in expected.get("contains", ()):
        assert phrase in document.text
    for phrase in expected["not"]:
        assert phrase not in document.text, document.text
    if once := expected.get("once"):
        assert f"{document.lead or ''}\n{document.text}".count(once) == 1


def test_every_real_source_has_a_golden_page() -> None:
    with_pages = {pair.partition("/")[0] for pair in PAIRS}
    assert with_pages == {name for name, source in SOURCES.items() if not source.sample}


def test_every_payload_has_its_expectation() -> None:
    files = {path for suffix in MEDIA_TYPES for path in FOLDER.glob(f"*/*{suffix}")}
    payloads = files - {FOLDER / pair for pair in PAIRS}
    assert payloads == {_payload(pair) for pair in PAIRS}
