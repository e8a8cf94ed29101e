"""A stranger reads, extracts and runs: what is whole passes, every edit of it fails, and nothing of it is executed."""

import base64
import gzip
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dalel import bundling, cli, paths, pipeline
from dalel.errors import DalelError
from dalel.publishing import bundle as made

GOLDEN = Path(__file__).parent / "golden"
DATA = re.compile(r'(<script type="application/json" id="dalel-bundle">)(.*?)(</script>)', re.DOTALL)


def data(page):
    return json.loads(DATA.search(page)[2])


def changed(page, change):
    """The page with its data changed in place."""
    told = data(page)
    change(told)
    text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return DATA.sub(lambda match: match[1] + text + match[3], page, count=1)


def claim(told, quote):
    return next(one for one in told["claims"] if one["words"]["quote"] == quote)


def record(told, change):
    """The first record with its bytes changed, packed again."""
    content = gzip.decompress(base64.b64decode(told["captures"][0]["record"]))
    told["captures"][0]["record"] = base64.b64encode(gzip.compress(change(content))).decode()


def test_what_is_whole_passes(bundle, checked):
    done = checked(bundle)
    assert done.code == 0 and done.failed == [] and done.err == ""
    assert "PASS  bytes of https://a.example/1" in done.out
    assert re.search(r"PASS  c\w{12} value", done.out) and re.search(r"PASS  c\w{12} arithmetic 4360 / 6936", done.out)
    assert re.search(r"SKIP  c\w{12} value: a plain rule", done.out), "a number in words"
    assert re.search(r"PASS  c\w{12} decision by A\.", done.out)


def other_sum(told):
    for finding in told["findings"]:
        finding["arithmetic"] = finding["arithmetic"] and "4360 / 6936 = 72.86 %"


EDITS = {
    "value": lambda t: claim(t, "62 процента")["value"].update(value="82"),
    "value of money": lambda t: claim(t, "3,8 млрд теңге")["value"].update(value="38000000000"),
    "quote": lambda t: claim(t, "62 процента")["words"].update(quote="82 процента"),
    "sentence": lambda t: claim(t, "4360")["words"].update(sentence="Подключены 4360 объектов."),
    "identity": lambda t: next(iter(t["identities"].values())).update(sentence="Иначе."),
    "address": lambda t: t["captures"][0].update(url="https://ministry.example/1"),
    "digest": lambda t: t["captures"][0].update(sha256="0" * 64),
    "bytes": lambda t: record(t, lambda content: content.replace(b"6936", b"6937").replace(b"3,8", b"8,3")),
    "record cut off": lambda t: t["captures"][0].update(record=t["captures"][0]["record"][:200]),
    "record no base64": lambda t: t["captures"][0].update(record="!"),
    "arithmetic": lambda t: other_sum(claim(t, "62 процента")),
    "decision": lambda t: claim(t, "4360")["reviews"][0].update(evidence="{}"),
    "format": lambda t: t.update(format="dalel-bundle/9"),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_fails(bundle, checked, name):
    done = checked(changed(bundle, EDITS[name]))
    assert done.code == 1 and done.failed, done.out


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 5}', "[" * 100_000, '{"format": "dalel-bundle/1"}', "null"]
)
def test_what_is_no_bundle_is_said_to_be_none(bundle, checked, text):
    done = checked(DATA.sub(lambda match: match[1] + text + match[3], bundle, count=1))
    assert done.code == 1 and "Traceback" not in done.err and "no dalel bundle" in done.err


def test_a_bomb_is_refused(bundle, checked):
    def bomb(told):
        told["captures"][0]["record"] = base64.b64encode(gzip.compress(b"\0" * (80 << 20))).decode()

    done = checked(changed(bundle, bomb))
    assert done.code == 1 and "larger than it may be" in done.out


def test_the_verifier_is_short_and_needs_the_standard_library_alone():
    text = made.source()
    assert len(text.splitlines()) < 300
    imported = set(re.findall(r"(?m)^(?:import|from) (\w+)", text))
    assert imported <= set(sys.stdlib_module_names)
    assert not {"eval", "exec", "subprocess", "socket", "urllib", "pickle", "os"} & set(re.findall(r"\w+", text))


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_nothing_of_it_is_executed_or_loaded(bundle):
    tags = Tags()
    tags.feed(bundle)
    scripts = [attrs for tag, attrs in tags.found if tag == "script"]
    assert [attrs["type"] for attrs in scripts] == ["application/json", "text/plain"]
    assert not any("src" in attrs and not attrs["src"].startswith("data:") for _, attrs in tags.found)
    assert not any(name.startswith("on") for _, attrs in tags.found for name in attrs)
    policy = next(attrs["content"] for tag, attrs in tags.found if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'") and "script-src" not in policy
    assert "<script>alert" not in bundle and "<b>" not in bundle and "<i>them" not in bundle


def test_the_same_contents_give_the_same_bytes_and_the_page_marks_the_words(home, bundle):
    ids = sorted(claim.claim_id for claim in pipeline.refresh(home).claims)
    assert bundling.bundle(home, ids, "ru").decode("utf-8") == bundle
    assert "<mark>⟦62 процента⟧</mark>" in bundle and "Проверьте сами" in bundle


@pytest.mark.parametrize("asked", [["cnone"], ["KZ-99"], ["KZ/none-en"], ["../../etc/passwd"], ["KZ/../../x"], []])
def test_what_is_neither_claim_nor_chart_nor_region_is_named(home, asked):
    with pytest.raises(DalelError):
        bundling.bundle(home, asked, "en")


def test_the_command_writes_the_file(home, tmp_path, capsys, monkeypatch):
    claim_id = pipeline.refresh(home).claims[0].claim_id
    out = tmp_path / "story.html"
    monkeypatch.setattr(sys, "argv", ["dalel", "--home", str(home.home), "bundle", claim_id, "-o", str(out)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0 and "the verifier is inside" in capsys.readouterr().out and out.is_file()


def test_bundles_of_this_format_that_were_handed_out_pass_for_ever(checked):
    golden = (GOLDEN / "story.html").read_text("utf-8")
    for verifier in (golden, made.source()):  # the one inside it, and the one of today
        done = checked(golden, verifier)
        assert done.code == 0 and done.out == (GOLDEN / "story.txt").read_text("utf-8")


def test_passports_are_what_their_schema_says(bundle):
    jsonschema = pytest.importorskip("jsonschema", reason="comes with JupyterLab")
    schema = json.loads((paths.PROJECT / "docs" / "passport.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    golden = data((GOLDEN / "story.html").read_text("utf-8"))
    for passport in (*data(bundle)["claims"], *golden["claims"]):
        assert [error.message for error in validator.iter_errors(passport)] == []
    assert list(validator.iter_errors({**golden["claims"][0], "claim_id": "x"}))


def test_the_format_is_written_down():
    told = (paths.PROJECT / "docs" / "bundle.md").read_text("utf-8")
    golden = data((GOLDEN / "story.html").read_text("utf-8"))
    assert made.FORMAT in told and all(f"`{key}`" in told for key in golden)
