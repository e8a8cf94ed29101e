"""Claim and page -> the evidence a person decides on, as one canonical text and its digest.

It is the sentence, the value, what was read of its meaning and the words that told it: what changes none of these (a
counter on the page, another sentence, a new capture, offsets that shift) leaves a decision in force.
"""

from __future__ import annotations

import hashlib
import json

from dalel.records import Claim, Document

SEEN = (
    "field", "sentence", "quote", "value", "value_max", "unit", "label", "modality", "measure", "counted", "topic",
    "indicator", "region", "borders", "place", "as_of", "status", "speaker", "purpose",
)  # fmt: skip


def describe(claim: Claim, document: Document) -> str:
    """Canonical JSON (sorted keys, text or null) of the sentence, what was read from it, and by which words."""
    told = {name: getattr(claim, name) for name in SEEN}
    facts: dict[str, object] = {name: None if value is None else str(value) for name, value in told.items()}
    facts["sentence"] = " ".join(claim.sentence.split())
    facts["grounds"] = sorted(
        {(one.attribute, one.field, _words(document, one.field, one.start, one.end), one.rule) for one in claim.grounds}
    )
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(evidence: str) -> str:
    """SHA-256 of that text, 64 hex digits."""
    return hashlib.sha256(evidence.encode("utf-8")).hexdigest()


def difference(before: str, now: str) -> str:
    """What has changed between two such texts, in words: "value was 24, is 25; the sentence has changed"."""
    old, new = json.loads(before), json.loads(now)
    changed = [name for name in sorted(set(old) | set(new)) if old.get(name) != new.get(name)]
    if "grounds" in changed and len(changed) > 1:
        changed.remove("grounds")  # what the other changes rest on
    return "; ".join(_told(name, old.get(name), new.get(name)) for name in changed)


def _words(document: Document, field: str, start: int, end: int) -> str:
    if field in ("title", "lead", "text"):
        return " ".join(document.field(field)[start:end].split())
    return str({"published": document.published, "url": "", "source": document.source}.get(field, ""))


def _told(name: str, old: object, new: object) -> str:
    if name == "sentence":
        return "the sentence has changed"
    if name == "grounds":
        return "other words tell it now"
    return f"{name.replace('_', ' ')} was {old or 'unknown'}, is {new or 'unknown'}"
