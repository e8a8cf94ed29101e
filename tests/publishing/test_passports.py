"""The passport of a number says all there is to know of it, escaped, in the words "unchanged since capture"."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dalel.errors import UnknownClaim, UnknownName
from dalel.publishing import citations, passports, site
from dalel.publishing.site import cards
from dalel.records import Fact, Finding, Origin, OriginLink, Review

HOSTILE = '<script>alert("1")</script>'


LANGUAGES = ("kk", "ru", "en")


def page_of(run, claim_id, language, reviews=()):
    edition = site.Edition(evidence=run, reviews=reviews)
    return cards.page(edition, passports.build(run, claim_id, reviews), language).decode("utf-8")


def quote_found(claim_id: str, severity: str) -> Finding:
    return Finding(
        check="quote_in_archive", severity=severity, kind="by hand", claim_ids=(claim_id,), explanation="Because of it."
    )


def test_a_passport_holds_everything(evidence):
    passport = passports.build(evidence, "cshare")
    assert passport["value"]["value"] == "62" and passport["value"]["amount"]["ru"] == "62\N{NO-BREAK SPACE}%"
    assert passport["words"]["quote"] == "62 процента камер"
    assert passport["words"]["marked"].startswith("К центру подключены ⟦62 процента камер⟧")
    assert passport["document"]["title"] == "Камеры в школах" and passport["document"]["published"] == "2023-03-07"
    assert passport["capture"]["warc"] == "data/raw/b-ru/2026-11-21.warc.gz" and passport["capture"]["offset"] == 512
    assert passport["capture"]["captured_at"] == "2026-11-21T03:04:05Z"
    assert passport["findings"][0]["arithmetic"] == "4360 / 6936 = 62.86 %"
    assert passport["verdict"]["verdict"] == "verified"
    assert passport["verify"] == ["dalel show cshare", "dalel verify"]
    assert json.loads(json.dumps(passport)) == passport


@pytest.mark.parametrize(
    ("severity", "unchanged", "words"),
    [("holds", True, "unchanged since capture"), ("note", True, "unchanged since capture"), ("broken", False, "NOT")],
)
def test_the_evidence_is_unchanged_or_not(severity, unchanged, words, evidence):
    run = replace(evidence, findings=(*evidence.findings, quote_found("cshare", severity)))
    passport = passports.build(run, "cshare")
    assert passport["evidence"]["unchanged"] is unchanged and words in passport["evidence"]["statement"]
    for language in LANGUAGES:
        assert "authentic" not in page_of(run, "cshare", language).lower()


def test_unchecked_evidence_says_so(evidence):
    assert passports.build(evidence, "cshare")["evidence"]["unchanged"] is None


def test_the_same_origin_is_named(evidence):
    one = tuple(Origin(document_id=page.document_id, origin_id="a") for page in evidence.documents)
    told = passports.build(replace(evidence, origins=one), "cshare")["origin"]["retold_by"]
    ends = ["e0000000000000e1", "k.example/1", "ar.example/1"]  # the earliest first, undated ones last
    assert all(page["url"].endswith(end) for page, end in zip(told, ends, strict=True))


def test_why_pages_are_one_voice_is_told_in_three_languages(evidence):
    link = OriginLink(document_a="a0000000000000a1", document_b="c0000000000000c1", reason="translation",
                      facts=(Fact(name="numbers", text="62, 4360"),))  # fmt: skip
    run = replace(evidence, links=(link,))
    passport = passports.build(run, "cshare")
    (told,) = passport["origin"]["joined"]
    assert told["url"] == "https://ar.example/1" and told["reason"] == "translation"
    assert "62, 4360" in told["because"]["kk"] and "перевод" in told["because"]["ru"]
    assert "One translates the other" in page_of(run, "cshare", "en")


def test_reviews_are_shown(evidence):
    review = Review(
        claim_id="cshare", decision="accepted", reviewer="А. <b>Б</b>", decided=date(2026, 11, 20), reason="Сверено.",
        evidence="{}", evidence_sha256="0" * 64,
    )  # fmt: skip
    both = [review, replace(review, claim_id="cpart")]
    passport = passports.build(evidence, "cshare", both)
    assert [one["decided"] for one in passport["reviews"]] == ["2026-11-20"]
    assert "А. &lt;b&gt;Б&lt;/b&gt;" in page_of(evidence, "cshare", "en", both)


def test_arabic_script_runs_from_right_to_left(evidence):
    page = page_of(evidence, "carab", "ru")
    assert '<blockquote lang="kk-Arab" dir="rtl">' in page and "<mark>1,5 مىڭ كومپيۋتەر</mark>" in page


def hostile(made):
    page = made.page(
        "x0000000000000x1", f"Сказал {HOSTILE} 100 тенге.", title=HOSTILE, outlet=f"o{HOSTILE}", author=HOSTILE,
        credit=HOSTILE, url="javascript:alert(1)",
    )  # fmt: skip
    claim = made.claim("chostile", page, f"{HOSTILE} 100 тенге", "100", "KZT", speaker=HOSTILE, counted=HOSTILE,
                       place=HOSTILE, as_of=HOSTILE, indicator=HOSTILE)  # fmt: skip
    finding = Finding(check=HOSTILE, severity="note", kind=HOSTILE, claim_ids=("chostile",), explanation=HOSTILE,
                      arithmetic=HOSTILE)  # fmt: skip
    return made.run((claim,), (page,), (finding,))


def test_nothing_a_page_says_becomes_markup(made):
    page = page_of(hostile(made), "chostile", "en")
    assert page.count("<script") == page.count('<script type="application/ld+json">') == 1
    assert page.count("&lt;script&gt;") >= 10
    assert 'href="javascript' not in page and "javascript:alert(1)" in page
    assert "default-src 'none'" in page


def test_a_sample_passport_says_sample(evidence):
    passport = passports.build(replace(evidence, sample=True), "cshare")
    for language in LANGUAGES:
        assert 'class="sample"' in page_of(replace(evidence, sample=True), "cshare", language)
    for form in citations.FORMS:
        assert "SAMPLE" in citations.cite(passport, form)


def test_an_unknown_claim_says_where_ids_are(evidence):
    with pytest.raises(UnknownClaim, match=r"claims\.csv"):
        passports.build(evidence, "cnothing")


def test_a_claim_whose_page_is_gone_has_a_passport_with_gaps(evidence):
    gone = replace(evidence, documents=(), captures=())
    passport = passports.build(gone, "cshare")
    assert passport["document"] is None and passport["capture"] is None
    assert page_of(gone, "cshare", "kk") and all(citations.cite(passport, form) for form in citations.FORMS)


def test_bibtex(evidence):
    entry = citations.cite(passports.build(evidence, "cready"), "bibtex").replace("\N{NO-BREAK SPACE}", " ")
    assert entry.splitlines()[:9] == [
        "@misc{cready,",
        "  author = {{a.example}},",
        "  title = {{Компьютеры для школ}},",
        "  organization = {a.example},",
        "  date = {2020-10-09},",
        "  year = {2020},",
        "  url = {https://a.example/e0000000000000e1},",
        "  urldate = {2026-11-21},",
        "  langid = {russian},",
    ]
    assert "Claim cready: 880 devices, “880 компьютеров”" in entry and "SHA-256 e0000000000000e1" in entry


def test_citations_escape_what_means_something_there(made):
    page = made.page(
        "t0000000000000t1",
        "50 % & $100_тенге\n",
        title="Бюджет: 50% {и} \\input{x} ~#^\n&",
        url="https://a.example/{a b}\\",
    )
    run = made.run((made.claim("ctex", page, "50 % & $100_тенге", "50", "percent"),), (page,), ())
    passport = passports.build(run, "ctex")
    entry = citations.cite(passport, "bibtex")
    assert r"Бюджет: 50\% \{и\} \textbackslash{}input\{x\} \textasciitilde{}\#\textasciicircum{} \&" in entry
    assert "url = {https://a.example/%7Ba%20b%7D%5C}" in entry and r"50 \% \& \$100\_тенге" in entry
    depth = 0
    for letter in entry.replace("\\{", "").replace("\\}", ""):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
    (item,) = json.loads(citations.cite(passport, "csl"))
    assert item["title"] == "Бюджет: 50% {и} \\input{x} ~#^ &" and item["issued"] == {"date-parts": [[2020, 10, 9]]}


def test_plain_text_and_unknown_forms(evidence):
    passport = passports.build(evidence, "cready")
    text = citations.cite(passport, "text")
    assert text.startswith(
        "a.example: “Компьютеры для школ”. 9 October 2020. https://a.example/e0000000000000e1 (archived"
    )
    with pytest.raises(UnknownName, match="did you mean 'bibtex'"):
        citations.cite(passport, "bibtx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passport_speaks_one_language_outside_quotes(language, evidence):
    """The sections in the order value, why, what the page says, who else, how read, how to check."""
    page = page_of(evidence, "cwhole", language)
    order = [page.index(f'id="{name}"') for name in ("why", "said", "others", "read", "check")]
    assert order == sorted(order)
    for other in LANGUAGES:
        if other != language:
            assert {"kk": "Сан паспорты", "ru": "Паспорт цифры", "en": "Evidence card"}[other] not in page


def test_a_link_opens_the_page_at_words_that_stand_on_it_once(evidence):
    from urllib.parse import unquote

    page = page_of(evidence, "cshare", "en")
    (address,) = [part.split('"')[0] for part in page.split('href="') if ":~:text=" in part.split('"')[0]]
    words = unquote(address.split(":~:text=")[1])
    documents = {document.document_id: document for document in evidence.documents}
    claim = next(one for one in evidence.claims if one.claim_id == "cshare")
    text = " ".join(documents[claim.document_id].text.split())
    assert text.count(words) == 1 and claim.quote.split()[0] in words
