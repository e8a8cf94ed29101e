"""Hand-made evidence: a few pages in four scripts whose values a person checked, and builders for odd ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dalel.ledger import Run
from dalel.records import Capture, Claim, Document, Finding, FindingPart, Origin, Problem, Verdict

OLD_BORDERS = date(2018, 6, 19)


def page(identifier: str, text: str, **given) -> Document:
    """A Russian page of a.example, changed by whatever is given."""
    document = Document(
        document_id=identifier, url=f"https://a.example/{identifier}", source="a-ru", outlet="a.example",
        title="Компьютеры для школ", lead=None, text=text, published=date(2020, 10, 9), published_basis="markup",
        language="ru", script="Cyrl", sha256=identifier.ljust(64, "0"), captured=date(2026, 11, 21),
    )  # fmt: skip
    return replace(document, **given)


def capture(document: Document, **given) -> Capture:
    """The capture the page was read from."""
    made = Capture(
        capture_id=document.document_id, source=document.source, url=document.url,
        captured_at=datetime(2026, 11, 21, 3, 4, 5, tzinfo=UTC), status=200, media_type="text/html", charset="utf-8",
        sha256=document.sha256 or "", warc=f"{document.source}/2026-11-21.warc.gz", offset=512, length=2048,
    )  # fmt: skip
    return replace(made, **given)


def claim(identifier: str, document: Document, quote: str, value: str, unit: str | None, **given) -> Claim:
    """A claim on the first place of `quote` in the text of the page; its sentence is the paragraph."""
    start = document.text.index(quote)
    begin = document.text.rfind("\n", 0, start) + 1
    finish = (document.text + "\n").index("\n", start)
    made = Claim(
        claim_id=identifier, document_id=document.document_id, field="text", start=start, end=start + len(quote),
        core_start=start, core_end=start + len(quote), quote=quote, value=Decimal(value), value_max=None, unit=unit,
        label="CARDINAL", modality="exact", measure="other_count", counted=None, topic="computers", indicator=None,
        region="KZ-63", borders=None, place=None, as_of="2020-10-08", status="actual", speaker=None,
        sentence=document.text[begin:finish], sentence_start=begin, sentence_end=finish,
    )  # fmt: skip
    return replace(made, **given)


def parts(**named: str | tuple[str, ...]) -> tuple[FindingPart, ...]:
    """The named parts of a finding: one claim id, or several."""
    return tuple(
        FindingPart(name=name, claim_ids=(ids,) if isinstance(ids, str) else ids) for name, ids in named.items()
    )


EAST = page(
    "e0000000000000e1",
    "Из 647 школ области 271 переведена на удалённый формат, ещё 373 работают в обычном режиме.\n"
    "Области выделено 4 млрд 105 млн 381 тыс. тенге.\n"
    "Готовы к выдаче 880 компьютеров, их число доведут до 1879 единиц.",
)
CAMERAS = page(
    "c0000000000000c1",
    "К центру подключены 62 процента камер, или 4360 из 6936 объектов.\nВ области только 24 процента школ: 91 из 373.",
    title="Камеры в школах", outlet="b.example", source="b-ru", url="https://b.example/c1", published=date(2023, 3, 7),
)  # fmt: skip
ARABIC = page(
    "a0000000000000a1",
    "قوستانايعا 1,5 مىڭ كومپيۋتەر جەتكىزىلدى.",
    title="قوستاناي مەكتەپتەرى", outlet="Egemen", source="ar-kk", language="kk", script="Arab", published=None,
    url="https://ar.example/1",
)  # fmt: skip
KAZAKH = page(
    "k0000000000000k1",
    "Облысқа 4,1 млрд теңге бөлінді, 22 мыңнан астам құрылғы сатып алынады.",
    title="Компьютерлер", outlet="Қ.example", source="k-kk", language="kk", url="https://k.example/1",
)  # fmt: skip
BUDGET = {"measure": "budget_allocated", "indicator": "computers.budget_allocated", "label": "MONEY"}
DEVICES = {"measure": "device_count", "indicator": "computers.delivered"}
PLANNED = {"measure": "device_count", "indicator": "computers.planned"}

CLAIMS = (
    claim("cwhole", EAST, "647 школ", "647", "school", measure="ratio_whole", borders=OLD_BORDERS),
    claim("cremote", EAST, "271", "271", "school", measure="ratio_part", whole_id="cwhole", borders=OLD_BORDERS,
          counted="школ на удалённом формате"),
    claim("cusual", EAST, "373", "373", "school", measure="ratio_part", whole_id="cwhole", borders=OLD_BORDERS,
          counted="школ в обычном режиме"),
    claim("cmoney", EAST, "4 млрд 105 млн 381 тыс. тенге", "4105381000", "KZT", borders=OLD_BORDERS, as_of="2020",
          **BUDGET),
    claim("cready", EAST, "880 компьютеров", "880", "device", borders=OLD_BORDERS, speaker="М. Бахыт", **DEVICES),
    claim("ctarget", EAST, "1879 единиц", "1879", "device", borders=OLD_BORDERS, status="planned", as_of=None,
          **PLANNED),
    claim("cshare", CAMERAS, "62 процента камер", "62", "percent", measure="share", region="KZ", label="PERCENT",
          topic="cameras", as_of="2023-03-07"),
    claim("cpart", CAMERAS, "4360", "4360", "object", measure="ratio_part", whole_id="call", region="KZ",
          topic="cameras", as_of="2023-03-07"),
    claim("call", CAMERAS, "6936 объектов", "6936", "object", measure="ratio_whole", region="KZ", topic="cameras",
          as_of="2023-03-07"),
    claim("cshare2", CAMERAS, "24 процента школ", "24", "percent", measure="share", region="KZ-27", label="PERCENT",
          topic="cameras", as_of="2023-03-07"),
    claim("cpart2", CAMERAS, "91", "91", "school", measure="ratio_part", whole_id="call2", region="KZ-27",
          topic="cameras", as_of="2023-03-07"),
    claim("call2", CAMERAS, "373", "373", "school", measure="ratio_whole", region="KZ-27", topic="cameras",
          as_of="2023-03-07"),
    claim("carab", ARABIC, "1,5 مىڭ كومپيۋتەر", "1500", "device", region="KZ-39", as_of=None, **DEVICES),
    claim("cmoney2", KAZAKH, "4,1 млрд теңге", "4100000000", "KZT", borders=OLD_BORDERS, as_of="2020", **BUDGET),
    claim("cmore", KAZAKH, "22 мыңнан астам құрылғы", "22000", "device", borders=OLD_BORDERS, modality="more_than",
          status="planned", as_of="2020", **PLANNED),
)  # fmt: skip
FINDINGS = (
    Finding(check="share_matches_ratio", severity="note", kind="by hand", claim_ids=("cshare", "cpart", "call"),
            parts=parts(share="cshare", part="cpart", whole="call"),
            explanation="62 % is 62.86 % cut off, not rounded.", arithmetic="4360 / 6936 = 62.86 %"),
    Finding(check="share_matches_ratio", severity="holds", kind="by hand", claim_ids=("cshare2", "cpart2", "call2"),
            parts=parts(share="cshare2", part="cpart2", whole="call2"),
            explanation="24 % is 24.40 % rounded.", arithmetic="91 / 373 = 24.40 %"),
    Finding(check="parts_sum_to_total", severity="conflict", kind="by hand", claim_ids=("cwhole", "cremote", "cusual"),
            parts=parts(total="cwhole", parts=("cremote", "cusual")),
            explanation="The parts are 3 short of the whole.", arithmetic="271 + 373 = 644, 3 short of 647"),
)  # fmt: skip
LEVEL_OF = {
    "cshare": "verified", "cpart": "verified", "call": "verified", "cshare2": "verified", "cpart2": "verified",
    "call2": "verified", "cwhole": "contradicted", "cremote": "contradicted", "cusual": "contradicted",
    "carab": "rejected",
}  # fmt: skip


def run(claims=CLAIMS, documents=(EAST, CAMERAS, ARABIC, KAZAKH), findings=FINDINGS, **given) -> Run:
    """The evidence above, or any part of it."""
    return Run(
        captures=tuple(capture(document) for document in documents),
        documents=tuple(documents),
        claims=tuple(claims),
        origins=tuple(Origin(document_id=d.document_id, origin_id=d.document_id) for d in documents),
        findings=tuple(findings),
        verdicts=tuple(
            Verdict(
                claim_id=c.claim_id,
                verdict=LEVEL_OF.get(c.claim_id, "single-source"),
                because="alone",
                reason="Because.",
                origins=1,
            )
            for c in claims
        ),
        problems=(Problem(stage="read", subject="https://a.example/broken", reason="no text"),),
        sample=given.get("sample", False),
    )


class Made:
    """What tests build evidence with."""

    page, capture, claim, run = staticmethod(page), staticmethod(capture), staticmethod(claim), staticmethod(run)


@pytest.fixture
def made() -> type[Made]:
    return Made


@pytest.fixture
def evidence() -> Run:
    return run()
