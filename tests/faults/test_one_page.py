"""One page, one problem: a fault of ours on one page, check or row is named, logged, and the rest goes on."""

from __future__ import annotations

import contextlib
import json
import resource
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dalel import checks, cli, faults, lines, paths, pipeline, readers
from dalel.errors import InvalidValue, UnreadableFile
from dalel.records import Problem
from dalel.stages import kept

GOOD = "<html><body><h1>Школы области</h1><p>В 2020 году построили 14 школ за 2,4 млрд тенге.</p></body></html>"
BAD = "<html><body><h1>Сады района</h1><p>В 2020 году открыли 25 садов на 500 мест.</p></body></html>"
HOSTILE = {
    "control references": "<p>Всего&#5; 40 школ.</p><br>&#1;<br>&#27;&#x1b;&#x5",
    "controls": "<p>Всего\x02 40 школ\x1b, \x7fсказали\x0e.</p>",
    "comments": "<!---->" * 40 + "<p>Всего 40 школ.</p>",
    "open comments": "<p>Всего 40 школ.</p>" + "<!--" * 2000,
    "halves of pairs": "<p>Всего &#55357; 40 школ &#xDE00;, &#55357;&#56832;.</p>",
    "endless references": f"<p>Всего 40 школ.</p><p>&#{'9' * 5000};</p><p>&#x{'f' * 5000};</p>",
    "deep": "<div>" * 1500 + "<p>Всего 40 школ.</p>",
    "digits": f"<p>Всего 40 школ.</p><p>Номер {'7' * 5000}.</p>",
    "broken data": f'<script type="application/ld+json">{{"@type":"NewsArticle","a":{"9" * 5000},"headline":'
    f'"Школы"{"," + " " * 40_000}}}</script><p>Всего 40 школ.</p>',
    "half pair in data": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Школы \\ud83d"}'
    "</script><p>Всего 40 школ.</p>",
}


@pytest.fixture
def home(tmp_path: Path) -> paths.Workspace:
    """A home with two pages."""
    space = paths.workspace(tmp_path / "home")
    for name, page in (("good", GOOD), ("bad", BAD)):
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
        given = pipeline.Given(url=f"https://news.example/{name}")
        pipeline.add(space, [tmp_path / f"{name}.html"], given)
    return space


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_a_problem_beside_a_good_one(tmp_path: Path, name: str) -> None:
    space = paths.workspace(tmp_path / "home")
    (tmp_path / "good.html").write_text(GOOD, "utf-8")
    (tmp_path / "odd.html").write_text(f"<html><body><h1>Школы</h1>{HOSTILE[name]}</body></html>", "utf-8")
    for page in ("good", "odd"):
        pipeline.add(space, [tmp_path / f"{page}.html"], pipeline.Given(url=f"https://news.example/{page}"))
    run = pipeline.refresh(space)
    assert not [problem for problem in run.problems if problem.fault]
    assert {"14", "40"} <= {claim.quote for claim in run.claims}
    assert {verdict.verdict for verdict in run.verdicts} == {"single-source"}


@pytest.mark.parametrize(
    "page",
    [
        '{"title":"Школы","body":"<p>Всего 40 школ.</p>","id":%s}' % ("9" * 5000),
        '{"title":"Школы","body":"<p>Всего 40 школ.</p>","id":1e999,"x":-%s}' % ("9" * 5000),
        '{"title":"Школы \\ud800","body":"<p>Всего 40 школ. \\udfff</p>"}',
    ],
)
def test_data_that_python_refuses_is_read(tmp_path: Path, page: str) -> None:
    space = paths.workspace(tmp_path / "home")
    (tmp_path / "odd.json").write_text(page, "utf-8")
    pipeline.add(space, [tmp_path / "odd.json"], pipeline.Given(url="https://news.example/odd.json"))
    run = pipeline.refresh(space)
    assert [claim.quote for claim in run.claims] == ["40"]
    assert [verdict.verdict for verdict in run.verdicts] == ["single-source"]


def test_a_fault_while_one_page_is_read(home: paths.Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    original = readers.read

    def failing(payload: bytes, *given: object) -> object:
        if "Сады".encode() in payload:
            raise AttributeError("no such part at 0x7f0123456789")
        return original(payload, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(readers, "read", failing)
    run = pipeline.refresh(home)
    (problem,) = run.problems
    assert (problem.stage, problem.subject, problem.fault) == ("read", "https://news.example/bad", True)
    assert problem.reason == (
        "a fault in dalel itself (AttributeError: no such part at 0x…); the rest went on; "
        "the traceback is in faults.log"
    )
    assert "14" in [claim.quote for claim in run.claims]
    log = home.faults.read_text("utf-8")
    assert log.startswith("read: https://news.example/bad\nTraceback")
    assert "in failing" in log


def test_a_fault_while_claims_are_found(home: paths.Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from dalel.claims import finding

    original = finding.find_claims

    def failing(document: object, topics: object) -> object:
        if "садов" in document.text:  # type: ignore[attr-defined]
            raise RecursionError
        return original(document, topics)  # type: ignore[arg-type]

    monkeypatch.setattr(finding, "find_claims", failing)
    run = pipeline.refresh(home)
    assert [(one.stage, one.subject, one.fault) for one in run.problems] == [
        ("extract", "https://news.example/bad", True)
    ]
    assert len(run.documents) == 2
    assert "14" in [claim.quote for claim in run.claims]


def test_a_check_that_fails_on_one_page(home: paths.Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from dalel.checks import quote_in_archive

    original = quote_in_archive.check
    known = checks.foundation.discovery.load_checks()["quote_in_archive"]

    def failing(case: checks.Case) -> Iterator[object]:
        for claim in case.claims:
            if "сад" in claim.sentence:
                raise KeyError(claim.claim_id)
        yield from original(case)

    monkeypatch.setitem(known.__dict__, "check", failing)
    run = pipeline.refresh(home)
    assert [(one.stage, one.subject) for one in run.problems] == [
        ("verify", "https://news.example/bad, check quote_in_archive")
    ]
    by_quote = {claim.quote: claim.claim_id for claim in run.claims}
    verdict = {one.claim_id: one.verdict for one in run.verdicts}
    assert verdict[by_quote["14"]] == "single-source"
    assert verdict[by_quote["25"]] == "rejected"  # what was not looked for does not stand


def test_origins_that_cannot_be_found_let_nobody_confirm(
    home: paths.Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dalel import origins

    def failing(*given: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(origins, "group", failing)
    run = pipeline.refresh(home)
    assert [one.subject for one in run.problems] == ["origins of the pages"]
    assert len({one.origin_id for one in run.origins}) == 1


@pytest.mark.parametrize("command", ["read", "extract", "verify"])
def test_the_exit_status_says_that_a_person_must_act(
    home: paths.Workspace, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    assert CliRunner().invoke(cli.app, ["--home", str(home.home), command]).exit_code == 0
    original = readers.read

    def failing(payload: bytes, *given: object) -> object:
        if "Сады".encode() in payload:
            raise AttributeError("?")
        return original(payload, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(readers, "read", failing)
    (home.processed / "run.json").unlink()
    kept.empty(home.home)  # a changed file of the reader would tell; a changed attribute does not
    answer = CliRunner().invoke(cli.app, ["--home", str(home.home), command])
    assert answer.exit_code == 1
    assert "https://news.example/bad: a fault in dalel itself" in answer.output


def test_what_takes_too_long_is_a_problem() -> None:
    def endless() -> None:
        while True:
            with contextlib.suppress(Exception):  # as some libraries do
                sum(range(10_000))

    found = faults.Guard(seconds=0.2).attempt("read", "a page", endless)
    assert isinstance(found, Problem)
    assert found.reason.startswith("it takes more than 0.2 s of processor time; split it or leave it out")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux says how much memory is held")
def test_what_takes_too_much_memory_is_a_problem_and_the_limit_goes_with_it() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    found = faults.Guard(memory=64 << 20).attempt("read", "a page", lambda: bytearray(512 << 20))
    assert isinstance(found, Problem)
    assert found.reason.startswith("it takes more than 64 MB of memory")
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    assert len(bytearray(128 << 20)) == 128 << 20


def test_errors_of_the_house_and_interruptions_pass() -> None:
    def told() -> None:
        raise InvalidValue("no date")

    def stopped() -> None:
        raise KeyboardInterrupt

    with pytest.raises(InvalidValue):
        faults.UNLOGGED.attempt("read", "a page", told)
    with pytest.raises(KeyboardInterrupt):
        faults.UNLOGGED.attempt("read", "a page", stopped)


def test_a_thread_beside_the_main_one_is_guarded_without_clock() -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(faults.UNLOGGED.attempt("a", "b", lambda: 1 // 0)))
    thread.start()
    thread.join()
    assert isinstance(found[0], Problem)


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = faults.Guard(tmp_path / "file" / "faults.log").attempt("read", "a page", lambda: 1 // 0)
    assert isinstance(found, Problem)
    assert "the traceback is in" not in found.reason


def test_sifting_leaves_out_what_fails_alone() -> None:
    def add(numbers: object) -> float:
        return sum(1 / number for number in numbers)  # type: ignore[attr-defined]

    assert faults.UNLOGGED.sift("verify", "sum", [1, 2], str, add) == (1.5, [])
    found, problems = faults.UNLOGGED.sift("verify", "sum", [1, 0, 2, 0], str, add)
    assert found == 1.5
    assert [problem.subject for problem in problems] == ["0", "0"]


def test_rows_go_on_after_a_bad_one() -> None:
    bad: list[Problem] = []

    def convert(line: str, number: int) -> str:
        if line == "b":
            raise OverflowError("b")
        if line == "x":
            raise UnreadableFile(f"line {number} is not JSON")
        return line.upper()

    assert list(lines.converted("abcd", convert, faults.UNLOGGED, bad.append)) == ["A", "C", "D"]
    assert [(one.subject, one.fault) for one in bad] == [("line 2", True)]
    with pytest.raises(UnreadableFile, match="line 2"):
        list(lines.converted("axc", convert, faults.UNLOGGED, bad.append))


@pytest.mark.parametrize("command", ["quantities", "claims"])
@pytest.mark.parametrize(
    "bad", ['{"id": "\\ud800", "text": "5"}', '{"id": %s, "text": "5"}' % ("9" * 5000), "[" * 10**5]
)
def test_a_line_that_no_json_can_be_is_named(tmp_path: Path, command: str, bad: str) -> None:
    (tmp_path / "in.jsonl").write_text(f'{{"id": 1, "text": "14 школ"}}\n{bad}\n', "utf-8")
    given = [command, "--in", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]
    with pytest.raises(UnreadableFile, match="line 2"):
        CliRunner().invoke(cli.app, given, catch_exceptions=False)
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("command", ["quantities", "claims"])
def test_both_commands_take_the_same_names_of_the_language(tmp_path: Path, command: str) -> None:
    rows = [
        f'{{"id": 1, "text": "14 мектеп", "{name}": "{code}"}}'
        for name in ("language", "lang")
        for code in ("kk", "other")
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(rows), "utf-8")
    given = [command, "--in", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]
    assert CliRunner().invoke(cli.app, given, catch_exceptions=False).exit_code == 0
    first, *others = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert len(json.loads(first).popitem()[1]) == 1
    assert others == [first] * 3
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "a", "lang": "kk", "language": "ru"}', "utf-8")
    with pytest.raises(UnreadableFile, match="different things"):
        CliRunner().invoke(cli.app, given, catch_exceptions=False)
