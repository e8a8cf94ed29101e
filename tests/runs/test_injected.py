"""Promise 10 under Papermill's own command: a parameter that the notebook does not know stops it, in one line."""

import json
import subprocess
import sys

import pytest

from dalel import paths
from dalel.errors import UnknownName
from dalel.publishing.parameters import check_injected

DECLARED = 'region = "KZ"\nlanguage = "en"'


def test_injected_names_must_be_declared_before():
    check_injected(["", DECLARED, "# Parameters\nregion = 'KZ-43'\n", "x = 1"])
    with pytest.raises(UnknownName, match="did you mean 'region'"):
        check_injected(["", DECLARED, "# Parameters\nregoin = 'KZ-43'\n"])


def test_a_cell_that_a_person_wrote_may_assign_anything():
    check_injected(["", DECLARED, "%matplotlib inline", "mine = 1", "# Parameters: of mine\nother = 2"])


def papermill(tmp_path, *given):
    command = [sys.executable, "-m", "papermill", str(paths.notebooks() / "changes.ipynb"), str(tmp_path / "out.ipynb")]
    return subprocess.run([*command, *given], capture_output=True, text=True, check=False)


def test_papermill_s_own_command_refuses_a_misspelt_parameter(tmp_path):
    done = papermill(tmp_path, "-p", "regoin", "KZ-43")
    assert done.returncode != 0
    cells = json.loads((tmp_path / "out.ipynb").read_text("utf-8"))["cells"]
    (error,) = [output for cell in cells for output in cell.get("outputs", ()) if output["output_type"] == "error"]
    assert error["traceback"] == [f"UnknownName: {error['evalue']}"] and "did you mean 'region'?" in error["evalue"]


def test_papermill_s_own_command_takes_a_right_one(tmp_path):
    assert papermill(tmp_path, "-p", "region", "KZ-43").returncode == 0
