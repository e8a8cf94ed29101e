"""Planted errors: sets of three pages that agree, copies of one with one error, and whether the checks say so.

    python -m benchmarks.planted [sets per edition]     a table: kind, copies, contradicted, noted, silent, verified

A set is a release, its reprint and its translation. An error counts as told where a conflict or a note names a claim of
the altered page that the clean set did not have; `verified` counts changed values that end as verified.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.spelling import scripts
from dalel import checks, origins
from dalel.claims.finding import find_claims
from dalel.records import Capture, Claim, Document
from dalel.topics import load_topics

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
EDITIONS = ("ru", "kk", "kk-Latn", "kk-Arab", "en")
DAY = date(2024, 5, 20)
CAPTURED = datetime(2024, 5, 21, tzinfo=UTC)
Facts = dict[str, int]
# kind -> which page is altered (0 release, 1 reprint, 2 translation), what is changed in it
KINDS: dict[str, tuple[int, dict[str, str]]] = {
    "a reprint with one number altered": (1, {"count": "other"}),
    "a translation with one number altered": (2, {"cameras": "other"}),
    "number changed on one page": (1, {"whole": "other"}),
    "region changed": (1, {"region": "next"}),
    "year shifted": (1, {"year": "-3"}),
    "year in the future": (0, {"year": "+9"}),
    "unit slip x1000": (1, {"sum": "x1000"}),
    "unit slip /1000": (1, {"count": "/1000"}),
    "headline wrong": (0, {"title:count": "other"}),
    "headline three times off": (0, {"title:count": "x3"}),
    "wrong share": (0, {"share": "+17"}),
    "wrong sum, parts too large": (0, {"outside": "x1.1"}),
    "wrong sum, parts too small": (0, {"outside": "x0.97"}),
    "wrong growth": (0, {"points": "+5"}),
    "unit price against sum and count": (0, {"price": "+70"}),
    "damage larger than the budget": (0, {"damage": "x4"}),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What the checks say of one set: contradictions and notes as (kind, severity, quotes), and verified values."""

    said: frozenset[tuple[str, str, tuple[str, ...]]]
    verified: frozenset[str]


def facts(rng: random.Random) -> Facts:
    """Numbers that agree with one another."""
    few, price = rng.randrange(220, 900), rng.randrange(150, 320)
    few -= few % 20
    inside, outside = rng.randrange(900, 3000), rng.randrange(400, 900)
    whole = rng.randrange(310, 700)
    part = rng.randrange(whole // 4, whole // 2)
    low = rng.randrange(11, 40)
    high = low + rng.randrange(6, 30)
    budget = rng.randrange(60, 190)
    return {
        "region": rng.randrange(6), "count": rng.randrange(2101, 9899), "year": 2024, "inside": inside,
        "outside": outside, "cameras": inside + outside, "whole": whole, "part": part,
        "share": round(100 * part / whole), "few": few, "price": price, "sum": round(few * price / 1000), "low": low,
        "high": high, "points": high - low, "budget": budget, "damage": budget // 3,
    }  # fmt: skip


def altered(given: Facts, change: dict[str, str], rng: random.Random) -> Facts:
    """The facts with one of them changed; a "title:" before its name changes it in the headline only."""
    found = dict(given)
    for name, how in change.items():
        key = name.removeprefix("title:")
        value = given[key]
        if how == "other":
            new = value + rng.choice((-1, 1)) * max(3, value // rng.randrange(4, 9))
        elif how == "next":
            new = (value + 1) % 6
        elif how.startswith("x"):
            new = round(value * float(how[1:])) + (1 if how == "x1.1" else 0)
        elif how.startswith("/"):
            new = max(value // int(how[1:]), 1)
        else:
            new = value + int(how)
        found[name] = new
    return found


def page(edition: str, given: Facts, name: str, reprint: bool) -> Document:
    """One page in one edition."""
    language, _, script = edition.partition("-")
    words = WORDS[language]
    shown: dict[str, object] = {key: value for key, value in given.items() if ":" not in key}
    shown["region"] = words["regions"][given["region"]]
    title = words["title"].format(**shown | {"count": given.get("title:count", given["count"])})
    text = "\n".join(sentence.format(**shown) for sentence in words["text"])
    if reprint:
        text += {"ru": "\nПодписывайтесь на нас.", "kk": "\nБізге жазылыңыз.", "en": "\nFollow us."}[language]
    if script:
        write = scripts.arabic if script == "Arab" else scripts.latin(scripts.LATIN_2021)
        title, text = write(title)[0], write(text)[0]
    digest = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()
    return Document(
        document_id=name, url=f"https://{name}.example/1", source="local", outlet=f"{name}.example", title=title,
        lead=None, text=text, published=DAY, published_basis="given", language=language,
        script={"Arab": "Arab", "Latn": "Latn"}.get(script, "Latn" if language == "en" else "Cyrl"),  # type: ignore[arg-type]
        sha256=digest,
    )  # fmt: skip


def told(documents: list[Document], known: dict[str, list[Claim]]) -> Told:
    """Claims, origins, checks and verdicts of some pages, as the pipeline makes them."""
    topics = load_topics()
    for one in documents:
        if one.document_id + (one.sha256 or "") not in known:
            known[one.document_id + (one.sha256 or "")] = list(find_claims(one, topics))
    claims = [claim for one in documents for claim in known[one.document_id + (one.sha256 or "")]]
    payloads = {one.document_id: f"{one.title}\n{one.text}".encode() for one in documents}
    case = checks.Case(
        claims=claims, documents={one.document_id: one for one in documents}, origins=origins.group(documents),
        captures={one.document_id: capture(one) for one in documents}, payload=payloads.__getitem__, topics=topics,
    )  # fmt: skip
    findings = checks.run(case)
    by_id = {claim.claim_id: claim for claim in claims}
    said = frozenset(
        (one.kind, one.severity, tuple(f"{by_id[i].document_id}: {by_id[i].quote}" for i in one.claim_ids))
        for one in findings
        if one.severity in ("conflict", "note") and one.check != "quote_in_archive"
    )
    verified = {one.claim_id for one in checks.judge(case, findings) if one.verdict == "verified"}
    return Told(said, frozenset(f"{by_id[i].document_id}: {by_id[i].value}" for i in verified))


def capture(document: Document) -> Capture:
    """The capture a page would have been read from."""
    return Capture(
        capture_id=document.document_id, source="local", url=document.url, captured_at=CAPTURED,
        status=200, media_type="text/plain", charset="utf-8", sha256=document.sha256 or "", warc="local/1.warc.gz",
        offset=0, length=1,
    )  # fmt: skip


def run(sets: int) -> Iterator[tuple[str, str, str]]:
    """(edition, kind, outcome) of every copy; kind "clean" for the sets themselves."""
    for edition in EDITIONS:
        other = "ru" if edition != "ru" else "kk"
        for number in range(sets):
            rng = random.Random(f"{edition} {number}")
            base = facts(rng)
            known: dict[str, list[Claim]] = {}
            editions = (edition, edition, other)
            clean = [page(code, base, f"p{i}", i == 1) for i, code in enumerate(editions)]
            before = told(clean, known)
            yield edition, "clean", "contradicted" if any(s == "conflict" for _, s, _ in before.said) else "silent"
            for kind, (place, change) in KINDS.items():
                changed = altered(base, change, rng)
                pages = list(clean)
                pages[place] = page(editions[place], changed, f"p{place}", place == 1)
                after = told(pages, known)
                new = [
                    severity
                    for _, severity, quotes in after.said - before.said
                    if any(quote.startswith(f"p{place}: ") for quote in quotes)
                ]
                value = next(str(changed[name]) for name in change)
                if any(entry == f"p{place}: {value}" for entry in after.verified):
                    yield edition, kind, "verified"
                yield edition, kind, "contradicted" if "conflict" in new else "noted" if new else "silent"


def main() -> None:
    sets = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    counts: dict[str, Counter[str]] = {}
    editions: dict[str, Counter[str]] = {}
    for edition, kind, outcome in run(sets):
        counts.setdefault(kind, Counter())[outcome] += 1
        if kind != "clean":
            editions.setdefault(edition, Counter())[outcome] += 1
    outcomes = ("contradicted", "noted", "silent", "verified")
    for name, found in [*counts.items(), *editions.items()]:
        print(f"{name:42}" + "".join(f"{found[outcome]:>14}" for outcome in outcomes))
    whole = sum((found for kind, found in counts.items() if kind != "clean"), Counter[str]())
    copies = whole["contradicted"] + whole["noted"] + whole["silent"]
    print(
        f"{copies} copies, told {(whole['contradicted'] + whole['noted']) / copies:.3f}, verified {whole['verified']}"
    )


if __name__ == "__main__":
    main()
