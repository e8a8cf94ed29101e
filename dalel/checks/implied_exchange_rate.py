"""Which rate does an amount imply that is given in tenge and in another currency, and is it the official one?

The rate is set beside that of the National Bank of Kazakhstan nearest to the day of publication, where its rates were
collected (source nationalbank). Without one the rate is noted, so that a reader can look it up. Printed amounts are
rounded, often both of them, so what agrees within a twentieth is the same; an amount a tenth or more away was converted
at some other time's rate, or wrongly, and one of the two expressions must not be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import Example, Page, silent, speaks
from dalel.checks.foundation.findings import Given, amount, finding
from dalel.checks.foundation.precision import EXACT, plain
from dalel.records import Claim, Document, Finding, Severity

ROLE = "plausibility"
BANK = "nationalbank"  # the source whose pages are official rates, as dalel.readers.formats.rates prints them
NEAR = 31  # days between a rate and the page it is asked for
SAME, OFF = Decimal("0.05"), Decimal("0.10")
TENGE = "KZT"
_RATE = re.compile(r"^(\d+) .*\(([A-Z]{3})\): (\d+(?:\.\d+)?) тенге$|^(\d+) ([A-Z]{3}): (\d+(?:\.\d+)?) тенге$", re.M)

_DAY = date(2020, 9, 1)
_RATES = Page(text="1 ДОЛЛАР США (USD): 420.41 тенге\n1 ЕВРО (EUR): 501.21 тенге", source=BANK, published=_DAY)
_SUM = "[6 млрд тенге|6000000000 KZT cost]"
_AGAIN = "([14,3 млн долларов|14300000 USD cost repeats=6000000000])"

EXAMPLES = (
    speaks("note", "6000000000 / 14300000 = 419.58 KZT", f"На них пойдёт {_SUM} {_AGAIN}."),
    Example(
        pages=[Page(text=f"На них пойдёт {_SUM} {_AGAIN}.", published=date(2020, 9, 3)), _RATES],
        says=[("holds", "420.41")],
    ),
    Example(
        pages=[
            Page(
                text=f"На них пойдёт {_SUM} ([20 млн долларов|20000000 USD cost repeats=6000000000]).",
                published=date(2020, 9, 3),
            ),
            _RATES,
        ],
        says=[("conflict", "300 ₸ for 1 USD. But the National Bank's rate, 1 September 2020, was 420.41 ₸")],
    ),
    # the rate is of another year
    Example(
        pages=[Page(text=f"На них пойдёт {_SUM} {_AGAIN}.", published=date(2024, 9, 3)), _RATES],
        says=[("note", "rate-unknown")],
    ),
)
NOT_EXAMPLES = (
    silent("На них пойдёт [6 млрд тенге|6000000000 KZT cost], а [3 млн долларов|3000000 USD cost] даст банк."),
    silent("Билет [20 евро|20 EUR cost] ([22 доллара|22 USD cost repeats=20])."),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per amount that is given in tenge and again in another currency, or the other way round."""
    rates = {page.published: _rates(page) for page in case.documents.values() if page.source == BANK and page.published}
    for document_id, claims in pages(case).items():
        known = {claim.claim_id: claim for claim in claims}
        for claim in claims:
            first = known.get(claim.repeats or "")
            if first is not None and (pair := _pair(first, claim)) is not None:
                yield _judged(*pair, _nearest(rates, pair[1].unit or "", case.documents[document_id].published))


def _pair(one: Claim, other: Claim) -> tuple[Claim, Claim] | None:
    """The amount in tenge and the same in another currency; None where they are not that."""
    if one.label != "MONEY" or other.label != "MONEY" or one.unit == other.unit or not (one.value and other.value):
        return None
    if one.unit == TENGE:
        return one, other
    return (other, one) if other.unit == TENGE else None


def _rates(page: Document) -> dict[str, Decimal]:
    """Tenge for one of each currency."""
    found = ([part for part in match.groups() if part] for match in _RATE.finditer(page.text))
    return {code: Decimal(rate) / int(units) for units, code, rate in found if int(units)}


def _nearest(rates: Mapping[date, Mapping[str, Decimal]], code: str, day: date | None) -> tuple[date, Decimal] | None:
    """The official rate of the day nearest to `day`; the earlier of two as near."""
    if day is None:
        return None
    near = sorted((abs((of - day).days), of) for of, table in rates.items() if code in table)
    return (near[0][1], rates[near[0][1]][code]) if near and near[0][0] <= NEAR else None


def _judged(tenge: Claim, other: Claim, official: tuple[date, Decimal] | None) -> Finding:
    implied = EXACT.divide(tenge.value, other.value).quantize(Decimal("0.01"))
    facts: dict[str, Given] = {"implied": amount("implied", implied, TENGE), "currency": other.unit or ""}
    severity: Severity = "note"
    if official is not None:
        off = abs(implied - official[1]) / official[1]
        severity = "holds" if off <= SAME else "conflict" if off >= OFF else "note"
        facts |= {"day": official[0].isoformat(), "official": amount("official", official[1], TENGE)}
    kind = (
        "rate-unknown"
        if official is None
        else {"holds": "rate-same", "conflict": "rate-other"}.get(severity, "rate-near")
    )
    arithmetic = f"{plain(tenge.value)} / {plain(other.value)} = {plain(implied)} KZT"
    return finding("implied_exchange_rate", severity, kind, {"tenge": tenge, "other": other}, facts, arithmetic)
