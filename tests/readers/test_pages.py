"""Pages written for this test, in twelve kinds and as many languages, and six in the manner of Kazakh outlets.

In each, what is article is marked `data-body` and what is not `data-furniture`: all of the body must be read, and never
less of it than trafilatura alone reads; no number of the furniture may be left.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml.html import HTMLParser, document_fromstring

from dalel import readers

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,\s]\d+)*")


@dataclass(frozen=True)
class Marked:
    """The words of a page's body and the numbers that stand only in its furniture."""

    body: Counter[str]
    furniture: frozenset[str]


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


@cache
def marked(path: Path) -> Marked:
    tree = document_fromstring(path.read_bytes(), parser=HTMLParser(encoding="utf-8"))
    body = " ".join("".join(element.xpath(".//text()[not(parent::sup)]")) for element in tree.xpath("//*[@data-body]"))
    around = " ".join(" ".join(element.itertext()) for element in tree.xpath("//*[@data-furniture]"))
    shown = " ".join(tree.xpath("//h1//text()"))
    return Marked(words(body), frozenset(_NUMBER.findall(around)) - frozenset(_NUMBER.findall(f"{body} {shown}")))


@cache
def read(path: Path, captured: object) -> str:
    document = readers.read(path.read_bytes(), captured)  # type: ignore[arg-type]
    return "\n".join(filter(None, (document.title, document.lead, document.text)))


def recall(wanted: Counter[str], text: str) -> float:
    return sum((wanted & words(text)).values()) / sum(wanted.values())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_whole_body_is_read(make: SimpleNamespace, path: Path) -> None:
    text = read(path, make.capture())
    assert not marked(path).body - words(text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_less_of_the_body_is_read_than_trafilatura_reads(make: SimpleNamespace, path: Path) -> None:
    from trafilatura import extract

    body = marked(path).body
    alone = extract(path.read_bytes(), include_comments=False) or ""
    assert recall(body, read(path, make.capture())) >= recall(body, alone)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_number_of_the_furniture_is_left(make: SimpleNamespace, path: Path) -> None:
    found = frozenset(_NUMBER.findall(read(path, make.capture())))
    assert not found & marked(path).furniture
