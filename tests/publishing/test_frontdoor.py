"""The front door: a desk opened once, verbs without repeated arguments, files only where something is saved."""

import pytest

import dalel
from dalel.errors import UnknownName


@pytest.fixture(scope="module")
def desk():
    return dalel.open(region="Qyzylorda", language="kk")


def test_a_desk_is_asked_once_for_region_and_language(desk):
    assert (desk.region, desk.language) == ("KZ-43", "kk")
    claims = desk.claims(topic="computers")
    assert len(claims) and set(claims["қайда"].str.contains("Қызылорда")) == {True}


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
    assert written == {f"KZ-43/shares-computers-kk.{kind}" for kind in ("svg", "png", "csv", "json")}
