"""Does a stated share agree with the ratio stated beside it?

"62 % … 4360 of 6936" is checked as 4360 / 6936 = 62.86 %. A share counts as right where it is the exact value rounded
to the decimals printed; where it is the exact value cut off there, that is noted, since ministries do so regularly;
else it is a conflict. A conflict is only claimed of a share and a ratio that stand in one sentence with nothing between
them but a few words: a share of one year beside the counts of another is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import amount, finding
from dalel.checks.foundation.precision import fit, percentage, plain, printed_step, shown
from dalel.checks.foundation.words import is_change
from dalel.records import Claim, Document, Finding

ROLE = "arithmetic"
CHECK = "share_matches_ratio"
NEAR = 60  # characters: "процента видеокамер интегрированы к ЦОУ, или" are 45

Ratio = tuple[Claim, Claim]  # part, whole

EXAMPLES = (
    speaks(
        "note",
        "cut off",
        "К центру подключены [62 процента|62 percent share] камер, или [4360|4360 object ratio_part whole=6936] из"
        " [6936|6936 object ratio_whole] объектов.",
    ),
    # one finding: the share of schools, a sentence before, is another statement
    speaks(
        "note",
        "cut off",
        "Камеры видны в [62 процентах|62 percent share] школ. Подключены [62 процента|62 percent share] камер,"
        " [4360|4360 object ratio_part whole=6936] из [6936|6936 object ratio_whole] объектов.",
    ),
    speaks(
        "holds",
        "91 / 373 = 24.40 %",
        "Полиция видит [24 процента|24 percent share] школ, [91|91 school ratio_part whole=373] из"
        " [373|373 school ratio_whole].",
    ),
    speaks(
        "conflict",
        "24.40",
        "Полиция видит [42 процента|42 percent share] школ, [91|91 school ratio_part whole=373] из"
        " [373|373 school ratio_whole].",
    ),
    speaks(
        "holds",
        "30 / 40 = 75.00 %",
        "Камеры есть в [10|10 school ratio_part whole=40] из [40 школ|40 school ratio_whole], [75%|75 percent share] их"
        " лишены.",
    ),
    speaks(
        "holds",
        "97.933",
        "Камеры есть в [900|900 school ratio_part whole=919] из [919 школ|919 school ratio_whole]. Это"
        " [97,9%|97.9 percent share].",
    ),
    speaks(
        "conflict",
        "54.91",
        "Без камер [почти половина|50 percent share modality=almost] школ, [386|386 school ratio_part whole=703] из"
        " [703|703 school ratio_whole].",
    ),
)
NOT_EXAMPLES = (
    # the share is of another year
    silent(
        "Если в 2022 году их было [35 процентов|35 percent share as_of=2022], то в 2023 году подключены"
        " [152|152 school ratio_part whole=200 as_of=2023] из [200|200 school ratio_whole as_of=2023]."
    ),
    # the share stands in the next sentence and is of something else
    silent(
        "Камеры есть в [317|317 school ratio_part whole=703] из [703 школ|703 school ratio_whole]. К системе"
        " присоединены [16%|16 percent share]."
    ),
    # a growth, not a share
    silent(
        "Число школ выросло на [35 процентов|35 percent share], подключены [152|152 school ratio_part whole=200] из"
        " [200|200 school ratio_whole]."
    ),
    # the share is of another region
    silent(
        "В СКО [15|15 school ratio_part whole=42 region=KZ-59] из [42 школ|42 school ratio_whole region=KZ-59], в ЗКО"
        " [24 процента|24 percent share region=KZ-27]."
    ),
    # "more than" in another sentence would agree with nearly everything
    silent(
        "Камеры есть в [900|900 school ratio_part whole=919] из [919 школ|919 school ratio_whole]. Охрану наняли"
        " [более 40%|40 percent share modality=more_than]."
    ),
    # "about" a number of schools cannot refute a share
    silent(
        "Это [90%|90 percent share] школ, [7386|7386 school ratio_part whole=7550] из"
        " [примерно 7550|7550 school ratio_whole modality=about]."
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per share that has a ratio to be compared with."""
    for document_id, claims in pages(case).items():
        ratios = _ratios(claims)
        for share in (claim for claim in claims if claim.unit == "percent" and claim.measure == "share"):
            judged = _judged(share, ratios, claims, case.documents[document_id])
            if judged is not None:
                yield judged


def _ratios(claims: Sequence[Claim]) -> list[Ratio]:
    known = {claim.claim_id: claim for claim in claims}
    pairs = [(claim, known[claim.whole_id]) for claim in claims if claim.whole_id in known]
    return [(part, whole) for part, whole in pairs if whole.value > 0 and part.unit != "percent"]


def _judged(share: Claim, ratios: Sequence[Ratio], claims: Sequence[Claim], document: Document) -> Finding | None:
    beside = sorted(
        (ratio for ratio in ratios if scope.same_sentence(share, ratio[0])),
        key=lambda ratio: (len(scope.between(share, ratio[0], document)), ratio[0].start),
    )
    nearby = [ratio for ratio in ratios if scope.adjacent(share, ratio[0], document) and not _taken(ratio, claims)]
    restated = [ratio for ratio in beside if _bound(share, ratio, claims, document)]
    for ratio in (*beside, *nearby):
        if agreement := _agreement(share, ratio, loosely=ratio in restated):
            return agreement
    for ratio in beside:
        if agreement := _agreement(share, ratio, rest=True):
            return agreement
    return _contradiction(share, restated[0]) if restated else None


def _taken(ratio: Ratio, claims: Sequence[Claim]) -> bool:
    """True where the ratio's own sentence states a share: it is then not there to explain another sentence's."""
    return any(claim.measure == "share" and scope.same_sentence(claim, ratio[0]) for claim in claims)


def _agreement(share: Claim, ratio: Ratio, rest: bool = False, loosely: bool = False) -> Finding | None:
    """Holds or note where the share is that of the part, or, with `rest`, of what the part leaves over.

    "More than 40 %" agrees with so much that it only counts (`loosely`) beside the ratio that it restates.
    """
    part, whole = ratio
    if part.value > whole.value or not scope.same_place(share, part):
        return None
    counted = whole.value - part.value if rest else part.value
    exact = percentage(counted, whole.value)
    how = fit(exact, share)
    if how is None or (rest and how == "truncated") or (how in ("about", "bound") and not loosely):
        return None
    value = shown(exact, printed_step(share))
    ways = {"equal": "exact", "rounded": "rounded", "truncated": "cut", "about": "near", "bound": "near"}
    return finding(
        CHECK,
        "note" if how == "truncated" else "holds",
        f"share-{'rest' if rest else ways[how]}",
        {"share": share, "part": part, "whole": whole},
        {"computed": amount("computed", Decimal(value), "percent")},
        f"{plain(counted)} / {plain(whole.value)} = {value} %",
    )


def _bound(share: Claim, ratio: Ratio, claims: Sequence[Claim], document: Document) -> bool:
    """True where the sentence plainly offers the ratio as the share in other words."""
    part, whole = ratio
    if is_change(share, document):
        return False
    return (
        len(scope.between(share, part, document)) <= NEAR
        and scope.undivided([claim for claim in claims if claim.claim_id != whole.claim_id], share, part)
        and all(scope.same_place(share, other) and share.as_of == other.as_of for other in ratio)
        and all(share.status == other.status and other.modality == "exact" for other in ratio)
    )


def _contradiction(share: Claim, ratio: Ratio) -> Finding:
    part, whole = ratio
    value = shown(percentage(part.value, whole.value), printed_step(share))
    return finding(
        CHECK,
        "conflict",
        "share-other",
        {"share": share, "part": part, "whole": whole},
        {"computed": amount("computed", Decimal(value), "percent")},
        f"{plain(part.value)} / {plain(whole.value)} = {value} %",
    )
