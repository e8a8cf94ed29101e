"""What goes into a bundle -> its page: data as JSON, the verifier as text, and both shown to the reader."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dalel.marking import CLOSE, OPEN
from dalel.publishing.bundle.verifying import source
from dalel.publishing.passports import Passport
from dalel.publishing.rendering import render
from dalel.publishing.wording import words
from dalel.records import Capture, Document

FORMAT = "dalel-bundle/1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """Everything that one bundle holds; all sequences in the order in which they are shown."""

    title: str
    passports: Sequence[Passport]
    identities: Mapping[str, Mapping[str, Any]]  # by claim id: address, field, sentence, number, which
    documents: Sequence[Document]
    captures: Sequence[tuple[Capture, bytes]]  # each with its WARC record, a gzip member
    tables: Sequence[Mapping[str, str]] = ()  # name, csv, sha256; of a chart also svg
    seal: Mapping[str, str] | None = None  # root and list


def page(packed: Packed, language: str) -> bytes:
    """The bundle as one HTML file in a reader's language; the same contents give the same bytes."""
    told = json.dumps(_data(packed), ensure_ascii=False, sort_keys=True, indent=0)
    texts = {document.document_id: document for document in packed.documents}
    return render(
        "bundle.html.j2",
        language=language,
        said=words(language)["bundle"],
        sample=any(passport["sample"] for passport in packed.passports),
        title=packed.title,
        numbers=[{"passport": one, "page": _page(one, texts)} for one in packed.passports],
        tables=packed.tables,
        seal=packed.seal,
        data=told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
        verifier=source(),
    )


def _data(packed: Packed) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "title": packed.title,
        "claims": list(packed.passports),
        "identities": packed.identities,
        "pages": [
            {"document_id": one.document_id, "title": one.title, "lead": one.lead, "text": one.text}
            for one in packed.documents
        ],
        "captures": [
            {
                "capture_id": capture.capture_id,
                "url": capture.url,
                "captured_at": capture.captured_at.isoformat().replace("+00:00", "Z"),
                "sha256": capture.sha256,
                "record": base64.b64encode(record).decode("ascii"),
            }
            for capture, record in packed.captures
        ],
        "tables": [{name: table[name] for name in ("name", "csv", "sha256")} for table in packed.tables],
        "seal": packed.seal,
    }


def _page(passport: Passport, texts: Mapping[str, Document]) -> list[dict[str, Any]]:
    """The parts of the page that a number stands on, with its words marked in the one that holds them."""
    document = texts.get((passport["document"] or {}).get("document_id", ""))
    if document is None:
        return []
    found = []
    for field in ("title", "lead", "text"):
        text = document.field(field)
        if field == passport["words"]["field"]:
            start, end = passport["words"]["start"], passport["words"]["end"]
            text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
        if text:
            found.append({"field": field, "lines": text.split("\n")})
    return found
