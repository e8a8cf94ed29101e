"""Notebook runs: names and values are settled before Papermill sees them; parallel kernels do not meet."""

import json
from pathlib import Path

import pytest

from dalel import edition, paths
from dalel.errors import InvalidValue, NotebookFailed, UnknownName, UnsafePath
from dalel.publishing import kernels, parameters, runs

PROJECT = Path(__file__).resolve().parents[2]


def notebook(path, *cells):
    """A tiny real notebook; the first cell is tagged parameters."""
    made = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {"tags": ["parameters"]} if number == 0 else {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(cells)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    content = {"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_parameters_are_read_without_running_the_notebook(tmp_path):
    path = notebook(tmp_path / "n.ipynb", 'region = "KZ"  # a comment\nevidence = "contradicted"', "1 / 0")
    assert parameters.declared(path) == {"region": "KZ", "evidence": "contradicted"}


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ({"regoin": "KZ"}, UnknownName, "did you mean 'region'?"),
        ({'x=1;open("PWN","w");y': "2"}, UnknownName, "unknown parameter"),
        ({"region": "Turkistn"}, UnknownName, "KZ-61"),
        ({"region": "../../../ESC"}, UnknownName, "unknown region"),
        ({"language": "eng"}, UnknownName, "did you mean 'en'?"),
        ({"evidence": "verifed"}, UnknownName, "did you mean 'verified'?"),
    ],
)
def test_a_wrong_parameter_is_named_with_the_nearest_right_one(tmp_path, given, error, words):
    with pytest.raises(error, match="unknown") as caught:
        runs.plan(paths.workspace(tmp_path), "computers", given, "")
    assert words in str(caught.value)


def test_a_topic_and_a_date_are_checked_too():
    with pytest.raises(UnknownName, match="did you mean 'cameras'"):
        parameters.check_value("topic", "camera", {"cameras": None, "computers": None})
    with pytest.raises(InvalidValue, match="2020-10-08"):
        parameters.check_value("since", "08.10.2020")
    assert parameters.check_value("region", "ШҚО") == "KZ-63"


def test_hostile_values_arrive_as_they_are_and_run_nothing(tmp_path):
    path = notebook(tmp_path / "n.ipynb", 'value = ""', "print(ascii(value))")
    hostile = '"; import os; os.mkdir("PWN"); "\\\n\'\'\'{x}\u2028'
    done = kernels.execute(path, {"value": hostile}, tmp_path, tmp_path)
    assert done.cells[-1].outputs[0].text == ascii(hostile) + "\n"
    assert not (tmp_path / "PWN").exists()


@pytest.mark.parametrize("name", ["../computers", "a/b", "", "x" * 81, "computers\n"])
def test_a_path_is_made_of_slugs_only(name):
    with pytest.raises(UnsafePath):
        paths.slug(name)


def test_a_failing_notebook_names_the_cell_and_the_message(tmp_path):
    path = notebook(tmp_path / "broken.ipynb", 'region = "KZ"', "1 / 0")
    with pytest.raises(NotebookFailed, match=r"notebook broken stopped in cell 1: ZeroDivisionError"):
        kernels.execute(path, {}, tmp_path, tmp_path)


def test_a_notebook_without_parameters_or_without_json_is_refused(tmp_path):
    (tmp_path / "torn.ipynb").write_text('{"cells": [', "utf-8")
    with pytest.raises(InvalidValue, match=r"torn\.ipynb is not a notebook"):
        parameters.declared(tmp_path / "torn.ipynb")
    (tmp_path / "bare.ipynb").write_text('{"cells": []}', "utf-8")
    with pytest.raises(InvalidValue, match="no cell tagged 'parameters'"):
        parameters.declared(tmp_path / "bare.ipynb")


def test_two_runs_of_one_notebook_give_the_same_bytes(tmp_path):
    path = notebook(tmp_path / "n.ipynb", 'region = "KZ"', "region")
    first, second = (
        kernels.normalised(kernels.execute(path, {"region": "KZ-63"}, scratch, tmp_path))
        for scratch in (tmp_path / "a", tmp_path / "b")
        if not scratch.mkdir()
    )
    assert first == second
    assert "KZ-63" in first
    assert str(tmp_path) not in first


def test_all_regions_are_made_in_every_language_unless_one_is_chosen(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(edition, "publish_many", lambda _, codes, spoken, __: asked.append((len(codes), [*spoken])))
    space = paths.workspace(tmp_path)
    assert edition.publish_all(space)[1].name == "index.html"
    assert edition.publish_all(space, ["kk"])[1].name == "index.kk.html"
    assert asked == [(21, ["kk", "ru", "en"]), (21, ["kk"])]


def test_six_parallel_kernels_all_finish(tmp_path):
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    path = notebook(tmp_path / "n.ipynb", "number = 0", "number * 2")
    folders = [tmp_path / f"run{number}" for number in range(6)]
    for folder in folders:
        folder.mkdir()
    with ProcessPoolExecutor(6, mp_context=get_context("spawn")) as pool:
        done = [
            pool.submit(kernels.execute, path, {"number": number}, folder, tmp_path)
            for number, folder in enumerate(folders)
        ]
        shown = [future.result().cells[-1].outputs[0].data["text/plain"] for future in done]
    assert shown == ["0", "2", "4", "6", "8", "10"]
