"""Records come back exactly, files are the same on every run, and nothing in them runs in a spreadsheet."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import frictionless
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dalel import store
from dalel.errors import InvalidValue, UnreadableFile, UnwritableHome
from dalel.records import Capture, Claim, Document, Finding, Problem, Quantity, Verdict, Whole
from dalel.store.cells import harmless, original
from dalel.store.columns import columns

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
WHOLES = st.builds(Whole, value=DECIMALS, start=st.integers(), end=st.integers())
QUANTITIES = st.builds(
    Quantity, text=TEXT, value=DECIMALS, value_max=st.none() | DECIMALS, unit=st.none() | TEXT, whole=st.none() | WHOLES
)
FINDINGS = st.builds(
    Finding, check=TEXT, claim_ids=st.lists(TEXT).map(tuple), explanation=TEXT, arithmetic=st.none() | TEXT
)
CAPTURES = st.builds(
    Capture,
    capture_id=TEXT,
    url=TEXT,
    captured_at=st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(fold=0)),
    outlet=st.none() | TEXT,
    published=st.none() | st.dates(),
)
CLAIMS = st.builds(Claim, claim_id=TEXT, quote=TEXT, value=DECIMALS, value_max=st.none() | DECIMALS, sentence=TEXT)


def document(text: str, title: str | None = None) -> Document:
    return Document(
        document_id="d1", url="https://a.example/1", source="a", outlet="A", title=title, lead=None, text=text,
        published=date(2020, 10, 8), published_basis="markup", language="ru", script="Cyrl",
    )  # fmt: skip


@pytest.mark.parametrize(
    "values", [QUANTITIES, FINDINGS, CAPTURES, CLAIMS], ids=["Quantity", "Finding", "Capture", "Claim"]
)
def test_every_record_comes_back_exactly(values, tmp_path):
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(values, max_size=3))
    def holds(records):
        kind = type(records[0]) if records else Claim
        store.write(tmp_path, "t", records, kind)
        for back in (store.read(tmp_path, "t", kind), store.read_csv(tmp_path, "t", kind)):
            assert sorted(map(repr, back)) == sorted(map(repr, records))

    holds()


@given(TEXT)
def test_a_cell_gives_back_its_text(text):
    assert original(harmless(text)) == text


@given(st.text("=+-@'\";,|\t\r\n a＝", max_size=12))
def test_no_cell_starts_a_formula_even_where_other_characters_end_cells(text):
    cell = harmless(text)
    assert original(cell) == text
    for piece in re.split(r"[;,|\t\r\n]", cell):
        assert not piece.lstrip('"').startswith(("=", "+", "-", "@", "＝"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-5 %", "'-5 %"),
        ("@акимат", "'@акимат"),
        ("'тырнақша", "''тырнақша"),
        ("бала; =1", "бала; =1"),
        ("бала;=1", "бала;'=1"),
        ("", "'"),
        ("4 млрд тенге", "4 млрд тенге"),
    ],
)
def test_cells_by_hand(text, cell):
    assert harmless(text) == cell


def test_the_csv_holds_the_guarded_text_and_bare_numbers(tmp_path):
    claim = Finding(check="=1+1", severity="note", kind="k", claim_ids=("c1", "c2"), explanation="-")
    store.write(tmp_path, "findings", [claim], Finding)
    assert (tmp_path / "findings.csv").read_text("utf-8") == (
        "check,severity,kind,claim_ids,parts,facts,intervals,arithmetic,explanation\n"
        '\'=1+1,note,k,"[""c1"", ""c2""]",[],[],[],,\'-\n'
    )


def test_a_frame_has_the_fields_in_order_exact_decimals_and_iso_dates():
    capture = Capture(
        capture_id="x", source="s", url="u", captured_at=datetime(2020, 10, 8, 1, 2, 3, tzinfo=UTC), status=200,
        media_type="text/html", charset=None, sha256="0" * 64, warc="s/1.warc.gz", offset=0, length=1,
        published=date(2020, 10, 8),
    )  # fmt: skip
    shown = store.frame([capture], Capture)
    assert list(shown.columns) == [column.name for column in columns(Capture)]
    assert shown.loc[0, "captured_at"] == "2020-10-08T01:02:03+00:00"
    assert shown.loc[0, "published"] == "2020-10-08"
    assert shown.loc[0, "charset"] is None
    quantity = Quantity(
        start=0, end=1, core_start=0, core_end=1, text="1", value=Decimal("0.10"), value_max=None, unit=None,
        label="CARDINAL", modality="exact",
    )  # fmt: skip
    assert str(store.frame([quantity], Quantity).loc[0, "value"]) == "0.10"
    assert next(iter(store.frame([], Claim).columns)) == "claim_id"


def test_order_does_not_matter_and_nothing_is_rewritten(tmp_path):
    verdicts = [Verdict(claim_id=f"c{i}", verdict="verified", because="alone", reason="r", origins=i) for i in range(5)]
    store.write(tmp_path, "v", verdicts, Verdict)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    store.write(tmp_path, "v", reversed(verdicts), Verdict)
    assert before == {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    assert sorted(before) == ["v.csv", "v.parquet"]


def test_two_processes_write_the_same_bytes(tmp_path):
    code = (
        "import sys; from pathlib import Path; from dalel import store; from dalel.records import Problem\n"
        "problems = {Problem(stage='read', subject=s, reason=r) for s in 'abcde' for r in ('қате', '=1')}\n"
        "store.write(Path(sys.argv[1]), 'p', problems, Problem); store.describe(Path(sys.argv[1]), 't', {'p': Problem})"
    )
    digests = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", code, str(folder)], check=True, env=environment)
        digests.append({p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())})
    assert digests[0] == digests[1]
    assert list(digests[0]) == ["datapackage.json", "p.csv", "p.parquet"]


def packaged(folder: Path) -> Path:
    store.write(folder, "documents", [document("Бір\nЕкі")], Document)
    store.write(folder, "problems", [Problem(stage="read", subject="x", reason="y")], Problem)
    store.describe(folder, "Test", {"documents": Document, "problems": Problem})
    return folder


def test_a_described_folder_is_valid_for_us_and_for_frictionless(tmp_path):
    assert store.validate(packaged(tmp_path)) == []
    report = frictionless.Package(str(tmp_path / "datapackage.json"))
    for resource in report.resources:
        if resource.format == "csv":
            assert resource.validate().valid, resource.validate().flatten(["note"])


@pytest.mark.parametrize("name", ["documents.csv", "documents.parquet", "problems.csv", "problems.parquet"])
def test_a_flipped_byte_is_reported_by_name(name, tmp_path):
    file = packaged(tmp_path) / name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    assert [problem.subject for problem in store.validate(tmp_path)] == [name]


def test_missing_added_grown_and_undescribed_tables_are_reported(tmp_path):
    packaged(tmp_path)
    (tmp_path / "problems.csv").unlink()
    (tmp_path / "extra.csv").write_text("a\n1\n")
    with (tmp_path / "documents.csv").open("ab") as file:
        file.write(b"\n")
    reasons = {problem.subject: problem.reason for problem in store.validate(tmp_path)}
    assert sorted(reasons) == ["documents.csv", "extra.csv", "problems.csv"]
    assert "missing" in reasons["problems.csv"] and "not listed" in reasons["extra.csv"]
    (tmp_path / "datapackage.json").write_text("{")
    assert [problem.subject for problem in store.validate(tmp_path)] == ["datapackage.json"]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"\0" * 64 + b"PAR1"])
def test_a_broken_parquet_file_is_a_clear_error(content, tmp_path):
    (tmp_path / "t.parquet").write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"t\.parquet.*rebuild"):
        store.read(tmp_path, "t", Claim)


def test_a_missing_table_and_one_of_another_type_are_clear_errors(tmp_path):
    with pytest.raises(UnreadableFile, match="run the stage"):
        store.read(tmp_path, "claims", Claim)
    store.write(tmp_path, "claims", [], Verdict)
    with pytest.raises(UnreadableFile, match="columns of Claim"):
        store.read(tmp_path, "claims", Claim)
    header = "claim_id,verdict,because,reason,origins,facts\n"
    (tmp_path / "verdicts.csv").write_text(f"{header}c1,perhaps,alone,r,1,[]\n", "utf-8")
    with pytest.raises(InvalidValue, match="verdict"):
        store.read_csv(tmp_path, "verdicts", Verdict)
    (tmp_path / "verdicts.csv").write_text(f"{header}c1,verified\n", "utf-8")
    with pytest.raises(UnreadableFile, match="equal length"):
        store.read_csv(tmp_path, "verdicts", Verdict)


def test_text_that_is_no_unicode_is_refused_with_its_column(tmp_path):
    with pytest.raises(InvalidValue, match="text"):
        store.write(tmp_path, "d", [document("\ud800")], Document)


def test_a_field_no_table_can_hold_is_refused():
    @dataclass(frozen=True)
    class Odd:
        weight: float

    with pytest.raises(TypeError, match="weight"):
        columns(Odd)


def test_a_home_that_cannot_be_written_is_a_clear_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableHome):
        store.write(tmp_path / "file", "t", [], Claim)
