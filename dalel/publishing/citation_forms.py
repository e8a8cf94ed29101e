"""One citation entry as BibTeX, CSL-JSON, RIS or plain text, each escaped as its readers need it.

BibTeX as BibLaTeX and Biber read it, CSL-JSON by the schema of CSL 1.0.2, RIS by the tags that Zotero, EndNote and
Mendeley read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from dalel.characters import harmless
from dalel.errors import UnknownName
from dalel.publishing.wording import when

FORMS = ("bibtex", "csl", "ris", "text")
RIS_TYPES = {"webpage": "ELEC", "graphic": "FIGURE", "dataset": "DATA", "report": "RPRT", "collection": "DATA"}
# characters with a meaning of their own in (La)TeX; the backslash first, as its replacement holds braces
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}",
    "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_UNPAIRED = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


def written(entry: Mapping[str, str], form: str) -> str:
    """The entry in one of FORMS; UnknownName for another. Keys: id, type (of CSL), author, container, title, date and
    accessed (ISO), url, language, note; "" where there is none.
    """
    if form not in FORMS:
        raise UnknownName("citation format", form, FORMS)
    return {"bibtex": _bibtex, "csl": _csl, "ris": _ris, "text": _text}[form](entry)


def line(text: str) -> str:
    """Words of others on one line, without characters that cannot be printed."""
    return re.sub(r"\s+", " ", "".join(letter if letter.isprintable() else " " for letter in text)).strip()


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


def _ris(entry: Mapping[str, str]) -> str:
    """Lines of tag, two blanks, hyphen, blank, value; ER ends it. A value is one line, so that no word can be a tag."""
    day = entry["date"].replace("-", "/")
    told = [
        ("TY", RIS_TYPES.get(entry["type"], "GEN")),
        ("ID", entry["id"]),
        ("AU", entry["author"]),
        ("TI", entry["title"]),
        ("T2", entry["container"]),
        ("PY", entry["date"][:4]),
        ("DA", day),
        ("UR", entry["url"]),
        ("Y2", entry["accessed"].replace("-", "/")),
        ("LA", entry["language"]),
        ("N1", entry["note"]),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {line(harmless(value))}" for tag, value in told if value or tag == "ER")
