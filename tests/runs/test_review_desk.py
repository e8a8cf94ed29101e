"""The review desk as an editor meets it: JupyterLab in Chromium, keys, a decision on disk."""

import importlib.util
import json
import os
import re
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from urllib.request import urlopen

import pytest

from dalel import paths, pipeline
from dalel.errors import InvalidValue
from dalel.review import read
from dalel.review.widget import review_desk

pytest.importorskip("anywidget", reason="needs the extra review")
CHROMIUM = Path("/usr/bin/chromium")
TEXTS = {
    "https://a.example/1": "В Павлодарской области построили 12 школ. На это потратили 40 млн тенге.",
    "https://b.example/2": "وبلىستا 15 مەكتەپ سالىندى. وعان بيۋدجەتتەن 3 ميلليارد تەڭگە ءبولىندى.",
}
ITEM = {"claim_id": "c1", "verdict": "single-source"}


def test_a_decision_is_handed_over_and_the_next_number_shown():
    noted = []
    desk = review_desk(["c1", "c2"], lambda one: {"claim_id": one}, lambda said: noted.append(said) or "noted")
    assert desk.item == {"claim_id": "c1"} and desk.total == 2
    desk.said = {"claim_id": "c1", "decision": "accepted"}
    assert noted == [{"claim_id": "c1", "decision": "accepted"}]
    assert (desk.place, desk.item, desk.message) == (1, {"claim_id": "c2"}, "noted")


def test_what_is_refused_stays_in_place_with_the_reason():
    def refuse(said):
        raise InvalidValue("give a reason")

    desk = review_desk(["c1", "c2"], lambda one: {"claim_id": one}, refuse)
    desk.said = {"claim_id": "c1", "decision": "accepted"}
    assert (desk.place, desk.message, desk.cleared) == (0, "give a reason", False)
    assert review_desk([], dict, str).message == "Nothing waits."


@pytest.fixture
def space(tmp_path):
    space = paths.workspace(tmp_path / "home")
    for number, (url, text) in enumerate(TEXTS.items()):
        file = tmp_path / f"{number}.txt"
        file.write_text(text, "utf-8")
        pipeline.add(space, [file], pipeline.Given(url=url, published=date(2024, 5, 14)))
    return space


@pytest.fixture
def lab(space, tmp_path):
    """JupyterLab on loopback with one notebook that shows the desk; its address."""
    folder = tmp_path / "lab"
    folder.mkdir()
    source = 'import dalel\ndesk = dalel.open()\ndesk.review(name="A. Editor")'
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": None, "outputs": [], "source": source}
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = {"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (folder / "review.ipynb").write_text(json.dumps(notebook), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"DALEL_HOME": str(space.home), "JUPYTER_CONFIG_DIR": str(tmp_path / "config")}
    environment |= {"PYTHONPATH": str(paths.PROJECT), "JUPYTER_DATA_DIR": str(tmp_path / "jupyter")}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--ip=127.0.0.1",
               "--IdentityProvider.token=t", f"--notebook-dir={folder}"]  # fmt: skip
    with (tmp_path / "lab.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                with urlopen(f"{address}/api?token=t", timeout=2):
                    break
            except OSError:
                time.sleep(0.5)
        yield f"{address}/lab/tree/review.ipynb?token=t"
    finally:
        process.terminate()
        process.wait(20)


def test_an_editor_decides_by_keys_in_jupyterlab(space, lab):
    if importlib.util.find_spec("playwright") is None or not CHROMIUM.exists():
        pytest.skip("needs playwright and Debian's chromium")
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        outside = []
        page.on("request", lambda request: outside.append(request.url) if "127.0.0.1" not in request.url else None)
        page.goto(lab)
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        page.get_by_text("| Idle").wait_for(timeout=120_000)
        page.locator(".jp-Notebook .jp-Cell .cm-content").first.click()
        page.keyboard.press("Shift+Enter")
        desk = page.locator(".dalel-review")
        desk.wait_for(timeout=90_000)
        expect(desk.locator("blockquote")).to_have_attribute(
            "dir", "rtl"
        )  # the most money: 3 billion, in Arabic script
        first = re.search(r"c[a-z2-7]{12}", desk.locator(".place").inner_text())[0]
        desk.press("a")
        expect(desk.locator(".said")).to_contain_text("give both")
        desk.locator("input[name=reason]").fill("asked the akimat")
        desk.press("a")
        expect(desk.locator(".said")).to_contain_text(f"{first} accepted by A. Editor")
        expect(desk.locator("mark")).to_have_text("40 млн тенге")
        desk.press("n")
        expect(desk.locator(".place")).to_contain_text("3 /")
        desk.press("p")
        desk.locator("input[name=reason]").fill("the act says so")
        desk.locator("input[name=correction]").fill("value=41000000")
        desk.press("c")
        expect(desk.locator(".said")).to_contain_text("corrected by A. Editor")
        if shot := os.environ.get("DALEL_SHOT"):
            page.screenshot(path=shot)
        browser.close()
    reviews, problems = read(space.reviews)
    assert problems == [] and [review.decision for review in reviews] == ["accepted", "corrected"]
    assert reviews[0].claim_id == first and dict(reviews[1].corrections) == {"value": "41000000"}
    assert outside == []
