"""Tables for readers, checked by hand on the evidence of conftest."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pandas as pd
import pytest

from dalel import store
from dalel.publishing import tables
from dalel.publishing.tables.written import csv_bytes
from dalel.records import Claim, Finding, FindingPart, Origin


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def row_of(table: pd.DataFrame, claim_id: str) -> dict[str, str]:
    column = "claim_id" if "claim_id" in table else "claim_ids"
    (row,) = [row for row in table.to_dict("records") if claim_id in row[column].split()]
    return {name: plain(value) if isinstance(value, str) else value for name, value in row.items()}


def test_the_joined_frame_holds_all_fields_exactly(evidence):
    frame = tables.joined(evidence)
    assert len(frame) == 15 and list(frame["claim_id"]) == sorted(frame["claim_id"])
    money = frame[frame["claim_id"] == "cmoney"].iloc[0]
    assert money["value"] == Decimal("4105381000") and type(money["value"]) is Decimal
    assert (money["outlet"], money["published"], money["borders"]) == ("a.example", "2020-10-09", "2018-06-19")
    assert (money["verdict"], money["origins"], money["origin"]) == ("single-source", 1, "e0000000000000e1")


def test_a_claim_reads_like_a_sentence(evidence):
    frame = tables.joined(evidence)
    row = row_of(tables.claims_table(frame, "en"), "cmore")
    assert row == {
        "claim_id": "cmore",
        "amount": "more than 22 000 devices",
        "what": "devices",
        "where": "East Kazakhstan region (borders of 2018)",
        "when": "2020",
        "status": "planned",
        "who": "—",
        "verdict": "• one source only",
        "published_by": "Қ.example, 9 October 2020",
        "quote": "Облысқа 4,1 млрд теңге бөлінді, ⟦22 мыңнан астам құрылғы⟧ сатып алынады.",
    }
    ru = row_of(tables.claims_table(frame, "ru"), "cready")
    assert (ru["amount"], ru["who"], ru["when"], ru["status"]) == (
        "880 устройств", "М. Бахыт", "8 октября 2020 г.", "факт",
    )  # fmt: skip
    kk = row_of(tables.claims_table(frame, "kk"), "cshare")
    assert (kk["amount"], kk["where"], kk["verdict"]) == ("62 %", "Қазақстан", "✓ сырттан расталған")
    assert kk["quote"].startswith("К центру подключены ⟦62 процента камер⟧, или")


def test_a_withheld_claim_shows_neither_value_nor_quote(evidence):
    row = row_of(tables.claims_table(tables.joined(evidence), "en"), "carab")
    assert row["amount"] == "withheld: rejected; shown from “contradicted” up"
    assert row["quote"] == "" and row["verdict"] == "✗ rejected"
    shown = row_of(tables.claims_table(tables.joined(evidence), "en", "rejected"), "carab")
    assert shown["quote"] == "قوستانايعا ⟦1,5 مىڭ كومپيۋتەر⟧ جەتكىزىلدى."


def test_shares_stand_beside_their_ratio(evidence):
    table = tables.shares(tables.joined(evidence), evidence.findings, "en")
    row = row_of(table, "cshare")
    assert (row["stated"], row["ratio"], row["computed"]) == ("62 %", "4 360 / 6 936", "62.86 %")
    assert (row["finding"], row["arithmetic"]) == ("holds with a remark", "4 360 / 6 936 = 62.86 %")
    assert row_of(table, "cpart2")["computed"] == "24.40 %"
    alone = row_of(table, "cremote")
    assert (alone["stated"], alone["computed"], alone["finding"]) == ("—", "41.89 %", "—")
    assert len(table) == 4


def test_a_ratio_with_a_withheld_part_is_not_computed(evidence):
    row = row_of(tables.shares(tables.joined(evidence), evidence.findings, "en", "verified"), "cremote")
    assert row["ratio"].startswith("withheld") and row["computed"] == "—" and row["computed_value"] is None


def named(ids):
    return tuple(FindingPart(name=n, claim_ids=(i,)) for n, i in zip(("share", "part", "whole"), ids, strict=True))


def test_a_share_of_the_rest_is_computed_of_the_rest(made):
    page = made.page("w0000000000000w1", "Камеры есть в 10 из 40 школ, 75% их лишены, 20% строятся.")
    whole = made.claim("cforty", page, "40 школ", "40", "school", measure="ratio_whole")
    part = made.claim("cten", page, "10", "10", "school", measure="ratio_part", whole_id="cforty")
    share = made.claim("crest", page, "75%", "75", "percent", measure="share")
    other = made.claim("cother", page, "20%", "20", "percent", measure="share")
    check = {"explanation": "E.", "arithmetic": "30 / 40 = 75.00 %", "check": "share_matches_ratio", "kind": "by hand"}
    trios = (("crest", "cten", "cforty"), ("cgone", "cten", "cforty"))
    findings = tuple(Finding(severity="holds", claim_ids=ids, parts=named(ids), **check) for ids in trios)
    table = tables.shares(tables.joined(made.run((whole, part, share, other), (page,), findings)), findings, "en")
    row = row_of(table, "crest")
    assert (row["stated"], row["ratio"], row["computed"]) == ("75 %", "(40 − 10) / 40", "75.00 %")
    assert (row_of(table, "cother")["stated"], row_of(table, "cother")["ratio"]) == ("20 %", "—")


def test_a_whole_of_zero_gives_no_share(made):
    page = made.page("z0000000000000z1", "Из 0 школ 0 подключены.")
    whole = made.claim("czero", page, "0 школ", "0", "school", measure="ratio_whole")
    part = made.claim("cnone", page, "0 подключены", "0", "school", measure="ratio_part", whole_id="czero")
    run = made.run((whole, part), (page,), ())
    assert row_of(tables.shares(tables.joined(run), (), "en"), "cnone")["computed"] == "—"


def test_parts_follow_their_whole(evidence):
    table = tables.parts(tables.joined(evidence), evidence.findings, "en")
    east = table[table["whole_id"] == "cwhole"]
    assert list(east["claim_id"]) == ["cwhole", "cremote", "cusual"]
    assert list(east["value"]) == [Decimal(647), Decimal(271), Decimal(373)]
    assert set(east["exclusive"]) == {True} and set(east["severity"]) == {"conflict"}
    assert set(table[table["whole_id"] == "call"]["exclusive"]) == {False}


def test_announced_and_delivered_stand_side_by_side_and_are_not_added(evidence):
    table = tables.announced(tables.joined(evidence), "en")
    row = row_of(table, "ctarget")
    assert row["announced"] == "• more than 22 000 devices (planned, 2020); • 1 879 devices (planned, date not stated)"
    assert row["contracted"] == "—" and row["delivered"] == "• 880 devices (actual, 8 October 2020)"
    money = row_of(table, "cmoney")
    assert money["contracted"] == "• 4 105 381 000 ₸ (actual, 2020); • 4.1 bn ₸ (actual, 2020)"
    assert "8 205 381 000" not in " ".join(plain(str(cell)) for cell in table.to_numpy().ravel())


def test_no_table_holds_a_sum_of_money_or_of_rates(made):
    page = made.page("r0000000000000r1", "По 100 тенге в месяц, по 250 тенге в месяц, 1000 тенге, 3000 тенге.")
    rate = {"measure": "unit_price", "indicator": "computers.unit_price"}
    money = {"measure": "budget_allocated", "indicator": "computers.budget_allocated"}
    claims = (
        made.claim("cratea", page, "100 тенге в месяц", "100", "KZT/month", **rate),
        made.claim("crateb", page, "250 тенге в месяц", "250", "KZT/month", **rate),
        made.claim("cpayone", page, "1000 тенге", "1000", "KZT", **money),
        made.claim("cpaytwo", page, "3000 тенге", "3000", "KZT", status="planned", **money),
    )
    run = made.run(claims, (page,), ())
    frame = tables.joined(run)
    made_tables = [tables.by_region(frame, "en"), tables.announced(frame, "en"), tables.claims_table(frame, "en")]
    text = plain(" ".join(str(cell) for table in made_tables for cell in table.to_numpy().ravel()))
    assert "350" not in text and "4 000" not in text
    assert "1 000 ₸ (actual)" in text and "3 000 ₸ (planned)" in text and "100 ₸ / month" in text


def test_regions_keep_their_borders_apart(evidence):
    today = replace(evidence.claims[3], claim_id="cnow", borders=None, value=Decimal(5))
    run = replace(evidence, claims=(*evidence.claims, today))
    table = tables.by_region(tables.joined(run), "en")
    table = table[table["indicator"].str.endswith("Money allocated")].reset_index(drop=True)
    assert list(table["region"]) == ["East Kazakhstan region", "East Kazakhstan region (borders of 2018)"]
    assert plain(table["amount"][0]) == "• 5 ₸ (actual)"
    assert plain(table["amount"][1]) == "• 4 105 381 000 ₸ (actual); • 4.1 bn ₸ (actual)"


def test_reprints_count_as_one_origin(evidence):
    table = tables.comparison(tables.joined(evidence), "en")
    assert set(table["origin"]) == {"e0000000000000e1", "k0000000000000k1"}
    one = tuple(Origin(document_id=page.document_id, origin_id="a") for page in evidence.documents)
    assert tables.comparison(tables.joined(replace(evidence, origins=one)), "en").empty


def test_headlines_that_repeat_the_text_are_counted_once(evidence):
    again = replace(evidence.claims[3], claim_id="cagain", field="title", repeats="cmoney")
    frame = tables.joined(replace(evidence, claims=(*evidence.claims, again)))
    assert row_of(tables.by_region(frame, "en"), "cmoney")["amount"].count("381") == 1
    assert "cagain" in set(tables.claims_table(frame, "en")["claim_id"])


def test_what_was_collected(evidence):
    fewer = replace(evidence, documents=evidence.documents[:-1])
    table = tables.sources(fewer, "ru")
    assert list(table["source"]) == ["a-ru", "ar-kk", "b-ru", "k-kk"]
    assert (table["language"][1], table["script"][1], table["claims"][1]) == ("казахский", "арабское письмо", 1)
    assert (table["collected"][3], table["read"][3], table["failed"][3]) == (1, 0, 1)
    assert list(tables.problems(evidence)["subject"]) == ["https://a.example/broken"]


def test_counts_of_verdicts_and_statuses(evidence):
    frame = tables.joined(evidence)
    assert list(tables.verdicts(frame, "en")["claims"]) == [6, 0, 5, 3, 1]
    statuses = tables.statuses(frame, "en")
    assert dict(zip(statuses["status"], statuses["claims"], strict=True)) == {"actual": 13, "planned": 2}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_table_of_nothing_is_an_empty_table_with_its_columns(language, made):
    run = made.run((), (), ())
    frame = tables.joined(run)
    made_tables = [
        tables.claims_table(frame, language),
        tables.by_region(frame, language),
        tables.shares(frame, (), language),
        tables.parts(frame, (), language),
        tables.announced(frame, language),
        tables.comparison(frame, language),
        tables.statuses(frame, language),
        tables.sources(run, language),
        tables.pages(run, frame, language),
        tables.remarks(frame, (), language),
    ]
    for table in made_tables:
        assert table.empty and len(tables.present(table, language).columns)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_titles_are_distinct_and_none_is_a_machine_name(language, evidence):
    frame = tables.joined(evidence)
    for table in (
        tables.claims_table(frame, language),
        tables.by_region(frame, language),
        tables.shares(frame, evidence.findings, language),
        tables.announced(frame, language),
        tables.comparison(frame, language),
        tables.verdicts(frame, language),
        tables.statuses(frame, language),
        tables.sources(evidence, language),
        tables.remarks(frame, evidence.findings, language),
    ):
        titles = list(tables.present(table, language).columns)
        assert len(set(titles)) == len(titles)
        assert not [title for title in titles if "_" in title]
        assert language == "en" or not set(titles) & {"claim_id", "status", "verdict", "region"}


def test_the_tables_of_a_region_are_written_with_their_package(evidence, tmp_path):
    tables.write_region(tmp_path, "KZ-63", evidence)
    claims = store.read(tmp_path, "claims", Claim)
    assert {claim.region for claim in claims} == {"KZ-63"} and len(claims) == 8
    assert store.validate(tmp_path) == []
    content = (tmp_path / "claims.csv").read_bytes()
    (tmp_path / "claims.csv").write_bytes(content.replace(b"4105381000", b"4105381001"))
    assert [problem.subject for problem in store.validate(tmp_path)] == ["claims.csv"]


def test_a_readers_table_as_csv_runs_nowhere():
    table = pd.DataFrame({"who": ['=HYPERLINK("http://x.example","1")', "М. Бахыт"], "value": [Decimal("-5"), None]})
    assert csv_bytes(table).decode("utf-8").splitlines() == [
        "who,value",
        '"\'=HYPERLINK(""http://x.example"",""1"")",-5',
        "М. Бахыт,",
    ]


def test_order_of_records_does_not_matter(evidence):
    turned = replace(
        evidence, claims=evidence.claims[::-1], documents=evidence.documents[::-1], verdicts=evidence.verdicts[::-1]
    )
    for build in (tables.claims_table, tables.by_region, tables.announced, tables.comparison):
        pd.testing.assert_frame_equal(build(tables.joined(evidence), "kk"), build(tables.joined(turned), "kk"))


def test_the_quote_marks_every_claim_where_it_stands(evidence):
    table = tables.claims_table(tables.joined(evidence), "en", "rejected")
    by_id = {claim.claim_id: claim for claim in evidence.claims}
    for row in table.to_dict("records"):
        claim = by_id[row["claim_id"]]
        before, marked, after = row["quote"].replace("⟧", "⟦").split("⟦")
        assert (before + marked + after, marked) == (claim.sentence, claim.quote)


def test_claims_are_sorted_by_region(evidence):
    places = list(tables.claims_table(tables.joined(evidence), "en")["where"])
    changes = sum(before != after for before, after in pairwise(places))
    assert changes == len(set(places)) - 1


def test_tables_of_the_sample_say_so_in_their_corner(evidence, made):
    sample = replace(evidence, sample=True)
    frame = tables.select(tables.of_region(tables.joined(sample), "KZ-63"), topic="computers")
    for table in (
        tables.claims_table(frame, "kk"),
        tables.by_region(frame, "kk"),
        tables.shares(frame, (), "kk"),
        tables.announced(frame, "kk"),
        tables.comparison(frame, "kk"),
        tables.verdicts(frame, "kk"),
        tables.statuses(frame, "kk"),
        tables.remarks(frame, (), "kk"),
        tables.sources(sample, "kk"),
        tables.pages(sample, frame, "kk"),
        tables.problems(sample),
        tables.claims_table(tables.joined(made.run((), (), (), sample=True)), "kk"),
    ):
        assert tables.present(table, "kk").columns.name == "SAMPLE"
    assert tables.present(tables.claims_table(tables.joined(evidence), "kk"), "kk").columns.name is None


def test_every_kind_of_value_is_counted_with_what_no_indicator_takes_in(evidence):
    frame = tables.joined(evidence)
    found = tables.measures(frame, "en")
    assert found["claims"].sum() == len(frame)
    assert found["unassigned"].sum() == frame["indicator"].isna().sum()
    assert list(found["claims"]) == sorted(found["claims"], reverse=True)
