"""Is a stated share the share that two counts of the page make, though no ratio was printed?

"9478 devices, or 41 per cent", where the 22 870 contracted stand two paragraphs above. Only agreement is reported:
which count a page takes for the whole is a guess, and a wrong guess proves nothing. To keep luck out, the share must
restate the count beside it ("or", "that is"), few wholes are tried, exactly one must fit, and only by rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import amount, finding
from dalel.checks.foundation.precision import fit, percentage, plain, printed_step, shown
from dalel.checks.foundation.words import begins, says
from dalel.records import Claim, Document, Finding

ROLE = "arithmetic"
ALL = 100  # per cent
NEAR = 60  # characters between a count and the share that restates it

EXAMPLES = (
    speaks(
        "holds",
        "9478 / 22870 = 41.44 %",
        "Денег хватит на [22870 устройств|22870 device device_count]. Привезли"
        " [2700 ноутбуков|2700 device device_count]. На руках [9478 устройств|9478 device device_count], или"
        " [41 процент|41 percent share].",
    ),
    # the only whole the page gives makes another share
    speaks(
        "note",
        "9478 / 22870 = 41.44 %",
        "Денег хватит на [22870 устройств|22870 device device_count]. На руках"
        " [9478 устройств|9478 device device_count], или [14 процентов|14 percent share].",
    ),
    speaks(
        "holds",
        "51 / 317 = 16.09 %",
        "Работают [703 учреждения|703 organisation ratio_whole], камеры лишь в"
        " [317 из них|317 organisation ratio_part whole=703]. К системе присоединили"
        " [51 учреждение|51 organisation institution_count]. От числа организаций с камерами это"
        " [16%|16 percent share].",
    ),
    speaks(
        "holds",
        "563 / 943 = 59.70 %",
        "Өңірдегі [943|943 school institution_count] мектептің [563|563 camera device_count] камерасы қосылды. Бұл"
        " мектептердің [60%-ын|60 percent share] құрайды.",
        language="kk",
    ),
)
NOT_EXAMPLES = (
    # the share is not said to be that of the count beside it
    silent(
        "Купили [22870 устройств|22870 device device_count]. Привезли [9478 устройств|9478 device device_count], по"
        " словам чиновников, [41 процент|41 percent share] школ доволен."
    ),
    # two wholes would fit
    silent(
        "Школ [1003|1003 school institution_count], в прошлом году [1000|1000 school institution_count]. Подключены"
        " [163|163 school institution_count], или [16%|16 percent share]."
    ),
    # the count has a ratio of its own: share_matches_ratio looks at it
    silent(
        "Всего [943|943 school institution_count]. Подключены [91|91 school ratio_part whole=373], или"
        " [10%|10 percent share], из [373|373 school ratio_whole]."
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """At most one finding per share without a ratio."""
    for document_id, claims in pages(case).items():
        document = case.documents[document_id]
        counts = [claim for claim in claims if claim.field == "text" and scope.countable(claim)]
        for share in (claim for claim in claims if claim.unit == "percent" and claim.measure == "share"):
            part = _restated(share, counts, document)
            wholes = _wholes(part, counts, document) if part else []
            fitting = [whole for whole in wholes if part and _fits(share, part, whole)]
            if part and len({whole.value for whole in fitting}) == 1:
                yield _finding(share, part, fitting[0])
            elif part and not fitting and _only(share, part, wholes):
                yield _other(share, part, wholes[0])


def _restated(share: Claim, counts: Sequence[Claim], document: Document) -> Claim | None:
    """The count that the share is said to be the same as."""
    if share.field != "text" or share.modality != "exact":
        return None
    before = [count for count in counts if count.end <= share.start]
    last = before[-1] if before else None
    if (
        last is None
        or not scope.same_place(share, last)
        or last.whole_id
        or last.modality != "exact"
        or last.unit == "percent"
    ):
        return None
    words = document.text[last.end : share.start]
    beside = scope.same_sentence(last, share) and len(words) <= NEAR
    ends = document.text[share.end : share.sentence_end]
    if beside and (
        says(words, document.language, "shares", "same") or begins(ends, document.language, "shares", "same")
    ):
        return last
    opening = document.text[share.sentence_start : share.start] + ends
    follows = scope.adjacent(last, share, document) and says(opening, document.language, "shares", "same")
    return last if follows else None


def _wholes(part: Claim, counts: Sequence[Claim], document: Document) -> list[Claim]:
    """What the part may be a part of: the largest count of its kind, and the ratio and the count before it.

    Kind is the unit, but not for a count side by side with its whole: "943 мектептің 563 камерасы" are 563 schools.
    """
    larger = [count for count in counts if count.value > part.value and count.modality == "exact"]
    here = [count for count in larger if scope.same_place(count, part)]
    alike = [count for count in here if count.unit == part.unit or _side_by_side(count, part, document)]
    largest = max(alike, key=lambda count: (count.value, -count.start), default=None)
    before = [count for count in alike if count.end <= part.start]
    linked = [count for count in before if count.measure in ("ratio_part", "ratio_whole")][-2:]
    return list(dict.fromkeys([*([largest] if largest else []), *linked, *before[-1:]]))


def _side_by_side(whole: Claim, part: Claim, document: Document) -> bool:
    """True where nothing but the noun of the whole stands between it and the part."""
    return whole.end <= part.start and document.text[whole.end : part.start].strip().isalpha()


def _fits(share: Claim, part: Claim, whole: Claim) -> bool:
    return fit(percentage(part.value, whole.value), share) in ("equal", "rounded")


def _only(share: Claim, part: Claim, wholes: Sequence[Claim]) -> bool:
    """True where one sentence gives a share for its count, and the page has one whole of the same things for it."""
    alike = len({whole.value for whole in wholes}) == 1 and all(whole.unit == part.unit for whole in wholes)
    return alike and part.label != "MONEY" and share.value < ALL and scope.same_sentence(share, part)


def _other(share: Claim, part: Claim, whole: Claim) -> Finding:
    """The only whole on the page gives another share: that is noted, since the page may mean a whole it never gives."""
    value = shown(percentage(part.value, whole.value), printed_step(share))
    facts = {"computed": amount("computed", Decimal(value), "percent")}
    arithmetic = f"{plain(part.value)} / {plain(whole.value)} = {value} %"
    parts = {"share": share, "part": part, "whole": whole}
    return finding("share_matches_counts", "note", "share-other", parts, facts, arithmetic)


def _finding(share: Claim, part: Claim, whole: Claim) -> Finding:
    value = shown(percentage(part.value, whole.value), printed_step(share))
    facts = {"computed": amount("computed", Decimal(value), "percent")}
    arithmetic = f"{plain(part.value)} / {plain(whole.value)} = {value} %"
    parts = {"share": share, "part": part, "whole": whole}
    return finding("share_matches_counts", "holds", "share-rounded", parts, facts, arithmetic)
