"""Do the parts that a page gives make up the total that it gives?

An exact sum confirms all its numbers. A sum that misses the total contradicts it only where the page itself says that
these are its parts (a colon, "of them", "the others") and the gap is small: a large gap means that not all parts were
named, which is no mistake. Counts that merely stand near one another are never said to conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalel.checks.foundation import sums
from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import Given, amount, finding
from dalel.checks.foundation.precision import fit_printed, meet, plain, printed_step, span, total
from dalel.checks.foundation.sums import Sum
from dalel.checks.foundation.words import says
from dalel.records import Claim, Document, Finding, Severity

ROLE = "arithmetic"
NEAR = Decimal("0.01")  # of the total: a gap that is a slip and not an unnamed part
PERHAPS = Decimal("0.25")  # listed parts so far above their total may overlap, or one of them is wrong: noted
LISTED = Decimal("0.05")  # the same where the page lists the parts after a colon or names the rest as such

EXAMPLES = (
    # listed, but they may overlap
    speaks(
        "note",
        "sum-perhaps-above",
        "В области [360 школ|360 school institution_count]: [200|200 school institution_count] с камерами,"
        " [170|170 school institution_count] с кнопками.",
    ),
    speaks(
        "conflict",
        "Difference: 3 too few",
        "Из [647 школ|647 school ratio_whole] [271|271 school ratio_part whole=647] перевели на удаленку. В обычном"
        " режиме учатся [373 школы|373 school ratio_part].",
    ),
    speaks(
        "conflict",
        "Difference: 3 too few",
        "Из [647 школ|647 school ratio_whole] [271|271 school ratio_part whole=647] перевели на удаленку. В обычном"
        " режиме учатся [373 школы|373 school ratio_part whole=647]. Закрыты [12 школ|12 school institution_count].",
    ),
    speaks(
        "holds",
        "3134 + 1694 = 4828",
        "О́ńirge barlyǵy [4828 kamera|4828 camera device_count] qoıylǵan: [3134-i|3134 camera device_count] ishin,"
        " [1694-i|1694 camera device_count] syrtyn baqylaıdy.",
        language="kk",
    ),
    speaks(
        "holds",
        "18 + 14 = 32",
        "Мектепте [32 камера|32 camera device_count] бар: соның [18 камерасы|18 camera device_count] ішін,"
        " [14-і|14 camera device_count] сыртын көреді.",
        language="kk",
    ),
    speaks(
        "holds",
        "3479 + 18984 = 22463",
        "Всего достанется [22 463 компьютера|22463 device device_count].\nНа дистанционке [176 школ|176 school"
        " institution_count].\nОбласть покупает [3479 ноутбуков|3479 device device_count]. Ещё поступят"
        " [18 984 компьютера|18984 device device_count].",
    ),
    speaks(
        "conflict",
        "345 schools; the page says 360 schools. Difference: 15",
        "Из [360 школ|360 school ratio_whole] в [300|300 school ratio_part whole=360] камеры. Остальные"
        " [45|45 school institution_count] ждут.",
    ),
    speaks(
        "note",
        "sum-cut",
        "The budget provides [T2.3 trillion|2300000000000 KZT budget_planned]: [T500 billion|500000000000 KZT"
        " budget_planned] in 2023, [T976.3 billion|976300000000 KZT budget_planned] in 2024 and [T909.4"
        " billion|909400000000 KZT budget_planned] in 2025.",
        language="en",
    ),
    speaks(
        "holds",
        "10 + 9 + 6 + 5 = 30",
        "В перечень попали [30 школ|30 school institution_count].\nАстана получит"
        " [10 школ|10 school institution_count region=KZ-71], Туркестанская область"
        " [9|9 school institution_count region=KZ-61], Жамбылская [6|6 school institution_count region=KZ-31],"
        " Атырауская [5|5 school institution_count region=KZ-23].",
    ),
    speaks(
        "conflict",
        "sum-above 20 + 13 = 33",
        "Мектепте [32 камера|32 camera device_count] бар: [20 камера|20 camera device_count] ішінде,"
        " [13|13 camera device_count] сыртында.",
        language="kk",
    ),
)
NOT_EXAMPLES = (
    # not all parts are named
    silent(
        "Среди [154|154 person people_count] осужденных: [86 бухгалтеров|86 person people_count],"
        " [17 руководителей|17 person people_count] и другие."
    ),
    # years one after another are no parts of the last
    silent(
        "Построили [100 школ|100 school institution_count], потом [200|200 school institution_count], потом"
        " [300|300 school institution_count]."
    ),
    # bought and planned are separate
    silent(
        "Куплено [7711 планшетов|7711 device device_count] и [5952 компьютера|5952 device device_count]. Планируем"
        " взять [57 190 устройств|57190 device device_count]."
    ),
    # schools with cameras and schools with buttons overlap
    silent(
        "Из [360 школ|360 school ratio_whole] камеры имеют [300|300 school ratio_part whole=360], кнопки есть в"
        " [148|148 school institution_count]."
    ),
    # "some more", not "the rest"
    silent(
        "Из [360 школ|360 school ratio_whole] в [300|300 school ratio_part whole=360] камеры. Еще"
        " [45|45 school institution_count] ждут."
    ),
    # different things counted
    silent(
        "[20 камер|20 camera device_count] и [10 кнопок|10 button device_count], всего"
        " [30 школ|30 school institution_count]."
    ),
    # the parts belong to another place
    silent(
        "Из [42 школ|42 school ratio_whole place=Петропавловск] [15|15 school ratio_part whole=42 place=Петропавловск]"
        " опоздали. Еще [27|27 school institution_count region=KZ-47] в другой области."
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per total: the plainest way of adding up that the page offers."""
    for document_id, claims in pages(case).items():
        document = case.documents[document_id]
        for alike in sums.counts(claims).values():
            if len(alike) > 2:
                yield from _findings(alike, document)


def _findings(alike: Sequence[Claim], document: Document) -> Iterator[Finding]:
    settled: set[str] = set()
    ways = (sums.enumerations(alike, document), sums.partitions(alike, document))
    for candidate in (found for way in (*ways, sums.runs(alike, document), sums.regions(alike)) for found in way):
        judged = _judged(candidate, document)
        if judged is not None and candidate.total.claim_id not in settled:
            settled.add(candidate.total.claim_id)
            yield judged


def _judged(candidate: Sum, document: Document) -> Finding | None:
    gap = candidate.value - candidate.total.value
    if gap == 0:
        return _finding(candidate, "holds", "sum-holds")
    if not candidate.binding:
        return None
    how = fit_printed(candidate.value, candidate.total.value, printed_step(candidate.total))
    meets = gap < 0 and meet(total(span(part) for part in candidate.parts), span(candidate.total))
    if how == "truncated":
        return _finding(candidate, "note", "sum-cut")
    if how == "rounded" or meets:
        return _finding(candidate, "holds", "sum-rounded")
    return _missed(candidate, gap, document)


def _missed(candidate: Sum, gap: Decimal, document: Document) -> Finding | None:
    """A sum that misses its total: a slip, parts that may overlap, or a list that is not complete."""
    if abs(gap) <= candidate.total.value * _allowed(candidate, document):
        return _finding(candidate, "conflict", "sum-short" if gap < 0 else "sum-above")
    near = 0 < gap <= candidate.total.value * PERHAPS and candidate.total.claim_id not in _wholes(candidate)
    return _finding(candidate, "note", "sum-perhaps-above") if near else None


def _wholes(candidate: Sum) -> set[str | None]:
    return {part.whole_id for part in candidate.parts}


def _allowed(candidate: Sum, document: Document) -> Decimal:
    """The largest gap, as a share of the total, that still is a contradiction."""
    total, first, last = candidate.total, candidate.parts[0], candidate.parts[-1]
    listed = total.claim_id not in {part.whole_id for part in candidate.parts}
    opening = document.text[last.sentence_start : last.start]
    if candidate.value > total.value:
        # parts of a whole may overlap (cameras here, alarm buttons there); a unit too much is a slip
        return max(NEAR, 1 / total.value)
    return LISTED if listed or (first != last and says(opening, document.language, "sums", "rest")) else NEAR


def _arithmetic(candidate: Sum) -> str:
    return f"{' + '.join(plain(part.value) for part in candidate.parts)} = {plain(candidate.value)}"


def _finding(candidate: Sum, severity: Severity, kind: str) -> Finding:
    unit = candidate.total.unit
    facts: dict[str, Given] = {
        "sum": amount("sum", candidate.value, unit),
        "gap": amount("gap", abs(candidate.value - candidate.total.value), unit),
    }
    parts: dict[str, Claim | Sequence[Claim]] = {"total": candidate.total, "parts": candidate.parts}
    return finding("parts_sum_to_total", severity, kind, parts, facts, _arithmetic(candidate))
