"""Claims of a page cost time by its length, in any shape of page.

A sheet of an official release holds thousands of cells, and a hostile page one sentence of a megabyte.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from benchmarks.growth import LIMIT, TIMES, excess
from dalel.claims.finding import find_claims
from dalel.records import Claim, Document
from dalel.topics import load_topics

REGIONS = ("Акмолинская область", "Атырауская область", "Жамбылская область", "город Алматы")
SHAPES: dict[str, tuple[str, str, Callable[[int], str]]] = {  # name -> language, joined by, the n-th piece
    "cells of a sheet": ("ru", "\n", lambda n: f"{REGIONS[n % 4]} — Закуплено компьютеров: {n + 3000}"),
    "paragraphs": ("ru", "\n", lambda n: f"В {n + 3} школах установят камеры, на это выделено {n + 1} млн тенге."),
    "sentences of one paragraph": ("ru", ". ", lambda n: f"В {n + 3} школах установят {n * 2 + 5} камер"),
    "counts of one sentence": ("ru", ", ", lambda n: f"в школе установят {n * 2 + 5} камер"),
    "sums of one sentence": ("ru", ", ", lambda n: f"на {n + 3} млн тенге выделено и похищено"),
    "regions of one sentence": ("ru", ", ", lambda n: f"{REGIONS[n % 3]} {n * 2 + 5} школ"),
    "dates of one sentence": ("ru", ", ", lambda n: f"{n % 28 + 1} марта {1990 + n % 40} года закуплено {n + 5} камер"),
    "deadlines": ("ru", ", ", lambda n: f"планируем до {n % 28 + 1} мая {1990 + n % 40} года купить {n + 5} камер"),
    "years in English": ("en", ", ", lambda n: f"{n + 5} schools in {1990 + n % 40}"),
    "speakers of one sentence": ("ru", ", ", lambda n: f"сообщил министр просвещения Иван Петров, {n + 5} камер"),
    "speakers in Kazakh": (
        "kk",
        ", ",
        lambda n: f"министр Асқар Ахметовтің айтуынша {n + 5} мектепке камера орнатылды",
    ),
    "persons": (
        "ru",
        "\n",
        lambda n: f"Министр Иван Пе{chr(1072 + n % 30)}{chr(1072 + n // 30)}ин сообщил: {n + 5} камер.",
    ),
    "offices": ("ru", "\n", lambda n: f"В министерстве района {n + 1000} сообщили: закуплено {n + 5} камер."),
    "numbered schools": ("ru", ". ", lambda n: f"В Шымкенте в школе №{n % 99} стоят {n * 2 + 5} камер"),
}
FEW = 12
TOPICS = load_topics()


def claims(shape: str, pieces: int) -> list[Claim]:
    language, joint, piece = SHAPES[shape]
    page = Document(
        document_id="growth",
        url="",
        source="local",
        outlet="",
        title=None,
        lead=None,
        text=joint.join(map(piece, range(pieces))),
        published=date(2022, 1, 31),
        published_basis="given",
        language=language,
        script="Cyrl",
    )
    return find_claims(page, TOPICS)


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_time_grows_no_faster_than_the_page(shape: str) -> None:
    assert len(claims(shape, FEW * TIMES)) >= FEW * TIMES
    assert excess(lambda pieces: claims(shape, pieces), FEW) < LIMIT
