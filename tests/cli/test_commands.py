"""The command line as a person meets it: help like a table of contents, errors of one line with the cure."""

import json
import os
import subprocess
import sys

import pytest

COMMANDS = ["sources", "collect", "add", "read", "extract", "verify", "publish", "run", "show", "cite"]


def dalel(*words, home, **environment):
    command = [sys.executable, "-m", "dalel", "--home", str(home), *map(str, words)]
    settings = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings)


def test_help_lists_every_command(tmp_path):
    done = dalel("--help", home=tmp_path)
    assert done.returncode == 0
    for command in [*COMMANDS, "quantities", "claims"]:
        assert f" {command} " in done.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["publish", "--region", "KZ-64"], "did you mean 'KZ-6"),
        (["publish", "--region", "Kyzylodra"], "did you mean 'KZ-43'?"),
        (["publish", "--region", "../../etc"], "unknown region '../../etc'"),
        (["publish", "--language", "kz"], "unknown language 'kz'; did you mean 'kk'?"),
        (["collect", "--source", "sample-bitrx"], "did you mean 'sample-bitrix'?"),
        (["collect", "--source", "sample-bitrix", "--since", "8.10.2020"], "is no date; write it as 2020-10-08"),
        (["run", "computer"], "unknown notebook 'computer'; did you mean 'computers'?"),
        (["run", "computers", "-p", "regoin=KZ"], "did you mean 'region'?"),
        (["run", "computers", "-p", 'x=1;open("PWN","w");y=2'], "unknown parameter"),
        (["run", "computers", "-p", "region=../../../ESC"], "unknown region"),
        (["run", "computers", "-p", "region"], "has no value: write NAME=VALUE"),
        (["run", "../notebooks/computers"], "unknown notebook"),
    ],
)
def test_a_wrong_name_is_an_error_with_the_nearest_right_one(tmp_path, words, expected):
    done = dalel(*words, home=tmp_path)
    assert done.returncode == 1
    assert expected in done.stderr
    assert "Traceback" not in done.stderr
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["read"], ["extract"], ["verify"], ["publish"], ["show", "cabcdefghijkl"]])
def test_an_empty_archive_says_how_to_fill_it(tmp_path, words):
    done = dalel(*words, home=tmp_path)
    assert done.returncode == 1
    assert "no pages in" in done.stderr
    assert "dalel collect" in done.stderr


def test_a_file_that_is_not_there_is_named(tmp_path):
    done = dalel("add", tmp_path / "gone.html", "--url", "https://news.example/1", home=tmp_path)
    assert done.returncode == 1
    assert "gone.html" in done.stderr


@pytest.mark.parametrize("command", ["quantities", "claims"])
def test_a_malformed_line_is_named(tmp_path, command):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "62 %"}\n{"id": "b", "text"\n', "utf-8")
    done = dalel(command, "--in", rows, "--out", tmp_path / "out.jsonl", home=tmp_path)
    assert done.returncode == 1
    assert "line 2" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_quantities_are_written_as_json_lines(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "оснащены 4360 из 6936 объектов", "lang": "ru"}\n', "utf-8")
    done = dalel("quantities", "--in", rows, "--out", "-", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert '"value": "4360"' in done.stdout
    assert '"whole": {"value": "6936", "start": 17, "end": 21}' in done.stdout


@pytest.mark.parametrize("command", ["quantities", "claims"])
@pytest.mark.parametrize("out", ["-", "out.jsonl"])
def test_every_line_out_is_an_object_and_none_is_blank(tmp_path, command, out):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(f'{{"id": "{name}", "text": "62 % школ"}}\n' for name in "abc"), "utf-8")
    place = "-" if out == "-" else tmp_path / out
    done = dalel(command, "--in", rows, "--out", place, home=tmp_path)
    assert done.returncode == 0, done.stderr
    written = done.stdout if out == "-" else (tmp_path / out).read_text("utf-8")
    assert [json.loads(line)["id"] for line in written.removesuffix("\n").split("\n")] == ["a", "b", "c"]


FAULTY = """
import sys
from dalel import cli, declarations

def broken(*given):
    raise RuntimeError("the pipe has burst")

declarations.sources = broken
sys.argv = ["dalel", "sources"]
cli.main()
"""


def test_an_unexpected_fault_is_a_sentence_and_a_traceback_on_request():
    def run(**environment):
        settings = {name: value for name, value in os.environ.items() if name != "DALEL_TRACEBACK"} | environment
        return subprocess.run([sys.executable, "-c", FAULTY], capture_output=True, text=True, check=False, env=settings)

    told, asked = run(), run(DALEL_TRACEBACK="1")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == (
        "dalel: a fault in dalel itself: RuntimeError: the pipe has burst\nset DALEL_TRACEBACK=1 to see where\n"
    )
    assert asked.returncode == 1
    assert "Traceback (most recent call last)" in asked.stderr
    assert ", in broken\n" in asked.stderr and asked.stderr.endswith("RuntimeError: the pipe has burst\n")


def test_of_several_files_all_are_added_or_none(tmp_path):
    page = tmp_path / "a.txt"
    page.write_text("Заголовок\n\nКуплено 12 камер.\n", "utf-8")
    done = dalel("add", page, tmp_path / "gone.html", "--url", "https://news.example/1", home=tmp_path / "home")
    assert done.returncode == 1
    assert "gone.html" in done.stderr
    assert not (tmp_path / "home").exists()


def test_an_address_with_a_blank_is_refused(tmp_path):
    page = tmp_path / "a.txt"
    page.write_text("Заголовок\n\nКуплено 12 камер.\n", "utf-8")
    done = dalel("add", page, "--url", "https://news.example/a b", home=tmp_path / "home")
    assert done.returncode == 1
    assert not (tmp_path / "home").exists()
