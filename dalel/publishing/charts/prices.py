"""What one piece costs, by the sum and the count that a page states together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from dalel.publishing import gate, names, prose
from dalel.publishing.charts import axis
from dalel.publishing.charts.around import Shown, chart, framed, said, subtitle
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import LOOKS, UNTOLD
from dalel.publishing.charts.sheet import GREY, INK, Frame, Key, Line, Sheet, sheet
from dalel.publishing.charts.svg import CLAIM
from dalel.publishing.linked import Linked
from dalel.publishing.tables.joining import Row, by_id, table_of
from dalel.publishing.wording import brief, number, unit_single, word
from dalel.records import Fact, Finding

CHECK = "implied_unit_price"
COLUMNS = ("claim_ids", "region", "value", "unit", "counted_unit", "sum", "count", "status", "shown", "withheld")


def prices(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "contradicted") -> Chart:
    """One row a price: dearest first, with the sum and the count it is made of; only of the unit most are of."""
    known = by_id(gate.at_level(frame, level, language))
    found = _prices(known, findings, language)
    title = _headline(found, known, language) if found else Linked()
    claims = [known[claim_id] for row in found for claim_id in row["claim_ids"].split()]
    edge = {"markeredgecolor": INK, "markeredgewidth": 1.1, "markersize": 7, "linestyle": "none"}
    keys = [
        Key(name=word("statuses", status, language), look=tuple((edge | LOOKS.get(status or "", UNTOLD)).items()))
        for status in dict.fromkeys(row["status"] for row in found if not row["withheld"])
    ]
    what = prose.says(language)["charts"]["prices"]
    around = framed(
        title,
        subtitle(what, "KZT", claims, language),
        Shown(frame=frame, found=claims, language=language, level=level),
        keys,
    )
    plotted = table_of([{name: row[name] for name in COLUMNS} for row in found], COLUMNS, around.sample)
    return chart((lambda laid: _drawn(found, known, laid)) if found else None, around, title, plotted, level)


def _prices(known: dict[str, Row], findings: Sequence[Finding], language: str) -> list[Row]:
    made: dict[tuple[Any, ...], Row] = {}
    for finding in findings:
        each = next((fact for fact in finding.facts if fact.name == "each"), None)
        if finding.check != CHECK or each is None or not known.keys() >= set(finding.claim_ids):
            continue
        row = _row(finding, each, known, language)
        made.setdefault((row["region"], row["value"], row["sum"], row["count"]), row)
    units = [row["counted_unit"] for row in made.values()]
    most = max(sorted(set(units)), key=units.count, default=None)
    return sorted(
        (row for row in made.values() if row["counted_unit"] == most),
        key=lambda row: (row["value"] is None, -(row["value"] or 0), row["claim_ids"]),
    )


def _row(finding: Finding, each: Fact, known: dict[str, Row], language: str) -> Row:
    one, two = (known[claim_id] for claim_id in finding.claim_ids[:2])
    money, pieces = (one, two) if (one["unit"] or "").isupper() else (two, one)
    withheld = money["withheld"] or pieces["withheld"]
    value = None if withheld or each.value is None else Decimal(each.value)
    return {
        "claim_ids": " ".join(finding.claim_ids),
        "region": money["region"] or pieces["region"],
        "value": value,
        "unit": money["unit"],
        "modality": each.modality,
        "counted_unit": pieces["unit"],
        "sum": None if withheld else money["value"],
        "count": None if withheld else pieces["value"],
        "status": pieces["status"],
        "shown": "" if value is None else brief(value, None, money["unit"], each.modality, language),
        "withheld": withheld,
        "money_id": money["claim_id"],
    }


def _headline(found: Sequence[Row], known: dict[str, Row], language: str) -> Linked:
    shown = [row for row in found if not row["withheld"]]
    if not shown:
        return Linked((str(prose.says(language)["charts"]["prices"]), None))
    first, last = shown[0], shown[-1]
    given = {
        "unit": unit_single(first["counted_unit"], language),
        "value": Linked((first["shown"], first["money_id"])),
        "place": names.region(first["region"], language),
    }
    if first is last:
        return said("cost", language, **given)
    other = Linked((last["shown"], last["money_id"]))
    return said("costs", language, **given, other=other, elsewhere=names.region(last["region"], language))


def _drawn(found: Sequence[Row], known: dict[str, Row], laid: Frame) -> Sheet:
    page = sheet([_line(row, known, laid.language) for row in found], laid)
    axis.values(page.axes, [row["value"] for row in found if row["value"] is not None], "KZT", laid.language)
    for place, row in enumerate(found):
        if row["value"] is None:
            continue
        height, value = page.middles[place], float(row["value"])
        page.axes.plot([page.axes.get_xlim()[0], value], [height] * 2, color=GREY, linewidth=1.1, zorder=2)
        look = {"markeredgecolor": INK, "markeredgewidth": 1.1, "markersize": 8, "clip_on": False, "zorder": 3}
        (point,) = page.axes.plot([value], [height], **look, **LOOKS.get(row["status"] or "", UNTOLD))
        point.set_url(f"{CLAIM}{row['money_id']}")
    return page


def _line(row: Row, known: dict[str, Row], language: str) -> Line:
    place = names.region(row["region"], language)
    if row["withheld"]:
        return Line(left=place, value=row["withheld"], blank=True, claim_id=row["money_id"])
    made_of = f"{brief(row['sum'], None, row['unit'], 'exact', language)} / {number(row['count'], language)}"
    outlet = prose.outlet(known[row["money_id"]]["outlet"], language)
    return Line(left=place, value=row["shown"], notes=f"{made_of} · {outlet}", claim_id=row["money_id"])
