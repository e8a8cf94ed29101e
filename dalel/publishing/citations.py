"""How to cite one number, chart, table, report or the whole collection, made from what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dalel.publishing.citation_forms import FORMS, line, written

__all__ = ["FORMS", "cite", "cite_chart", "cite_made"]


def cite(passport: Mapping[str, Any], form: str = "bibtex", software: str = "") -> str:
    """A citation of one claim, from `passports.build`, with what read it where `software` says so.

    UnknownName for a form other than FORMS.
    """
    page, capture = passport["document"] or {}, passport["capture"] or {}
    return written(
        {
            "id": passport["claim_id"],
            "type": "webpage",
            "author": line(page.get("author") or page.get("outlet") or "unknown"),
            "container": line(page.get("outlet") or ""),
            "title": line(page.get("title") or page.get("url") or passport["claim_id"]),
            "date": page.get("published") or "",
            "url": page.get("url") or "",
            "accessed": (capture.get("captured_at") or "")[:10],
            "language": passport["words"]["language"] or "",
            "note": _note(passport, capture) + _made_with(software),
        },
        form,
    )


def cite_chart(about: Mapping[str, Any], form: str = "bibtex", software: str = "", day: str = "") -> str:
    """A citation of one chart, from the passport (JSON) saved with it, and its `region` where known; `day` (ISO)
    is the last of the collection.
    """
    claims = ", ".join(claim["claim_id"] for claim in about["claims"]) or "none"
    digest = about["files"].get(f"{about['chart']}.csv", "unknown")
    return written(
        {
            "id": "-".join(filter(None, ("dalel", str(about.get("region") or ""), str(about["chart"])))),
            "type": "graphic",
            "author": "dalel",
            "container": "",
            "title": line(about["title"]),
            "date": day,
            "url": "",
            "accessed": "",
            "language": about["language"],
            "note": f"{_sample(about)}Chart {about['chart']}, evidence level {about['level']}; claims {claims};"
            f" SHA-256 of its values {digest}; check with: dalel verify{_made_with(software)}",
        },
        form,
    )


def cite_made(about: Mapping[str, str], form: str = "bibtex", software: str = "") -> str:
    """A citation of a table, a report or the whole collection. Keys: id, type (dataset, report, collection), title,
    day (ISO, the last of the collection), language, note; "sample" where it is made from the sample.
    """
    sample = "SAMPLE, retold pages. " if about.get("sample") else ""
    return written(
        {
            "id": about["id"],
            "type": about["type"],
            "author": "dalel",
            "container": "",
            "title": line(about["title"]),
            "date": about["day"],
            "url": "",
            "accessed": "",
            "language": about["language"],
            "note": f"{sample}{line(about['note'])}; check with: dalel verify{_made_with(software)}",
        },
        form,
    )


def _made_with(software: str) -> str:
    return f"; made with {software}" if software else ""


def _note(passport: Mapping[str, Any], capture: Mapping[str, Any]) -> str:
    return (
        f"{_sample(passport)}Claim {passport['claim_id']}: {passport['value']['amount']['en']}, “"
        f"{line(passport['words']['quote'])}”; {passport['evidence']['statement'].rstrip('.')}; archived as "
        f"{capture.get('warc', 'unknown')} at {capture.get('offset', 'unknown')}, SHA-256 "
        f"{capture.get('sha256', 'unknown')}; check with: dalel show {passport['claim_id']}"
    )


def _sample(about: Mapping[str, Any]) -> str:
    return "SAMPLE, a retold page. " if about["sample"] else ""
