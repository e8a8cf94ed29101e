"""`python -m benchmarks.drift`: numbers of articles set wrong on purpose, and whether `dalel check` finds them.

Pages and articles are made from the sentences of drift.toml in three languages: an archive of pages in the one wording,
articles in the other and often in another language, with planted drifts, faithful rewordings and things that no page
states. Everything in between is dalel's own: pages are read by `find_claims`, articles by `proofreading.check`.

Printed: drifts found, found with the right kind, false alarms of faithful rewordings and of things not in the archive;
every wrong case with --cases. `--speed` times an article of 200 numbers against 100 000 claims.
"""

from __future__ import annotations

import random
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from dalel import paths, pipeline
from dalel.claims.finding import find_claims
from dalel.proofreading import checking, index, manuscripts
from dalel.records import Claim, Document, Verdict
from dalel.topics import load_topics

SENTENCES = tomllib.loads((Path(__file__).parent / "drift.toml").read_text("utf-8"))
LANGUAGES = ("kk", "ru", "en")
YEARS = (2019, 2020, 2021, 2022, 2023, 2024)
STATED = 0.6  # share of all things, regions and years that the archive states
AHEAD = 0.3  # share of those that can be planned, and are
DRIFTS, FAITHFUL, ABSENT, ARTICLE = 1000, 1000, 500, 8
SEED = 17
KINDS = (
    "value", "unit", "scale", "rounding", "modality", "region", "status", "points", "date", "contradicted",
    "superseded",
)  # fmt: skip
SPOKEN = ("more_than", "almost", "about")
WORDS: dict[str, dict[str, str]] = {
    "kk": {"exact": "{n}", "more_than": "{n}-ден астам", "almost": "{n} дерлік", "about": "шамамен {n}"},
    "ru": {"exact": "{n}", "more_than": "более {n}", "almost": "почти {n}", "about": "около {n}"},
    "en": {"exact": "{n}", "more_than": "more than {n}", "almost": "almost {n}", "about": "about {n}"},
}
SCALES = {
    "kk": {"million": "млн", "billion": "млрд", "thousand": "мың", "KZT": "теңге", "USD": "доллар"},
    "ru": {"million": "млн", "billion": "млрд", "thousand": "тыс.", "KZT": "тенге", "USD": "долларов"},
    "en": {"million": "million", "billion": "billion", "thousand": "thousand", "KZT": "tenge", "USD": "dollars"},
}
SHARES = {
    "kk": {"percent": "{n} пайызы", "points": "{n} пайыздық тармағы"},
    "ru": {"percent": "{n} %", "points": "{n} процентных пункта"},
    "en": {"percent": "{n} percent", "points": "{n} percentage points"},
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One statement: of which thing, where, when, how much (money in millions) and with which word before it."""

    thing: str
    kind: str  # count | money | share
    region: str
    year: int
    value: Decimal
    modality: str = "exact"
    ahead: bool = False
    unit: str = "KZT"
    scale: str = ""  # what the value is printed in: "", thousand, million, billion; points


def things() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in SENTENCES["things"]}


def facts(rng: random.Random, thing: dict[str, Any]) -> Iterator[Fact]:
    """What is so of one thing, everywhere and every year."""
    for region in SENTENCES["regions"]:
        for year in YEARS:
            value = Decimal(rng.randint(thing["low"], thing["high"]))
            if thing["kind"] != "count" and rng.random() < 0.6:
                value += Decimal(rng.randint(1, 9)) / 10
            yield Fact(
                thing=thing["id"],
                kind=thing["kind"],
                region=region["code"],
                year=year,
                value=value,
                modality=rng.choice(SPOKEN) if rng.random() < 0.3 else "exact",
                ahead="told_ahead" in thing and rng.random() < AHEAD,
                scale={"money": "million", "share": "percent"}.get(thing["kind"], ""),
            )


def figure(value: Decimal, language: str) -> str:
    text = f"{value.normalize():,f}"
    return text if language == "en" else text.replace(",", " ").replace(".", ",")


def told(fact: Fact, wording: str, language: str) -> str:
    """The sentence that says it."""
    thing = things()[fact.thing]
    region = next(one[language] for one in SENTENCES["regions"] if one["code"] == fact.region)
    number = figure(fact.value, language)
    if fact.kind == "share":
        number = SHARES[language][fact.scale].format(n=number)
        if fact.thing == "unemployment" and language == "kk":
            number = number.removesuffix("ы").removesuffix("ғ")
            number = number.replace("пайыздық тарма", "пайыздық тармақ")
    else:
        words = SCALES[language]
        parts = [number, words.get(fact.scale, ""), words[fact.unit] if fact.kind == "money" else ""]
        number = " ".join(part for part in parts if part)
    form = thing[f"{wording}_ahead" if fact.ahead else wording][language]
    said = WORDS[language][fact.modality].format(n=number)
    sentence = form.format(n=said, where=region, when=fact.year)
    return sentence[0].upper() + sentence[1:]


def drifted(rng: random.Random, fact: Fact, kind: str) -> Fact | None:
    """The fact with one slip of this kind; None where the fact cannot have it."""
    if kind in ("contradicted", "superseded"):  # told as the page tells it
        return fact
    changed = {
        "value": lambda: _misstated(rng, fact),
        "unit": lambda: replace(fact, unit="USD" if fact.kind == "money" else fact.unit),
        "scale": lambda: _misscaled(fact),
        "rounding": lambda: _misrounded(fact) or fact,
        "modality": lambda: _misspoken(rng, fact),
        "region": lambda: replace(fact, region=_other(rng, fact.region, [one["code"] for one in SENTENCES["regions"]])),
        "status": lambda: replace(fact, ahead=False),
        "points": lambda: replace(fact, scale="points" if fact.kind == "share" else fact.scale),
        "date": lambda: replace(fact, year=_other(rng, fact.year, YEARS)),
    }[kind]()
    return None if changed == fact else changed


def _other(rng: random.Random, own: Any, known: Sequence[Any]) -> Any:
    return rng.choice([one for one in known if one != own])


def _misstated(rng: random.Random, fact: Fact) -> Fact:
    factor = rng.choice([Decimal(7) / 10, Decimal(8) / 10, Decimal(13) / 10, Decimal(3) / 2, Decimal(17) / 10])
    return replace(fact, value=(fact.value * factor).quantize(Decimal(1)) + 1)


def _misscaled(fact: Fact) -> Fact:
    if fact.kind == "money":
        return replace(fact, scale="billion")
    return replace(fact, value=fact.value * 10) if fact.kind == "count" else fact


def _misspoken(rng: random.Random, fact: Fact) -> Fact:
    if fact.modality in ("more_than", "almost"):
        return replace(fact, modality="exact")
    return replace(fact, modality=rng.choice(["more_than", "almost"])) if fact.modality == "exact" else fact


def _misrounded(fact: Fact) -> Fact | None:
    """More digits than were printed, a tail cut off, or a count rounded as if it were exact."""
    if fact.modality != "exact":
        return None
    if fact.kind == "money":
        return replace(fact, value=fact.value + Decimal("0.04"))
    if fact.kind == "share" and fact.value % 1 > Decimal("0.5"):
        return replace(fact, value=fact.value.quantize(Decimal(1)) - 1)
    if fact.kind == "count" and fact.value >= 1000 and fact.value % 100 not in (0, 50):
        return replace(fact, value=(fact.value / 100).quantize(Decimal(1)) * 100)
    return None


def reworded(rng: random.Random, fact: Fact) -> Fact:
    """The same said otherwise: rounded as one may, in another scale, or as it was."""
    chance = rng.random()
    if fact.kind == "money" and fact.value >= 1000 and chance < 0.5 and fact.modality == "exact":
        return replace(fact, value=(fact.value / 1000).quantize(Decimal("0.01")), scale="billion")
    if fact.kind == "share" and fact.value % 1 and chance < 0.4 and fact.modality == "exact":
        return replace(fact, value=fact.value.quantize(Decimal(1), rounding="ROUND_HALF_UP"))
    if fact.kind == "count" and fact.value >= 2000 and chance < 0.3 and fact.modality == "exact":
        return replace(
            fact, value=(fact.value / 1000).quantize(Decimal("0.1"), rounding="ROUND_HALF_UP"), scale="thousand"
        )
    if fact.kind == "count" and fact.value >= 300 and chance < 0.5 and fact.modality == "exact":
        rounded = (fact.value / 10).quantize(Decimal(1)) * 10
        return replace(fact, value=rounded, modality="about")
    return fact


def document(name: str, text: str, language: str) -> Document:
    return Document(
        document_id=name, url=f"https://{name}.example/", source="example", outlet=f"{name}.example", title=None,
        lead=None, text=text, published=None, published_basis="unknown", language=language, script="Latn" if language ==
        "en" else "Cyrl",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A sentence of an article, and what is to be said of its number."""

    text: str
    expected: str  # a kind of drift, "" for a faithful rewording, "absent" for what no page states
    source: Fact
    language: str
    page_language: str


@dataclass(frozen=True)
class World:
    """An archive and articles about it."""

    documents: Sequence[Document]
    claims: Sequence[Claim]
    verdicts: Sequence[Verdict]
    articles: Sequence[Sequence[Statement]]


def world(seed: int = SEED, drifts: int = DRIFTS, faithful: int = FAITHFUL, absent: int = ABSENT) -> World:
    """Pages of a region and year each, and articles with as many statements of each sort."""
    rng = random.Random(seed)
    everything = [fact for thing in SENTENCES["things"] for fact in facts(rng, thing)]
    stated = [fact for fact in everything if rng.random() < STATED]
    missing = [fact for fact in everything if fact not in set(stated)]
    pages: dict[tuple[str, int], list[Fact]] = {}
    for fact in stated:
        pages.setdefault((fact.region, fact.year), []).append(fact)
    language = {place: rng.choice(LANGUAGES) for place in sorted(pages)}
    documents = [
        document(f"p{number}", "\n".join(told(fact, "told", language[place]) for fact in pages[place]), language[place])
        for number, place in enumerate(sorted(pages))
    ]
    topics = load_topics()
    claims = [claim for page in documents for claim in find_claims(page, topics)]
    doomed = {fact: rng.choice(["contradicted", "superseded"]) for fact in stated if rng.random() < 0.1}
    verdicts = []
    for page, place in zip(documents, sorted(pages), strict=True):
        lines = {told(fact, "told", language[place]): fact for fact in pages[place]}
        verdicts += [
            Verdict(claim_id=claim.claim_id, verdict=doomed.get(lines[claim.sentence], "single-source"),
                    because="alone", reason="", origins=1)
            for claim in claims if claim.document_id == page.document_id
        ]  # fmt: skip
    made = _statements(rng, stated, missing, doomed, language, (drifts, faithful, absent))
    articles = []
    for spoken in LANGUAGES:
        own = [one for one in made if one.language == spoken]
        rng.shuffle(own)
        articles += [own[start : start + ARTICLE] for start in range(0, len(own), ARTICLE)]
    return World(documents, claims, verdicts, articles)


def _statements(
    rng: random.Random,
    stated: Sequence[Fact],
    missing: Sequence[Fact],
    doomed: dict[Fact, str],
    language: dict[tuple[str, int], str],
    counts: tuple[int, int, int],
) -> list[Statement]:
    made: list[Statement] = []
    sound = [fact for fact in stated if fact not in doomed]

    def add(fact: Fact, changed: Fact, expected: str) -> None:
        spoken = rng.choice(LANGUAGES)
        origin = language.get((fact.region, fact.year), "")
        made.append(
            Statement(
                text=told(changed, "retold", spoken), expected=expected, source=fact, language=spoken,
                page_language=origin,
            )
        )  # fmt: skip

    while len(made) < counts[0]:
        kind = KINDS[len(made) % len(KINDS)]
        fact = rng.choice([one for one in doomed if doomed[one] == kind] if kind in doomed.values() else sound)
        if (changed := drifted(rng, fact, kind)) is not None:
            add(fact, changed, kind)
    for _ in range(counts[1]):
        fact = rng.choice(sound)
        add(fact, reworded(rng, fact), "")
    for _ in range(counts[2]):
        fact = rng.choice(missing)
        add(fact, fact, "absent")
    return made


@dataclass(frozen=True)
class Judged:
    """A statement and what the check said of its number."""

    statement: Statement
    finding: str  # "unread" where no number was read
    differs: tuple[str, ...]


def judged(made: World) -> list[Judged]:
    """Every statement with what `proofreading.check` says of its number."""
    known = index.build(made.claims, made.documents, made.verdicts)
    topics = load_topics()
    found = []
    for number, article in enumerate(made.articles):
        for statement, marks in zip(article, _marks(f"a{number}", article, known, topics), strict=True):
            mark = marks[0] if marks else None
            found.append(Judged(statement, mark.finding if mark else "unread", mark.differs if mark else ()))
    return found


def _marks(name: str, article: Sequence[Statement], known: Any, topics: Any) -> list[list[Any]]:
    text = "\n".join(one.text for one in article)
    starts = [sum(len(one.text) + 1 for one in article[:place]) for place in range(len(article) + 1)]
    paragraphs = [
        manuscripts.Paragraph(one.text, range(at, at + len(one.text))) for at, one in zip(starts, article, strict=False)
    ]
    manuscript = manuscripts.of_paragraphs(name, text, None, paragraphs, document(name, text, article[0].language))
    marks = checking.check(manuscript, known, topics)
    return [
        [mark for mark in marks if starts[place] <= mark.start < starts[place + 1]] for place in range(len(article))
    ]


def figures(found: Sequence[Judged]) -> dict[str, float]:
    """Measure -> share: drifts found, of the right kind, false alarms of what is faithful and of what is not there."""
    planted = [one for one in found if one.statement.expected not in ("", "absent")]
    caught = [one for one in planted if one.differs]
    right = [one for one in caught if one.differs == (one.statement.expected,)]
    faithful = [one for one in found if one.statement.expected == ""]
    absent = [one for one in found if one.statement.expected == "absent"]
    return {
        "drifts found": len(caught) / len(planted),
        "of these the right kind": len(right) / len(caught),
        "faithful: no alarm": sum(not one.differs for one in faithful) / len(faithful),
        "faithful: backed": sum(one.finding == "backed" for one in faithful) / len(faithful),
        "absent: no alarm": sum(not one.differs for one in absent) / len(absent),
        "absent: unbacked": sum(one.finding == "unbacked" for one in absent) / len(absent),
    }


def strangers() -> tuple[int, int]:
    """Numbers of the sample's pages, each compared with the archive without its own origin; and how many drift.

    Nearly all of them are in no other page: what drifts is a false alarm, or two pages that really differ.
    """
    run = pipeline.refresh(paths.workspace(paths.PROJECT))
    topics = load_topics()
    origin = {one.document_id: one.origin_id for one in run.origins}
    numbers = drifting = 0
    for page in run.documents:
        others = [
            claim
            for claim in run.claims
            if origin.get(claim.document_id, claim.document_id) != origin.get(page.document_id, page.document_id)
        ]
        text = replace(page, document_id="own", title=None, lead=None)
        places: list[Any] = [{"text": range(len(page.text))}]
        manuscript = manuscripts.Manuscript(name="own", given=page.text, documents=[text], places=places)
        marks = checking.check(manuscript, index.build(others, run.documents, run.verdicts), topics)
        numbers += len(marks)
        drifting += sum(mark.finding == "drift" for mark in marks)
    return numbers, drifting


def main(arguments: Sequence[str]) -> None:
    seeds = [int(one) for one in arguments if one.isdigit()] or [SEED]
    for seed in seeds:
        made = world(seed)
        found = judged(made)
        print(f"seed {seed}: {len(made.claims)} claims on {len(made.documents)} pages, {len(made.articles)} articles")
        for name, value in figures(found).items():
            print(f"  {name:<26}{value:.4f}")
        for kind in KINDS:
            own = [one for one in found if one.statement.expected == kind]
            said = Counter(",".join(one.differs) or one.finding for one in own)
            print(f"  {kind:<14}{len(own):>4}  {dict(said.most_common(5))}")
        for across in (False, True):
            own = [one for one in found if (one.statement.language != one.statement.page_language) == across
                   and one.statement.expected not in ("", "absent")]  # fmt: skip
            print(f"  {'across languages' if across else 'same language':<18}{len(own):>5}"
                  f"  found {sum(bool(one.differs) for one in own) / len(own):.4f}")  # fmt: skip
        if "--cases" in arguments:
            for one in found:
                expected = one.statement.expected
                wrong = one.differs if expected in ("", "absent") else one.differs != (expected,)
                if wrong or (expected == "" and one.finding != "backed"):
                    page = one.statement.page_language
                    print(f"    {expected or 'faithful':<13}{one.finding} {one.differs} {page}: {one.statement.text}")
                    print(f"      source: {told(one.statement.source, 'told', page or 'ru')}")
    if "--strangers" in arguments:
        numbers, drifting = strangers()
        print(f"pages of the sample without their own origin: {numbers} numbers, {drifting} drift")
    if "--speed" in arguments:
        speed()


def speed() -> None:
    """Seconds for an article of 200 numbers against 100 000 claims, after start-up, with what start-up took."""
    made = world(SEED, 100, 100, 50)
    copies = [made.claims]
    while sum(map(len, copies)) < 100_000:
        n = len(copies)
        copies.append([
            replace(one, claim_id=f"{one.claim_id}{n}", document_id=f"{one.document_id}-{n}", value=one.value * n + n,
                    as_of=f"{1900 + n % 119}") for one in made.claims
        ])  # fmt: skip
    claims = [claim for copy in copies for claim in copy][:100_000]
    pages = [
        replace(page, document_id=f"{page.document_id}-{n}") for n in range(len(copies)) for page in made.documents
    ]
    begun = time.perf_counter()
    known = index.build(claims, [*made.documents, *pages], made.verdicts)
    built = time.perf_counter()
    article = [one for some in made.articles for one in some if one.language == "ru"]
    article = (article * 5)[:200]
    topics = load_topics()
    _marks("warm", article[:5], known, topics)
    ready, worked = time.perf_counter(), time.process_time()
    marks = sum(map(len, _marks("a", article, known, topics)))
    done, work = time.perf_counter(), time.process_time() - worked
    took = f"{done - ready:.2f} s, of the processor {work:.2f} s"
    print(f"{len(claims)} claims, {marks} numbers: {took}; the index took {built - begun:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
