"""One home with two pages, and bundles of it, as a stranger gets them."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from dalel import bundling, paths, pipeline, reviewing

PAGES = {
    "https://a.example/1": "Школы & <b>\nК ЦОУ подключены 62 процента видеокамер, то есть 4360 из 6936 объектов.",
    "https://b.example/2": "Мектептер\nБюджеттен 3,8 млрд теңге бөлінді. Жаңадан екі мектеп салынды.",
}


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    space = paths.workspace(tmp_path_factory.mktemp("bundle"))
    for number, (url, text) in enumerate(PAGES.items()):
        file = space.home / f"{number}.txt"
        file.write_text(text, "utf-8")
        pipeline.add(
            space, [file], pipeline.Given(url=url, outlet="A <script>alert(1)</script>", published=date(2024, 5, 14))
        )
    claim = next(one for one in pipeline.refresh(space).claims if one.quote == "4360")
    said = reviewing.Said(decision="accepted", reason="asked <i>them</i>", reviewer="A.", decided=date(2026, 11, 30))
    reviewing.decide(space, claim.claim_id, said)
    return space


@pytest.fixture(scope="session")
def bundle(home):
    ids = sorted(claim.claim_id for claim in pipeline.refresh(home).claims)
    return bundling.bundle(home, ids, "ru").decode("utf-8")


@pytest.fixture
def checked(tmp_path):
    """Extracts the verifier of a page as the page says, and runs it on the page with Python alone."""

    def run(page: str, verifier: str | None = None):
        story, program = tmp_path / "story.html", tmp_path / "verify.py"
        story.write_text(page, "utf-8")
        taken = re.search(r"(?ms)^# dalel verifier begins.*?^# dalel verifier ends", verifier or page)
        program.write_text(taken[0], "utf-8")
        done = subprocess.run([sys.executable, "-I", program, story], capture_output=True, text=True, check=False)
        failed = [line for line in done.stdout.splitlines() if line.startswith("FAIL")]
        return SimpleNamespace(code=done.returncode, out=done.stdout, err=done.stderr, failed=failed)

    return run
