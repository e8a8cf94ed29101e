"""Charts: what is drawn is what is in the CSV, byte for byte on every run, in three languages, and never a sum."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import subprocess
import sys
import warnings
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from dalel.dates.periods import period
from dalel.errors import UnsafePath
from dalel.publishing import charts, tables
from dalel.publishing.charts import axis, lettering
from dalel.records import Finding, FindingPart

HERE = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en")
DRAWN = {
    "amounts": lambda f, run, lang, level: charts.amounts(f, "computers.budget_allocated", lang, level),
    "timeline": lambda f, run, lang, level: charts.timeline(f, "computers.planned", lang, level),
    "shares": lambda f, run, lang, level: charts.shares(f, run.findings, lang, level),
    "parts": lambda f, run, lang, level: charts.parts(f, run.findings, lang, level),
    "statuses": lambda f, run, lang, level: charts.statuses(f, "computers", lang, level),
    "verdicts": lambda f, run, lang, level: charts.verdicts(f, lang),
}


def drawn(name, run, language="en", level="contradicted"):
    return DRAWN[name](tables.joined(run), run, language, level)


def texts(chart) -> list[str]:
    return [item.get_text().replace("\N{NO-BREAK SPACE}", " ") for item in chart.figure.texts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_draws_without_a_missing_letter_and_says_sample(name, language, evidence):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = drawn(name, replace(evidence, sample=True), language)
        assert chart.image("png").startswith(b"\x89PNG")
        for kind in ("svg", "narrow"):
            ET.fromstring(chart.image(kind))  # noqa: S314
    assert any(text.startswith(("SAMPLE", "ОБРАЗЕЦ", "ҮЛГІ")) for text in texts(chart))
    assert not any(lettering.MISSING in text for text in texts(chart))


@pytest.mark.parametrize("name", DRAWN)
def test_real_evidence_does_not_say_sample(name, evidence):
    assert not any("SAMPLE" in text for text in texts(drawn(name, evidence)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_nothing_to_draw_is_a_line_of_text(name, language, made, tmp_path):
    run = made.run((), (), (), sample=True)
    chart = drawn(name, run, language)
    said = {"kk": "дерек жоқ", "ru": "нет данных", "en": "no data"}[language]
    assert chart.draw is None and chart.claim_ids == [] and said in str(chart)
    assert set(chart._repr_mimebundle_()) == {"text/plain", "text/markdown"}
    (tmp_path / "x.svg").write_text("old")
    assert charts.save(chart, tmp_path, "x", tables.joined(run)) == [] and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_a_title_is_a_sentence_with_a_value_that_is_in_the_data(name, language, evidence):
    chart = drawn(name, evidence, language)
    assert chart.title.claim_ids or name == "verdicts"
    assert set(chart.title.claim_ids) <= set(chart.claim_ids)
    assert any(letter.isdigit() for letter in chart.title)


@pytest.mark.parametrize("name", DRAWN)
def test_every_mark_leads_to_a_passport_and_the_claims_are_inside(name, evidence):
    chart = drawn(name, evidence)
    svg = chart.image("svg", "../passports").decode("utf-8")
    linked = set(re.findall(r'data-claim="([a-z0-9]+)"', svg))
    assert linked <= set(chart.claim_ids) and "claim:" not in svg.replace('"claims": ', "")
    if name != "verdicts":
        assert {cell.split()[0] for cell in chart.plotted["claim_ids"]} <= linked
        assert 'xlink:href="../passports/' in svg and ".en.html" in svg
    assert (
        svg.count("<text") > 3 and "<title>" in svg and "<desc>" in svg and '"claims": [' in svg.replace("&quot;", '"')
    )
    assert len(svg) < 60_000


@pytest.mark.parametrize("name", DRAWN)
def test_the_two_layouts_are_960_and_360_pixels_wide_and_the_png_has_double_density(name, evidence):
    chart = drawn(name, evidence)
    for kind, width in (("svg", 720), ("narrow", 270)):
        root = ET.fromstring(chart.image(kind))  # noqa: S314
        assert float(root.attrib["width"].removesuffix("pt")) == width
    assert int.from_bytes(chart.image("png")[16:20], "big") == 1920


def test_one_outlet_in_arabic_script_leaves_the_others_in_the_footer():
    assert (
        lettering.drawable("Source: KazTAG, Zakon.kz, قازاقپارات. Shown: all.")
        == "Source: KazTAG, Zakon.kz. Shown: all."
    )
    assert lettering.drawable("قازاقپارات, KazTAG") == "KazTAG"


def test_no_arrow_leaves_the_axis(made):
    page = made.page("b0000000000000b1", "Почти 35000, больше 36000, меньше 2 устройств.")
    given = {"indicator": "computers.planned", "measure": "device_count", "status": "planned"}
    claims = [
        made.claim("calmost", page, "35000", "35000", "device", modality="almost", **given),
        made.claim("cmuch", page, "36000", "36000", "device", modality="more_than", **given),
        made.claim("cfew", page, "2 устройств", "2", "device", modality="less_than", **given),
    ]
    chart = charts.amounts(tables.joined(made.run(claims, (page,), ())), "computers.planned", "en")
    chart.figure.canvas.draw()
    axes = chart.figure.axes[0]
    box = axes.get_window_extent()
    for note in axes.texts:
        end = note.arrow_patch.get_window_extent()
        assert box.x0 - 6 <= end.x0 and end.x1 <= box.x1 + 6
    assert "logarithmic scale" in " ".join(texts(chart)).replace("\n", " ")


def test_an_excess_is_signed_and_stands_in_the_data(made):
    page = made.page("s0000000000000s1", "Всего 2,3 трлн: 500 млрд, 976,3 млрд и 909,4 млрд тенге.")
    whole = made.claim("cwhole", page, "2,3 трлн", "2300000000000", "KZT", measure="budget_planned")
    names = {"cone": "500000000000", "ctwo": "976300000000", "cthree": "909400000000"}
    quotes = {"cone": "500 млрд", "ctwo": "976,3 млрд", "cthree": "909,4 млрд тенге"}
    others = [made.claim(name, page, quotes[name], value, "KZT") for name, value in names.items()]
    finding = Finding(
        check="parts_sum_to_total", severity="note", kind="by hand", claim_ids=("cwhole", *names), explanation="E.",
        parts=(FindingPart(name="total", claim_ids=("cwhole",)), FindingPart(name="parts", claim_ids=tuple(names))),
    )  # fmt: skip
    chart = charts.parts(tables.joined(made.run((whole, *others), (page,), (finding,))), (finding,), "en")
    (gap,) = chart.plotted[chart.plotted["role"] == "over"].to_dict("records")
    assert gap["value"] == Decimal("85700000000") and gap["amount"].startswith("+85.7")
    assert len(chart.plotted) == 5


def test_a_swapped_picture_changes_the_text_form(evidence):
    one, other = drawn("amounts", evidence), drawn("shares", evidence)
    assert one.digest in repr(one) and one.digest != other.digest


def test_the_plotted_values_are_exact_and_carry_their_claims(evidence):
    rows = drawn("amounts", evidence).plotted.to_dict("records")
    assert [(row["claim_ids"], row["value"], row["unit"]) for row in rows] == [
        ("cmoney", Decimal(4105381000), "KZT"), ("cmoney2", Decimal(4100000000), "KZT"),
    ]  # fmt: skip
    shares = drawn("shares", evidence).plotted
    assert dict(zip(shares["claim_ids"], shares["computed_value"], strict=True))["cshare cpart call"] == Decimal(
        "62.86"
    )


def test_equal_statements_are_one_mark_with_all_claims_and_origins(evidence):
    same = replace(evidence.claims[3], claim_id="cother", document_id="k0000000000000k1")
    chart = drawn("amounts", replace(evidence, claims=(*evidence.claims, same)))
    assert list(chart.plotted["claim_ids"]) == ["cmoney cother", "cmoney2"]
    assert list(chart.plotted["origins"]) == [2, 1]
    assert any("2 origins" in text for text in texts(chart))


def test_withheld_values_are_visible_blanks_and_leak_nowhere(evidence):
    for name in ("amounts", "timeline", "statuses"):
        chart = drawn(name, evidence, "en", "verified")
        assert chart.plotted["value"].isna().all() and all(chart.plotted["withheld"])
        words = " ".join(texts(chart))
        assert "withheld: one source only" in words.replace("\n", " ")
        for number in ("4 105", "4.1 bn", "22 000", "1 879"):
            assert number not in words
        assert chart.figure.axes[0].patches  # the hatched blanks


def test_bounds_and_disputes_are_drawn(evidence):
    chart = drawn("timeline", evidence)
    assert any("> 22 000 devices" in text for text in texts(chart))
    steps = drawn("statuses", evidence)
    assert [note for note in steps.figure.axes[0].texts if note.arrow_patch is not None]
    disputed = replace(
        evidence,
        verdicts=tuple(replace(v, verdict="contradicted") if v.claim_id == "cmoney" else v for v in evidence.verdicts),
    )
    amounts = drawn("amounts", disputed)
    assert [line for line in amounts.figure.axes[0].lines if line.get_marker() == "x"]
    assert any("⚠ 4 105 381 000 ₸" in text for text in texts(amounts))


def test_parts_that_do_not_reach_the_whole_show_the_gap(evidence):
    shown = texts(drawn("parts", evidence))
    assert "– missing" in shown and "−3 schools" in shown


def test_hostile_words_are_only_letters(made):
    page = made.page("h0000000000000h1", "$x^2$ 100 тенге \\frac{1}{2}")
    money = {"measure": "budget_allocated", "indicator": "computers.budget_allocated", "place": "$\\frac{1}{0}$ <b>漢"}
    run = made.run((made.claim("chostile", page, "100 тенге", "100", "KZT", **money),), (page,), ())
    chart = drawn("amounts", run)
    svg = chart.image("svg")
    ET.fromstring(svg)  # noqa: S314
    assert "$\\frac{1}{0}$ <b>□" in " ".join(texts(chart)).replace("\n", " ")


def overlaps(chart) -> list[tuple[str, str]]:
    chart.image("png")
    renderer = chart.figure.canvas.get_renderer()
    boxes = [(item.get_text(), item.get_window_extent(renderer)) for item in chart.figure.texts if item.get_text()]
    height, width = chart.figure.bbox.height, chart.figure.bbox.width
    outside = [
        (text, "outside") for text, box in boxes if box.x1 > width or box.y1 > height or box.x0 < 0 or box.y0 < 0
    ]
    return outside + [
        (first, second)
        for place, (first, one) in enumerate(boxes)
        for second, other in boxes[place + 1 :]
        if one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 - 1 and other.y0 < one.y1 - 1
    ]


@pytest.mark.parametrize(("name", "language"), [("amounts", "kk"), ("timeline", "ru"), ("statuses", "en")])
def test_twenty_regions_with_long_words_do_not_overlap(name, language, made):
    page = made.page("m0000000000000m1", "100 тенге")
    codes = [10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79]
    claims = [
        made.claim(
            f"c{code}{status}", page, "100 тенге", f"{number * 137000001}", "KZT", region=f"KZ-{code}", status=status,
            borders=date(2018, 6, 19), measure="budget_allocated", indicator="computers.budget_allocated",
            place="Айыртау ауданындағы Саумалкөл ауылы мен оның маңындағы шалғай елді мекендер", modality="at_least",
        )
        for number, code in enumerate(codes)
        for status in ("planned", "actual")
    ]  # fmt: skip
    run = made.run(claims, (page,), (), sample=True)
    frame = tables.joined(run)
    build = {
        "amounts": lambda: charts.amounts(frame, "computers.budget_allocated", language),
        "timeline": lambda: charts.timeline(frame, "computers.budget_allocated", language),
        "statuses": lambda: charts.statuses(frame, "computers", language, "contradicted", "money"),
    }
    chart = build[name]()
    assert len(chart.plotted) == 40
    assert overlaps(chart) == []


def test_words_are_wrapped_inside_their_width():
    text = "Айыртау ауданындағы Саумалкөл ауылы мен оның маңындағы шалғай елді мекендер"
    lines = lettering.wrap(text, 1.5, 9)
    assert " ".join(lines) == text and len(lines) > 2
    assert all(lettering.width(line, 9) <= 1.5 for line in lines)
    assert "".join(lettering.wrap("x" * 200, 1.0, 9)) == "x" * 200


def test_periods_of_dates():
    assert period("2020") == (date(2020, 1, 1), date(2020, 12, 31))
    assert period("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert period("2023/2024") == (date(2023, 1, 1), date(2024, 12, 31))
    assert period("../2020-09-01") == (date(2020, 9, 1), date(2020, 9, 1))
    assert period("2020-13") is None and period("soon") is None and period(None) is None


def test_calendar_ticks_are_few_and_in_order():
    ticks = axis._ticks(date(2019, 3, 1), date(2026, 11, 1), 2800)
    assert 3 <= len(ticks) <= 5 and ticks == sorted(ticks)


def test_a_saved_chart_lies_with_its_numbers_and_passport(evidence, tmp_path):
    frame = tables.joined(evidence)
    chart = charts.shares(frame, evidence.findings, "ru")
    written = charts.save(chart, tmp_path, "shares-ru", frame, evidence.findings)
    assert [path.name for path in written] == [
        "shares-ru.svg", "shares-ru-narrow.svg", "shares-ru.png", "shares-ru.csv", "shares-ru.json",
    ]  # fmt: skip
    with (tmp_path / "shares-ru.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["claim_ids"]: row for row in csv.DictReader(file)}
    assert rows["cshare cpart call"]["stated_value"] == "62" and rows["cshare cpart call"]["computed_value"] == "62.86"
    about = json.loads((tmp_path / "shares-ru.json").read_text("utf-8"))
    assert [claim["claim_id"] for claim in about["claims"]] == chart.claim_ids
    share = next(claim for claim in about["claims"] if claim["claim_id"] == "cshare")
    assert share["verdict"] == "verified" and share["checks"] == ["share_matches_ratio: note"]
    assert share["sha256"].startswith("c0000000000000c1") and share["sha256"] in about["sources"]
    assert charts.check_folder(tmp_path) == []


@pytest.mark.parametrize("kind", ["svg", "png", "csv"])
def test_an_edited_chart_is_reported_by_name(kind, evidence, tmp_path):
    frame = tables.joined(evidence)
    charts.save(charts.verdicts(frame, "en"), tmp_path, "verdicts-en", frame)
    file = tmp_path / f"verdicts-en.{kind}"
    file.write_bytes(file.read_bytes()[:-1] + b"~")
    assert [problem.subject for problem in charts.check_folder(tmp_path)] == [f"chart verdicts-en.{kind}"]
    file.unlink()
    assert "missing" in charts.check_folder(tmp_path)[0].reason
    (tmp_path / "verdicts-en.json").write_text("[]")
    assert "cannot be read" in charts.check_folder(tmp_path)[0].reason


def test_a_chart_of_other_numbers_than_the_claims_is_reported(evidence, tmp_path):
    frame = tables.joined(evidence)
    for name in ("amounts", "shares", "parts", "timeline", "statuses", "verdicts"):
        charts.save(drawn(name, evidence), tmp_path, name, frame)
    assert charts.check_folder(tmp_path, frame) == []
    changed = [replace(c, value=Decimal(1)) if c.claim_id == "cmoney" else c for c in evidence.claims]
    (problem,) = charts.check_folder(tmp_path, tables.joined(replace(evidence, claims=changed)))
    assert problem.subject == "chart amounts.csv" and "cmoney is 1, the chart says 4105381000" in problem.reason
    fewer = [c for c in evidence.claims if c.claim_id != "cmoney"]
    reasons = [p.reason for p in charts.check_folder(tmp_path, tables.joined(replace(evidence, claims=fewer)))]
    assert reasons and all("cmoney is no longer there" in reason for reason in reasons)


def test_a_slug_leads_nowhere_else(evidence, tmp_path):
    frame = tables.joined(evidence)
    with pytest.raises(UnsafePath):
        charts.save(charts.verdicts(frame, "en"), tmp_path, "../verdicts", frame)


def test_two_processes_draw_the_same_bytes(tmp_path):
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import conftest; from pathlib import Path\n"
        "from dalel.publishing import charts, tables\n"
        "run = conftest.run(sample=True); f = tables.joined(run); out = Path(sys.argv[1])\n"
        "for l in ('kk', 'ru'):\n"
        "    charts.save(charts.shares(f, run.findings, l), out, f'shares-{l}', f, run.findings)\n"
        "    charts.save(charts.statuses(f, 'computers', l), out, f'statuses-{l}', f, run.findings)\n"
    )
    digests = []
    for seed, zone in (("1", "Asia/Almaty"), ("2", "UTC")):
        folder = tmp_path / seed
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-W", "error", "-c", code, str(folder)], check=True, env=environment)
        digests.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())})
    assert digests[0] == digests[1] and len(digests[0]) == 20
