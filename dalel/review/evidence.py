"""Claim and page -> the evidence a person decides on, as one canonical text and its digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields

from dalel.records import Claim, Document

# not evidence: names of records, and offsets, which may shift while everything a person saw stays the same
_NOT_SEEN = frozenset(
    ("claim_id", "document_id", "start", "end", "core_start", "core_end", "sentence_start", "sentence_end", "repeats")
)


def describe(claim: Claim, document: Document) -> str:
    """Canonical JSON (sorted keys, text or null) of the payload digest, the sentence and what was read from it."""
    seen = {field.name: getattr(claim, field.name) for field in fields(Claim) if field.name not in _NOT_SEEN}
    facts = {name: None if value is None else str(value) for name, value in seen.items()}
    facts["payload_sha256"] = document.sha256
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(evidence: str) -> str:
    """SHA-256 of that text, 64 hex digits."""
    return hashlib.sha256(evidence.encode("utf-8")).hexdigest()


def difference(before: str, now: str) -> str:
    """What has changed between two such texts, in words: "value was 24, is 25; the sentence has changed"."""
    old, new = json.loads(before), json.loads(now)
    changed = [name for name in sorted(set(old) | set(new)) if old.get(name) != new.get(name)]
    return "; ".join(_words(name, old.get(name), new.get(name)) for name in changed)


def _words(name: str, old: str | None, new: str | None) -> str:
    if name == "payload_sha256":
        return "the archived page is another"
    if name == "sentence":
        return "the sentence has changed"
    return f"{name.replace('_', ' ')} was {old or 'unknown'}, is {new or 'unknown'}"
