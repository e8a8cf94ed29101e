"""The stories of origin_pairs.toml -> documents and labelled pairs."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from benchmarks.spelling import scripts
from dalel.records import Document

STORIES = tomllib.loads((Path(__file__).parent / "origin_pairs.toml").read_text("utf-8"))["stories"]
LATE = 6  # days after which the English translation comes
WRITTEN = ("release", "rewrite", "kk", "en", "independent", "series")  # the others are made of these


def documents() -> dict[tuple[str, str], Document]:
    """Every page of every story, by story and kind."""
    found = {}
    for story in STORIES:
        day = date.fromisoformat(story["day"])
        texts = {
            kind: story[kind] for kind in ("release", "rewrite", "kk", "en", "independent", "series") if kind in story
        }
        texts["reprint"] = "Новости региона. " + story["release"] + " Подписывайтесь на наш канал."
        texts["latin"] = scripts.latin(scripts.LATIN_2021)(story["kk"])[0]
        texts["arabic"] = scripts.arabic(story["kk"])[0]
        for number, (kind, text) in enumerate(sorted(texts.items())):
            language = "kk" if kind in ("kk", "latin", "arabic") else "en" if kind == "en" else "ru"
            script = {"latin": "Latn", "arabic": "Arab", "en": "Latn"}.get(kind, "Cyrl")
            name = f"{story['id']}-{kind}"
            found[story["id"], kind] = Document(
                document_id=name, url=f"https://{kind}{number}.example/{story['id']}", source="example",
                outlet=f"{kind}{number}.example", title=text.split(". ")[0].split(", ")[0], lead=None, text=text,
                published=day + timedelta(days=LATE if kind == "en" else number % 2), published_basis="markup",
                language=language, script=script,
            )  # fmt: skip
    return found


def pairs() -> list[tuple[str, str, str]]:
    """Two document ids and what they are: one, independent or series. Pages of two stories are independent."""
    made = documents()
    found = []
    for a, b in combinations(sorted(made), 2):
        names = made[a].document_id, made[b].document_id
        if a[0] != b[0]:
            if a[1] == b[1]:
                found.append((*names, "independent"))
        elif "series" in (a[1], b[1]):
            found.append((*names, "series"))
        else:
            found.append((*names, "independent" if "independent" in (a[1], b[1]) else "one"))
    return found
