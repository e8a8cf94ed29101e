"""The page and gold files: complete, consistent, and the same as the annotated samples they were copied from."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from newsroom.catalogue import load_catalogue
from newsroom.hosts import WORDS, load_sites
from newsroom.pages import Page, load_gold, load_pages, read_page

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
PAGES = load_pages()
GOLD = load_gold()


def test_sixty_six_pages_with_gold() -> None:
    assert len(PAGES) == 66
    assert PAGES.keys() == GOLD.keys()
    assert sum(len(gold.claims) for gold in GOLD.values()) == 417
    assert sum(len(gold.not_claims) for gold in GOLD.values()) == 94


def test_every_page_has_its_own_address() -> None:
    assert len({page.url for page in PAGES.values()}) == 66
    assert all(page.host.endswith(".example") for page in PAGES.values())


def _field(page: Page, paragraph: int) -> str:
    return {-1: page.title, -2: page.lead or ""}.get(paragraph) or page.paragraphs[paragraph]


@pytest.mark.parametrize("page_id", PAGES)
def test_gold_phrases_stand_once_in_their_field(page_id: str) -> None:
    for claim in (*GOLD[page_id].claims, *GOLD[page_id].not_claims):
        assert _field(PAGES[page_id], claim.paragraph).count(claim.phrase) == 1, claim


def test_values_are_exact_decimals() -> None:
    values = [Decimal(claim.value) for gold in GOLD.values() for claim in gold.claims]
    assert Decimal("2300000000000") in values  # KZT2.3 trillion of the KazTAG page
    assert all(value.is_finite() for value in values)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/samples is not here: the copies are compared where it is")
@pytest.mark.parametrize("page_id", [name for name, page in PAGES.items() if page.topic not in ("roads", "hospitals")])
def test_same_as_the_shared_sample(page_id: str) -> None:
    sample: dict[str, Any] = json.loads((SAMPLES / f"{page_id}.json").read_text(encoding="utf-8"))
    page = PAGES[page_id]
    for name in ("retold_from", "outlet", "section", "language", "script", "title", "lead", "author", "topic"):
        assert getattr(page, name) == sample[name], name
    assert (page.published.isoformat() if page.published else None) == sample["published"]
    assert page.published_text == sample["published_text"]
    assert list(page.paragraphs) == sample["paragraphs"]
    assert [{"title": r.title, "date": r.date} for r in page.furniture.related] == sample["furniture"]["related"]
    for name in ("counters", "comments"):
        assert list(getattr(page.furniture, name)) == sample["furniture"][name], name
    bar = sample["furniture"]["ticker"]
    # four pairs of currencies would be more than eight words in a row of the page that is retold
    assert list(page.furniture.ticker) == (bar if len(bar) < 4 else bar[:2])
    gold = json.loads((Path(read_page.__globals__["FOLDER"]) / "gold" / f"{page_id}.json").read_text(encoding="utf-8"))
    assert gold == {name: sample[name] for name in ("claims", "not_claims", "relations")}


def test_a_page_named_otherwise_than_its_id_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "other.md"
    wrong.write_text('+++\nid = "page"\n+++\n\nText.\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"other\.md: its id is 'page'"):
        read_page(wrong)


def test_a_page_on_an_undeclared_host_is_refused(tmp_path: Path) -> None:
    hosts = tmp_path / "hosts.toml"
    hosts.write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"does not declare .*mgorod\.example"):
        load_sites(PAGES.values(), hosts)


def test_all_languages_have_the_same_words_and_a_notice_without_digits() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
    for words in WORDS.values():
        assert not any(letter.isdigit() for letter in words["notice"] + words["original"])


def test_two_loads_serve_the_same_bytes() -> None:
    assert load_catalogue().resources == load_catalogue().resources
