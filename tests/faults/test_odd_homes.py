"""Strangers' control characters, and files of a home in another shape: shown as marks, made anew, or named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dalel import cli, ledger, paths, pipeline
from dalel.archive import cdxj
from dalel.characters import escaped, harmless
from dalel.errors import InvalidValue
from dalel.publishing import parameters
from dalel.publishing.citation_forms import _tex
from dalel.publishing.rendering import _shown
from dalel.records import Problem

ACTING = ["\x1b[31m", "\x9b31m", "\x9d0;x", "\u202e", "\u2066", "\u200f", "\x07", "\x7f", "\r", "\u2028"]
PAGE = (
    '<html><head><title>Школы {odd}области</title><meta property="og:site_name" content="Вести {odd}дня">'
    '<meta name="author" content="Автор {odd}Имя"></head><body><h1>Школы {odd}области</h1>'
    "<p>В 2020 году построили {odd}14 школ за 2,4 млрд тенге, сказал {odd}аким.</p></body></html>"
)


def home_of(tmp_path: Path, page: str) -> paths.Workspace:
    space = paths.workspace(tmp_path / "home")
    (tmp_path / "page.html").write_text(page, "utf-8", newline="")
    pipeline.add(
        space, [tmp_path / "page.html"], pipeline.Given(url="https://news.example/page", outlet="Вести\x1b[31m")
    )
    return space


@pytest.mark.parametrize("odd", ACTING)
def test_nothing_that_acts_on_a_terminal_is_printed_or_written(tmp_path: Path, odd: str) -> None:
    space = home_of(tmp_path, PAGE.replace("{odd}", odd))
    printed = ""
    for command in (["read"], ["extract"], ["verify"]):
        answer = CliRunner().invoke(cli.app, ["--home", str(space.home), *command])
        assert answer.exit_code == 0
        printed += answer.output
    run = pipeline.refresh(space)
    assert {verdict.verdict for verdict in run.verdicts} == {"single-source"}
    for command in (["show"], ["show", "--json"], ["cite"]):
        name, *more = command
        answer = CliRunner().invoke(cli.app, ["--home", str(space.home), name, run.claims[0].claim_id, *more])
        assert answer.exit_code == 0
        printed += answer.output
    tables = "".join(path.read_text("utf-8") for path in space.processed.glob("*.csv"))
    for text in (printed, tables):
        assert not any(char in text for char in "\x07\x1b\x7f\x9b\x9d\u202e\u2066\u200f\u2028")


def test_problems_quote_strangers_with_marks() -> None:
    problem = Problem(stage="read", subject="a\x1b[0m", reason="no reader for \u202ex")
    assert (problem.subject, problem.reason) == ("a□[0m", "no reader for □x")
    assert harmless("a\tb\nc — ⟦5⟧") == "a\tb\nc — ⟦5⟧"
    assert json.loads(escaped(json.dumps("a\x9bb\u202e\n", ensure_ascii=False))) == "a\x9bb\u202e\n"
    assert _shown("a\x1bb") == "a□b"


def test_no_brace_of_a_title_breaks_a_bibliography() -> None:
    assert _tex("Школы {2020}") == "Школы \\{2020\\}"  # paired ones are counted in pairs
    for title in ("Школы {2020", "}{", "{}}", "a\\{b", "a\nb\x1b"):
        told = _tex(title)
        assert told.count("{") == told.count("}")
        bare = told.replace("\\textbraceleft{}", "").replace("\\textbraceright{}", "").replace("\\textbackslash{}", "")
        assert not {"{", "}", "\n", "\x1b"} & set(bare)


@pytest.mark.parametrize(
    "change",
    [
        {"tables": []}, {"tables": None}, {"tables": 5}, {"superseded": None}, {"superseded": 5}, {"superseded": [5]},
        {"sample": None}, {"sample": "no"}, {"fingerprint": 5}, {"rule": None}, {"rule": {"x": 1}}, {"rule": []},
        "tables", "superseded", "sample", "fingerprint", "rule", [], 5, None, "deep",
    ],
)  # fmt: skip
def test_a_run_of_another_shape_is_made_anew(tmp_path: Path, change: object) -> None:
    space = home_of(tmp_path, PAGE.replace("{odd}", ""))
    first = pipeline.refresh(space)
    about = json.loads((space.processed / "run.json").read_text("utf-8"))
    if isinstance(change, dict):
        about |= change
    elif isinstance(change, str) and change in about:
        del about[change]
    text = "[" * 100_000 if change == "deep" else json.dumps(about if isinstance(change, dict | str) else change)
    (space.processed / "run.json").write_text(text, "utf-8")
    assert ledger.last(space) is None or change == "deep"
    assert pipeline.refresh(space) == first
    assert ledger.last(space) == first


def test_the_mark_of_a_sample_is_not_believed_but_known(tmp_path: Path) -> None:
    space = home_of(tmp_path, PAGE.replace("{odd}", ""))
    assert pipeline.refresh(space).sample is False
    about = json.loads((space.processed / "run.json").read_text("utf-8"))
    (space.processed / "run.json").write_text(json.dumps(about | {"sample": True}), "utf-8")
    assert pipeline.refresh(space).sample is False


def cell(source: object, **more: object) -> dict[str, object]:
    return {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source} | more


@pytest.mark.parametrize(
    "notebook",
    [
        {"cells": 5}, {"cells": [5]}, {"cells": [{}]}, {"cells": [cell("a = 1", metadata=None)]}, [], 5, "[" * 100_000,
        {"cells": [cell("%matplotlib inline\nregion = 'KZ'")]}, {"cells": [cell("region = os.environ.get('R')")]},
        {"cells": [cell("region = (")]}, {"cells": [cell(5)]}, {"cells": [cell("a = 1", metadata={"tags": None})]},
        {"cells": [cell("a = 1\0")]}, {"cells": [cell("a = " + "(" * 5000)]}, {"cells": [cell("a = {[]: 1}")]},
        {"cells": [{"cell_type": "code", "source": "a = 1"}]},
    ],
)  # fmt: skip
def test_a_half_finished_notebook_is_no_notebook_and_stops_nothing(tmp_path: Path, notebook: object) -> None:
    path = tmp_path / "draft.ipynb"
    path.write_text(notebook if isinstance(notebook, str) else json.dumps(notebook), "utf-8")
    assert not parameters.has_any(path)
    try:
        assert parameters.declared(path) == {}
    except InvalidValue as error:
        assert "draft.ipynb" in str(error)


@pytest.mark.parametrize("field", ['"status": 1e999', '"status": []', '"offset": "x"', '"twins": 5', '"twins": [[1]]'])
def test_an_odd_line_of_an_index_is_named(field: str) -> None:
    line = '{"url": "https://a.kz/", "mime": "text/html", "status": 200, "digest": "x", "sha256": "y", "offset": 0, '
    line += f'"length": 1, "filename": "a", "role": "page", {field}}}'
    with pytest.raises(ValueError, match="line 1 is no CDXJ line"):
        cdxj.parse_all(f"kz,a)/ 20260101000000 {line}")
