"""The passport of one number as a page in one language: value, conclusion and why, the words, others, how to check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from dalel.publishing import citations, gate, names, prose
from dalel.publishing.explanations import reason
from dalel.publishing.linked import Linked
from dalel.publishing.rendering import render
from dalel.publishing.site.dataset import embedded
from dalel.publishing.site.edition import EVIDENCE_CHECK, Edition
from dalel.publishing.site.fragments import around, fragment
from dalel.publishing.tables.joining import Row
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import amount, label, number, when, word
from dalel.records import Claim, Finding, Verdict

PASSPORTS = "."
RIGHT_TO_LEFT = "Arab"


def page(edition: Edition, passport: Mapping[str, Any], language: str) -> bytes:
    """The page of the claim whose passport (`passports.build_all`) is given."""
    return render("site/card.html.j2", **_context(edition, passport, language))


def embedded_card(edition: Edition, passport: Mapping[str, Any], language: str, folder: str) -> str:
    """The same for a notebook, with a look of its own; `folder` is the address of the passports from there."""
    there = {"root": f"{folder}/../", "here": folder, "prefix": f"{passport['claim_id']}-"}
    return render("notebook_card.html.j2", **(_context(edition, passport, language) | there)).decode("utf-8")


def _context(edition: Edition, passport: Mapping[str, Any], language: str) -> dict[str, Any]:
    claim_id = passport["claim_id"]
    claim = edition.claims[claim_id]
    document = edition.documents.get(claim.document_id)
    value = amount(claim.value, claim.value_max, claim.unit, claim.modality, language)
    findings = edition.findings.get(claim_id, ())
    verdict = edition.verdicts.get(claim_id)
    text = document.field(claim.field) if document else ""
    shown = _findings(edition, findings, language)
    before, after = around(text, claim.sentence_start, claim.sentence_end) if text else ("", "")
    return {
        "language": language,
        "sample": edition.evidence.sample,
        "page": f"passports/{claim_id}",
        "root": "../",
        "here": ".",
        "prefix": "",
        "title": f"{value} · {_headline(claim, language)}",
        "description": f"{_headline(claim, language)}: {value}",
        "passport": passport,
        "value": value,
        "headline": _headline(claim, language),
        "verdict": verdict.verdict if verdict else None,
        "mark": gate.MARKS[verdict.verdict] if verdict else "",
        "why": _why(verdict, findings, shown, language),
        "findings": shown,
        "before": before,
        "after": after,
        "quote": _quote(claim),
        "speech": _speech(passport),
        "link": fragment(document.url, text, claim) if document and text else None,
        "intact": _intact(findings),
        "outlet": document.outlet if document else "—",
        "published": when(document.published.isoformat() if document and document.published else None, language),
        "others": _others(edition, claim, language),
        "facts": _facts(edition, claim, language),
        "grounds": _grounds(claim, text, language),
        "citations": {form: citations.cite(passport, form) for form in citations.FORMS},
        "jsonld": _jsonld(passport, claim),
    }


def _why(
    verdict: Verdict | None, findings: Sequence[Finding], shown: Sequence[Mapping[str, Any]], language: str
) -> str:
    """The reason in words, without the sentences of findings that are shown below it."""
    if verdict is None:
        return label("unmarked", language)
    told = reason(verdict, findings, language)
    for one in shown:
        told = told.replace(str(one["sentence"]), "").strip()
    return told


def _headline(claim: Claim, language: str) -> str:
    """What the number is of, and where: "Money allocated. Kyzylorda region"."""
    what = names.indicator(claim.indicator, language, claim.measure)
    place = names.place(claim.place, language)
    region = names.region(claim.region, language, claim.borders)
    told = f"{what}. {region}, {place}" if place else f"{what}. {region}"
    return told[:1].upper() + told[1:]


def _quote(claim: Claim) -> dict[str, str]:
    at = claim.start - claim.sentence_start
    sentence = claim.sentence
    if sentence[at : at + len(claim.quote)] != claim.quote:
        return {"head": "", "quote": claim.quote, "tail": ""}
    return {"head": sentence[:at], "quote": claim.quote, "tail": sentence[at + len(claim.quote) :]}


def _speech(passport: Mapping[str, Any]) -> dict[str, str]:
    """Language and direction of the page's words."""
    spoken, script = passport["words"]["language"] or "", passport["words"]["script"]
    tag = f"{spoken}-{script}" if spoken == "kk" and script in ("Arab", "Latn") else spoken
    return {"lang": "" if tag == "other" else tag, "dir": "rtl" if script == RIGHT_TO_LEFT else "auto"}


def _intact(findings: Sequence[Finding]) -> dict[str, Any]:
    checked = [one for one in findings if one.check == EVIDENCE_CHECK]
    broken = [one for one in checked if one.severity == "broken"]
    return {"checked": bool(checked), "broken": broken[0] if broken else None}


def _findings(edition: Edition, findings: Sequence[Finding], language: str) -> list[dict[str, Any]]:
    return [
        {
            "severity": one.severity,
            "named": word("severities", one.severity, language),
            "sentence": prose.explained(one, language),
            "arithmetic": prose.arithmetic(one, edition.known, language),
        }
        for one in findings
        if one.check != EVIDENCE_CHECK
    ]


def _others(edition: Edition, claim: Claim, language: str) -> dict[str, list[Linked]]:
    """Other statements of the same thing: the same value, another value, and values for other dates."""
    row = edition.known.get(claim.claim_id)
    found: dict[str, list[Linked]] = {"agree": [], "differ": [], "times": []}
    if row is None or not claim.indicator or claim.measure in ("share", "ratio_part", "ratio_whole"):
        return found
    for other in edition.alike(row):
        if other["claim_id"] == claim.claim_id or other["repeats"]:
            continue
        kind = "times" if other["as_of"] != row["as_of"] else "agree" if other["value"] == row["value"] else "differ"
        if kind == "times" or other["origin"] != row["origin"]:
            found[kind].append(_other(other, language))
    return {kind: texts[:6] for kind, texts in found.items()}


def _other(row: Row, language: str) -> Linked:
    day = when(row["as_of"], language)
    return Linked(*said(row, language).pieces, (f" ({prose.outlet(row['outlet'], language)}, {day})", None))


def _facts(edition: Edition, claim: Claim, language: str) -> list[tuple[str, object, bool]]:
    """What was read: name, text, and whether the text is the page's own words."""
    titles = prose.says(language)["card"]
    exact = number(claim.value, language) + (f" – {number(claim.value_max, language)}" if claim.value_max else "")
    place = names.place(claim.place, language)
    region = names.region(claim.region, language, claim.borders)
    found: list[tuple[str, object, bool]] = [
        (titles["value"], exact, False),
        (titles["measure"], word("measures", claim.measure, language), False),
        (titles["indicator"], names.indicator_in_topic(claim.indicator, language) if claim.indicator else "", False),
        (titles["region"], f"{region}, {place}" if place else region, False),
        (titles["as_of"], when(claim.as_of, language), False),
        (titles["status"], word("statuses", claim.status, language), False),
        (titles["counted"], claim.counted or "", True),
        (titles["purpose"], claim.purpose or "", True),
        (titles["speaker"], claim.speaker or "", True),
        (titles["whole"], _value_of(edition, claim.whole_id, language), False),
        (titles["repeats"], _value_of(edition, claim.repeats, language), False),
    ]
    return [entry for entry in found if entry[1]]


def _value_of(edition: Edition, claim_id: str | None, language: str) -> Linked | str:
    row = edition.known.get(claim_id or "")
    return said(row, language) if row is not None else ""


def _grounds(claim: Claim, text: str, language: str) -> list[dict[str, str]]:
    """Which words of the page told which attribute."""
    found = []
    for ground in claim.grounds:
        words_there = text[ground.start : ground.end] if ground.field == claim.field else ""
        found.append(
            {"attribute": word("columns", ground.attribute, language), "words": words_there, "rule": ground.rule}
        )
    return found


def _jsonld(passport: Mapping[str, Any], claim: Claim) -> Markup:
    """schema.org Claim with the Quotation it was read from."""
    document = passport["document"] or {}
    return embedded(
        {
            "@context": "https://schema.org/",
            "@type": "Claim",
            "identifier": claim.claim_id,
            "text": claim.sentence,
            "appearance": {
                "@type": "Quotation",
                "text": claim.quote,
                "inLanguage": _speech(passport)["lang"],
                "isPartOf": {
                    "@type": "NewsArticle",
                    "headline": document.get("title"),
                    "url": document.get("url"),
                    "datePublished": document.get("published"),
                    "publisher": {"@type": "Organization", "name": document.get("outlet")},
                },
            },
        }
    )
