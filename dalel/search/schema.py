"""The tables of the index, as docs/search.md tells them to other tools: one file, SQLite with FTS5."""

from __future__ import annotations

VERSION = "1"  # of this schema; another one is made anew

CLAIMS = (  # what is shown of a claim, in the order in which it is handed out; `Hit` has the same fields
    "claim_id", "value", "value_max", "unit", "modality", "measure", "counted", "topic", "indicator", "region", "place",
    "as_of", "status", "speaker", "verdict", "origins", "quote", "sentence", "at", "title", "outlet", "published",
    "url", "source", "language", "script", "document_id", "repeats",
)  # fmt: skip
FACTS = ("low", "high", "since", "until")  # of a claim, to compare with: the value, and the days it is about
SENTENCES = (
    "sentence_id", "sentence", "field", "claims", "title", "outlet", "published", "url", "source", "language", "script",
    "document_id",
)  # fmt: skip
WHOLE = ("origins", "at", "claims")
FACETS = ("topic", "indicator", "region", "unit", "status", "verdict", "source", "language")
# What a word weighs in bm25 by where it stands: sentence; what is told besides (counted, place, speaker); the page's
# title; what the claim is about: marks of topic, indicator, region, place, unit and measure, and the value
WEIGHTS = (8.0, 4.0, 2.0, 1.0)
TOKENS = "porter unicode61 remove_diacritics 0"  # й stays й; Porter touches words in plain Latin letters only


def _columns(names: tuple[str, ...], key: str) -> str:
    kinds = dict.fromkeys(WHOLE, "INTEGER") | {key: "TEXT NOT NULL UNIQUE"}
    return ", ".join(f"{name} {kinds.get(name, 'TEXT')}" for name in names)


TABLES = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE claims (number INTEGER PRIMARY KEY, {_columns((*CLAIMS, "digest"), "claim_id")});
CREATE TABLE facts (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, low REAL, high REAL, since TEXT, until TEXT);
CREATE INDEX facts_kind ON facts (kind);
CREATE TABLE kinds (kind INTEGER PRIMARY KEY, {", ".join(f"{name} TEXT" for name in FACETS)});
CREATE TABLE sentences (number INTEGER PRIMARY KEY, {_columns((*SENTENCES, "digest"), "sentence_id")});
CREATE TABLE names (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, language TEXT NOT NULL,
    name TEXT NOT NULL, mark TEXT NOT NULL);
CREATE TABLE subjects (topic TEXT NOT NULL, language TEXT NOT NULL, beginning TEXT NOT NULL);
CREATE TABLE forms (word TEXT PRIMARY KEY, form TEXT NOT NULL);
CREATE VIRTUAL TABLE claims_words USING fts5(sentence, told, page, about, tokenize = "{TOKENS}");
CREATE VIRTUAL TABLE sentences_words USING fts5(sentence, page, tokenize = "{TOKENS}");
CREATE VIRTUAL TABLE names_words USING fts5(name, tokenize = "{TOKENS}");
"""
