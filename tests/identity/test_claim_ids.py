"""Ids of claims: pinned, and the same whatever bytes, spelling or surroundings a sentence was captured in."""

from dataclasses import replace

import pytest

from dalel.claims.finding import find_claims
from dalel.identity import Stated, aliases, claim_ids
from dalel.records import Document
from dalel.topics import load_topics

TEXT = "В области построили 12 школ. Ещё 5 школ из 5 откроют осенью.\nВ области построили 12 школ."
PINNED = [
    ("12", "c7xsmw4rg55vx"),
    ("5", "c75rpcof2ur6v"),
    ("5", "ckdackusutcl5"),
    ("12", "carsithcpmomk"),
]


def page(text=TEXT, url="https://a.kz/1", **more):
    given = {"title": None, "lead": None, "canonical_url": None, **more}
    return Document(
        document_id="0" * 16, url=url, source="a", outlet="a", text=text, published=None,
        published_basis="unknown", language="ru", script="Cyrl", **given,
    )  # fmt: skip


def ids(document):
    return [(claim.quote, claim.claim_id) for claim in find_claims(document, load_topics())]


def test_ids_of_this_version_are_pinned():
    """Whoever changes one of these breaks every citation and every review there is."""
    assert ids(page()) == PINNED
    parts = [Stated("text", "Построили 12 школ.", "12"), Stated("title", "Построили 12 школ.", "12")]
    assert claim_ids(page(), parts) == ["cuvt6d54n7asz", "cv2g4k5ngeubf"]


def test_an_id_can_be_made_by_hand():
    import base64
    import hashlib

    digest = hashlib.sha256("kz,a)/1\ntext\nПостроили 12 школ.\n12\n1".encode()).digest()
    made = "c" + base64.b32encode(digest).decode().lower()[:12]
    assert claim_ids(page(), [Stated("text", "Построили 12 школ.", "12")]) == [made]


@pytest.mark.parametrize(
    "changed",
    [
        {"url": "http://www.a.kz/1/?utm_source=x"},
        {"url": "https://a.kz/1/amp"},
        {"url": "https://a.kz/?p=5", "canonical_url": "https://a.kz/1"},
        {"text": "Просмотров: много.\n" + TEXT},
        {"text": TEXT.replace(" ", "\N{NO-BREAK SPACE}")},
        {"text": TEXT.replace("построили", "постро\N{SOFT HYPHEN}или")},
        {"text": TEXT + "\nОткрыли и 3 детских сада."},
        {"title": "Новости о 12 школах"},
    ],
)
def test_ids_stay_while_the_sentence_does(changed):
    assert {claim_id for _, claim_id in PINNED} <= {claim_id for _, claim_id in ids(page(**changed))}


@pytest.mark.parametrize("text", [TEXT.replace("12", "13"), TEXT.replace("построили", "возвели")])
def test_a_changed_sentence_is_a_new_claim(text):
    now = {claim_id for _, claim_id in ids(page(text))}
    assert now & {claim_id for _, claim_id in PINNED} == {PINNED[1][1], PINNED[2][1]}


def test_equal_sentences_and_equal_numbers_in_one_are_told_apart():
    found = ids(page("Из 5 школ 5 открыты, 5 закрыты.\nИз 5 школ 5 открыты, 5 закрыты."))
    assert len({claim_id for _, claim_id in found}) == len(found) >= 4


def test_two_texts_without_an_address_are_two_pages():
    one, other = page(url=""), replace(page(url=""), document_id="1" * 16)
    assert ids(one) != ids(other)


def test_ids_a_claim_had_before_its_page_was_known_to_be_a_twin_lead_to_it():
    document = page()
    twin = replace(document, address="kz,a)/first")
    now = find_claims(twin, load_topics())
    assert aliases(document, find_claims(document, load_topics())) == {}
    assert aliases(twin, now) == {former: claim.claim_id for (_, former), claim in zip(PINNED, now, strict=True)}
