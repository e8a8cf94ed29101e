"""Notebooks carry prose, a few lines a cell and their outputs; logic lives in the library."""

import ast
import json
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
LOGIC = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.For, ast.While, ast.Lambda, ast.ListComp, ast.DictComp,
    ast.SetComp, ast.GeneratorExp, ast.If, ast.Try, ast.With,
)  # fmt: skip


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def cells(request):
    return json.loads(request.param.read_text("utf-8"))["cells"]


def code(cells):
    return [cell for cell in cells if cell["cell_type"] == "code"]


def test_the_notebooks_of_the_first_investigations_are_here():
    names = {path.stem for path in NOTEBOOKS}
    assert {"collection", "computers", "kindergartens", "cameras", "region"} <= names


def test_a_notebook_holds_no_logic(cells):
    for cell in code(cells):
        source = "".join(cell["source"])
        found = [type(node).__name__ for node in ast.walk(ast.parse(source)) if isinstance(node, LOGIC)]
        assert not found, f"{found} in {source!r}"


def test_a_notebook_imports_only_the_front_door(cells):
    for cell in code(cells):
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            assert not isinstance(node, ast.ImportFrom)
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} <= {"dalel", "pandas"}


def test_cells_are_short_and_the_first_code_cell_holds_the_parameters(cells):
    assert all(len("".join(cell["source"]).splitlines()) <= 6 for cell in code(cells))
    assert code(cells)[0]["metadata"]["tags"] == ["parameters"]


def test_a_notebook_begins_with_its_question_and_explains_its_rules(cells):
    first = "".join(cells[0]["source"])
    assert cells[0]["cell_type"] == "markdown"
    assert first.startswith("# ")
    assert len(first.split("\n\n")) >= 2
    prose = [cell for cell in cells if cell["cell_type"] == "markdown"]
    assert len(prose) >= len(code(cells)) / 2


def test_a_notebook_is_stored_executed_and_says_sample(cells):
    assert all(cell["execution_count"] for cell in code(cells))
    shown = json.dumps([cell["outputs"] for cell in code(cells)])
    assert "error" not in {output["output_type"] for cell in code(cells) for output in cell["outputs"]}
    assert "image/png" in shown or "text/html" in shown


def test_no_number_is_typed_into_the_prose(cells):
    """Years and the thresholds of a rule may stand in prose; a result may not."""
    import re

    for cell in cells:
        if cell["cell_type"] == "markdown":
            text = re.sub(r'\b(19|20)\d\d\b|"[^"]*"|\d+ (?:June|January)', "", "".join(cell["source"]))
            assert not re.search(r"\d{2,}", text), text
