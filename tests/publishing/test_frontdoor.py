"""The front door: a desk opened once, verbs without repeated arguments, files only where something is saved."""

from decimal import Decimal

import pandas as pd
import pytest

import dalel
from dalel.errors import UnknownName
from dalel.publishing import frames


@pytest.fixture(scope="module")
def desk():
    return dalel.open(region="Qyzylorda", language="kk")


def test_a_desk_is_asked_once_for_region_and_language(desk):
    assert (desk.region, desk.language) == ("KZ-43", "kk")
    claims = desk.claims(topic="computers")
    assert len(claims) and set(claims["region"]) == {"KZ-43"} and set(claims["topic"]) == {"computers"}


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [({"region": "KZ-99"}, "region"), ({"language": "kz"}, "kk"), ({"evidence": "verifed"}, "verified")],
)
def test_a_desk_is_not_opened_with_a_value_that_does_not_exist(wrong, nearest):
    with pytest.raises(UnknownName, match=nearest):
        dalel.open(**wrong)


def test_the_module_has_one_door():
    assert dir(dalel) == ["open"]
    with pytest.raises(AttributeError):
        dalel.draw_shares  # noqa: B018


def test_drawing_writes_no_file_and_saving_does(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(type(desk.space), "figures", property(lambda space: tmp_path))
    chart = desk.draw_shares(topic="computers")
    assert list(tmp_path.rglob("*")) == []
    assert desk.save(chart) is chart
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    endings = (".svg", "-narrow.svg", ".png", ".csv", ".json")
    assert written == {f"KZ-43/shares-computers-kk{ending}" for ending in endings}


def test_claims_are_typed_the_same_in_every_language(desk):
    kazakh, english = desk.claims(), dalel.open(region="KZ-43").claims()
    assert list(kazakh.columns) == list(frames.COLUMNS) and kazakh.index.name == "claim_id"
    pd.testing.assert_frame_equal(pd.DataFrame(kazakh), pd.DataFrame(english.loc[kazakh.index]))
    money = kazakh[kazakh["unit"] == "KZT"]
    assert {type(value) for value in money["value"]} == {Decimal}
    assert Decimal("3400000000") in set(money["value"])
    assert kazakh["published"].max() == pd.Timestamp("2020-10-19")
    assert kazakh["verdict"].cat.ordered and kazakh["verdict"].max() != "rejected"
    assert kazakh.groupby("unit", observed=True)["value"].count()["KZT"] == len(money)


def test_a_frame_is_shown_as_the_reader_s_table_with_every_value_linked(desk):
    claims = desk.claims()
    html = claims.sort_values("value").head(3)._repr_html_()
    assert html.count('class="value"') == 3 and html.count("<mark>⟦") == 3 and "SAMPLE" in html
    for claim_id in claims.sort_values("value").index[:3]:
        assert f'report/passports/{claim_id}.kk.html"' in html
    assert html.index(claims.sort_values("value").index[0]) < html.index(claims.sort_values("value").index[2])
    assert "шамасы" in repr(claims) and len(desk.by_region()) and "көрсеткіш" in repr(desk.by_region())


def test_a_changed_frame_is_shown_as_it_is(desk):
    claims = desk.claims()
    doubled = claims.copy()
    doubled["value"] = doubled["value"] * 2
    assert claims.shown() is not None and doubled.shown() is None and claims[["value", "unit"]].shown() is None
    assert "mark" not in doubled._repr_html_()


def test_a_share_is_computed_again_exactly():
    shares = dalel.open().shares(topic="cameras")
    compared = shares[shares["severity"].notna() & shares["share"].eq(Decimal(62))].iloc[0]
    assert (compared["part"], compared["whole"], compared["computed"]) == (4360, 6936, Decimal("62.86"))


def test_below_the_evidence_level_a_value_is_blank_with_its_reason():
    claims = dalel.open(region="KZ-43", evidence="verified").claims()
    below = claims[claims["verdict"] < "verified"]
    assert len(below) and set(below["value"]) == {None} and set(below["quote"]) == {None} and below["withheld"].all()
    assert claims[claims["verdict"] == "verified"]["value"].notna().all()


def test_importing_changes_no_option_of_pandas():
    import subprocess
    import sys

    code = """
import pandas as pd
names = ["display.max_rows", "display.max_columns", "display.max_colwidth", "display.width", "display.precision"]
before = [pd.get_option(name) for name in names]
import dalel
dalel.open().claims()
assert before == [pd.get_option(name) for name in names]
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_question_in_another_language_gives_typed_claims_the_best_first():
    desk = dalel.open(language="ru")
    found = desk.find("бейнебақылау 62", status="actual")
    assert list(found.columns) == list(frames.COLUMNS) and found.index.name == "claim_id"
    assert "cb4mhmfhgpleu" in found.index and set(found["status"]) == {"actual"}
    assert desk.facets("бейнебақылау 62", status="actual")["claims"].max() == len(found)
    nothing = desk.find("дрон")
    assert len(nothing) == 0 and nothing.attrs["searched"].startswith("0 of ")
    with pytest.raises(UnknownName, match="planned"):
        desk.find("школа", status="plan")
