"""Tokens of an authority of our own on loopback: the right one is taken, every other one refused."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dalel import cli, paths, pipeline, sealing
from dalel.errors import InvalidValue

pytest.importorskip("rfc3161_client", reason="needs the extra timestamps")
if shutil.which("openssl") is None:
    pytest.skip("needs the command openssl for an authority of its own", allow_module_level=True)

from dalel.seal import timestamps

_spec = importlib.util.spec_from_file_location("authority", Path(__file__).with_name("authority.py"))
authority = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(authority)
LISTING = b"# dalel seal 1\n"
ROOT = hashlib.sha256(LISTING).hexdigest()


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    return authority.Authority(tmp_path_factory.mktemp("tsa") / "a")


@pytest.fixture(scope="module")
def others(tmp_path_factory):
    return authority.Authority(tmp_path_factory.mktemp("tsa") / "b")


def test_a_token_says_when_and_by_whom(ours):
    query = timestamps.query(LISTING)
    stamp = timestamps.check(ours.reply(query.content), ROOT, timestamps.trusted(ours.root), query.nonce)
    assert stamp.authority == "CN=Authority of the test" and stamp.at.tzinfo is not None


def test_a_token_of_another_root_or_question_or_authority_is_refused(ours, others):
    query = timestamps.query(LISTING)
    answer, trusted = ours.reply(query.content), timestamps.trusted(ours.root)
    for wrong in (
        lambda: timestamps.check(answer, "0" * 64, trusted),
        lambda: timestamps.check(answer, ROOT, trusted, (query.nonce or 0) + 1),
        lambda: timestamps.check(answer, ROOT, timestamps.trusted(others.root)),
        lambda: timestamps.check(others.reply(query.content), ROOT, trusted),
        lambda: timestamps.check(b"", ROOT, trusted),
        lambda: timestamps.check(answer[:-9], ROOT, trusted),
    ):
        with pytest.raises(InvalidValue, match="not one to trust"):
            wrong()


def test_every_flipped_bit_of_the_signed_part_is_refused(ours):
    answer, trusted = ours.reply(timestamps.query(LISTING).content), timestamps.trusted(ours.root)
    at = answer.index(bytes.fromhex(ROOT))
    for place in (at, at + 31, at + 40, len(answer) - 1, len(answer) - 100):
        forged = bytearray(answer)
        forged[place] ^= 1
        with pytest.raises(InvalidValue):
            timestamps.check(bytes(forged), ROOT, trusted)


def test_an_authority_that_signed_its_own_certificate_or_has_one_for_the_web_is_refused(ours, tmp_path):
    query = timestamps.query(LISTING)
    for name, given in (("own", {"own": True}), ("web", {"use": "web_certificate"})):
        try:
            wrong = authority.Authority(tmp_path / name, **given)
            answer = wrong.reply(query.content)
        except subprocess.CalledProcessError as error:  # OpenSSL itself refuses to sign so
            assert name == "web", error
            continue
        trusted = timestamps.trusted(wrong.root if name == "web" else ours.root)
        with pytest.raises(InvalidValue):
            timestamps.check(answer, ROOT, trusted)


def test_certificates_in_the_wrong_order_are_refused(ours):
    """RFC 5652, 5.1: a SET OF in DER is sorted (X.690, 11.6); an answer that is not could be read in two ways."""
    query = timestamps.query(LISTING)
    answer = ours.reply(query.content, "-chain", str(ours.root))
    try:
        stamp = timestamps.check(answer, ROOT, timestamps.trusted(ours.root), query.nonce)
    except InvalidValue as error:
        assert "openssl ts -verify" in str(error)
    else:  # sorted by chance: lengths of keys vary
        assert stamp.authority == "CN=Authority of the test"


def test_the_command_seals_asks_and_verifies(ours, others, tmp_path, capsys, monkeypatch):
    home = tmp_path / "home"
    page = tmp_path / "a.txt"
    page.write_text("В области построили 12 школ за 40 млн тенге.", "utf-8")
    pipeline.add(paths.workspace(home), [page], pipeline.Given(url="https://a.example/1"))
    server = ours.serve()
    url = f"http://127.0.0.1:{server.server_port}"

    def dalel(*words):
        monkeypatch.setattr(sys, "argv", ["dalel", "--home", str(home), *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code, capsys.readouterr()

    try:
        code, said = dalel("seal", "--authority", f"{url}/tsa", "--trust", str(ours.root))
        assert code == 0 and "by CN=Authority of the test" in said.out
        root = next(line.split()[1] for line in said.out.splitlines() if line.startswith("root "))
        code, said = dalel("verify", "--seal", root[:16], "--trust", str(ours.root))
        assert code == 0 and "seen by CN=Authority of the test" in said.out and "unchanged since the seal" in said.out
        code, said = dalel("verify", "--seal", root, "--trust", str(others.root))
        assert code == 1 and "not one to trust" in said.err
        with pytest.raises(InvalidValue, match="is this the address"):
            made = sealing.seal(paths.workspace(home))
            sealing.stamp(paths.workspace(home), made, f"{url}/page", ours.root)
    finally:
        server.shutdown()
