"""How to cite one number or one chart: BibTeX, CSL-JSON or plain text, made from its passport."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from dalel.characters import harmless
from dalel.errors import UnknownName
from dalel.publishing.wording import when

FORMS = ("bibtex", "csl", "text")
# characters with a meaning of their own in (La)TeX; the backslash first, as its replacement holds braces
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}",
    "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


_UNPAIRED = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


def cite(passport: Mapping[str, Any], form: str = "bibtex") -> str:
    """A citation of one claim, from `passports.build`; UnknownName for a form other than bibtex, csl, text."""
    page, capture = passport["document"] or {}, passport["capture"] or {}
    return _written(
        {
            "id": passport["claim_id"],
            "type": "webpage",
            "author": _line(page.get("author") or page.get("outlet") or "unknown"),
            "container": _line(page.get("outlet") or ""),
            "title": _line(page.get("title") or page.get("url") or passport["claim_id"]),
            "date": page.get("published") or "",
            "url": page.get("url") or "",
            "accessed": (capture.get("captured_at") or "")[:10],
            "language": passport["words"]["language"] or "",
            "note": _note(passport, capture),
        },
        form,
    )


def cite_chart(about: Mapping[str, Any], form: str = "bibtex") -> str:
    """A citation of one chart, from the passport (JSON) saved with it; UnknownName for another form."""
    claims = ", ".join(claim["claim_id"] for claim in about["claims"]) or "none"
    digest = about["files"].get(f"{about['chart']}.csv", "unknown")
    return _written(
        {
            "id": f"dalel-{about['chart']}",
            "type": "graphic",
            "author": "dalel",
            "container": "",
            "title": _line(about["title"]),
            "date": "",
            "url": "",
            "accessed": "",
            "language": about["language"],
            "note": f"{_sample(about)}Chart {about['chart']}, evidence level {about['level']}; claims {claims};"
            f" SHA-256 of its values {digest}; check with: dalel verify",
        },
        form,
    )


def _note(passport: Mapping[str, Any], capture: Mapping[str, Any]) -> str:
    return (
        f"{_sample(passport)}Claim {passport['claim_id']}: {passport['value']['amount']['en']}, “"
        f"{_line(passport['words']['quote'])}”; {passport['evidence']['statement'].rstrip('.')}; archived as "
        f"{capture.get('warc', 'unknown')} at {capture.get('offset', 'unknown')}, SHA-256 "
        f"{capture.get('sha256', 'unknown')}; check with: dalel show {passport['claim_id']}"
    )


def _sample(about: Mapping[str, Any]) -> str:
    return "SAMPLE, a retold page. " if about["sample"] else ""


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", "".join(letter if letter.isprintable() else " " for letter in text)).strip()


def _written(entry: Mapping[str, str], form: str) -> str:
    if form not in FORMS:
        raise UnknownName("citation format", form, FORMS)
    return {"bibtex": _bibtex, "csl": _csl, "text": _text}[form](entry)


def _bibtex(entry: Mapping[str, str]) -> str:
    fields = {
        "author": f"{{{_tex(entry['author'])}}}",
        "title": f"{{{_tex(entry['title'])}}}",
        "organization": _tex(entry["container"]),
        "date": entry["date"],
        "year": entry["date"][:4],
        "url": _verbatim(entry["url"]),
        "urldate": entry["accessed"],
        "langid": {"kk": "kazakh", "ru": "russian", "en": "english"}.get(entry["language"], ""),
        "note": _tex(entry["note"]),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{entry['id']},", *lines, "}"])


def _tex(text: str) -> str:
    """Words for a field of BibTeX, which counts braces whatever stands before them: unpaired ones get names."""
    told = harmless(" ".join(text.split()))
    table = _TEX if _paired(told) else _TEX | _UNPAIRED
    return "".join(table.get(letter, letter) for letter in told)


def _paired(text: str) -> bool:
    """Whether every brace is closed after it was opened."""
    depth = 0
    for letter in text:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


def _verbatim(url: str) -> str:
    """An address as BibTeX reads it verbatim: only what would unbalance the braces is percent-encoded."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", url)


def _csl(entry: Mapping[str, str]) -> str:
    item: dict[str, Any] = {"id": entry["id"], "type": entry["type"], "title": entry["title"]}
    item["author"] = [{"literal": entry["author"]}]
    for name, value in (("container-title", "container"), ("URL", "url"), ("language", "language"), ("note", "note")):
        if entry[value]:
            item[name] = entry[value]
    for name, value in (("issued", "date"), ("accessed", "accessed")):
        if entry[value]:
            item[name] = {"date-parts": [[int(part) for part in entry[value].split("-")]]}
    return json.dumps([item], ensure_ascii=False, indent=1)


def _text(entry: Mapping[str, str]) -> str:
    published = when(entry["date"], "en") if entry["date"] else "no date"
    accessed = f" (archived {when(entry['accessed'], 'en')})" if entry["accessed"] else ""
    where = f" {entry['url']}{accessed}." if entry["url"] else ""
    return f"{entry['author']}: “{entry['title']}”. {published}.{where} {entry['note']}."
