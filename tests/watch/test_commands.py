"""`dalel watch` as cron runs it: its exit status, two at once, and what the README tells to write."""

import os
import re
import subprocess
import sys

import pytest
import yaml
from typer.testing import CliRunner

from dalel import cli, edition, paths

README = (paths.PROJECT / "README.md").read_text("utf-8")


def dalel(home, *arguments):
    return CliRunner().invoke(cli.app, ["--home", str(home), "watch", *arguments])


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with one page of one number; notebooks and charts are other tests' work."""
    (tmp_path / "page.txt").write_text("В Костанайской области построили 12 школ.", "utf-8")
    added = CliRunner().invoke(
        cli.app, ["--home", str(tmp_path), "add", str(tmp_path / "page.txt"), "--url", "https://a.example/1"]
    )
    assert added.exit_code == 0, added.output
    monkeypatch.setattr(edition, "publish_many", lambda *given: [])
    return tmp_path


def test_nothing_fails_and_nothing_is_new(home):
    first, second = dalel(home, "--offline"), dalel(home, "--offline", "--language", "ru")
    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert "The first watch, on" in first.output and "1 figures are known" in first.output
    assert second.output == "Ничего нового.\n"


def test_a_source_that_fails_is_named_and_the_status_says_so(home):
    done = dalel(home, "--source", "vlast")
    assert done.exit_code == 3 and "1 figures are known" in done.output
    assert "no contact is set" in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [(("--source", "vlasst"), "vlast"), (("--region", "KZ-99"), "region"), (("--language", "kz"), "kk")],
)
def test_a_misspelt_name_is_an_error_before_any_work(home, wrong, nearest):
    done = dalel(home, *wrong)
    assert done.exit_code == 1 and nearest in str(done.exception)
    assert not (home / "data" / "watches.jsonl").exists()


def test_two_at_once_the_second_says_who_holds_the_home(home):
    hold = (
        "from dalel import paths, watching\n"
        "with watching.alone(paths.workspace()):\n"
        "    print('held', flush=True); input()"
    )
    environment = os.environ | {"DALEL_HOME": str(home)}
    first = subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        assert first.stdout.readline() == "held\n"
        done = subprocess.run(
            [sys.executable, "-m", "dalel", "watch", "--offline"],
            check=False, capture_output=True, text=True, env=environment,
        )  # fmt: skip
        told = " ".join(done.stderr.split())
        assert done.returncode == 1
        assert re.search(rf"dalel: dalel watch \(process {first.pid} on \S+, since .* UTC\) is under way", told), told
    finally:
        first.communicate("\n")
    assert not (home / "data" / "watches.jsonl").exists() and dalel(home, "--offline").exit_code == 0


def test_the_workflow_of_the_readme_can_be_read_and_runs_commands_there_are():
    (block,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    steps = yaml.safe_load(block)["jobs"]["watch"]["steps"]
    lines = "\n".join(step.get("run", "") for step in steps).splitlines()
    (cron,) = re.findall(r"^.*\* \* \*.*dalel watch.*$", README, re.MULTILINE)
    named = [line for line in (*lines, cron) if "dalel watch" in line]
    assert len(named) == 2
    known = {name for option in cli.typer.main.get_command(cli.app).commands["watch"].params for name in option.opts}
    assert set(re.findall(r"--[a-z-]+", " ".join(line.split("dalel watch")[1] for line in named))) <= known
