"""Where pages are read, as the command line says it."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from benchmarks.scale import pages as archives
from dalel import cli, paths
from dalel.errors import InvalidValue


def asked(home: Path, *words: str) -> tuple[int, str, BaseException | None]:
    answer = CliRunner().invoke(cli.app, ["--home", str(home), *words])
    return answer.exit_code, answer.output, answer.exception


def test_a_home_is_read_in_two_processes_and_forgotten(tmp_path: Path) -> None:
    archives.build(paths.Workspace(home=tmp_path).raw, 3)
    assert asked(tmp_path, "--workers", "2", "read")[0] == 0
    assert asked(tmp_path, "clean")[1].endswith("MB of kept results are gone; evidence and tables stay\n")
    assert asked(tmp_path, "clean")[1].startswith("0.0 MB")


def test_options_that_contradict_are_refused(tmp_path: Path) -> None:
    error = asked(tmp_path, "--scheduler", "tcp://127.0.0.1:1", "--local-cluster", "read")[2]
    assert isinstance(error, InvalidValue)
    assert "it goes without --workers and --local-cluster" in str(error)
