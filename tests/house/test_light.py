"""What a stranger runs to check one number must answer in a second: it may not load the libraries of other rooms."""

import json
import subprocess
import sys

HEAVY = {"pandas", "matplotlib", "scrapy", "papermill", "trafilatura", "bs4", "jinja2", "pdfplumber", "openpyxl"}


def loaded_by(*modules: str) -> set[str]:
    script = f"import json, sys, {', '.join(modules)}; print(json.dumps(sorted(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    return set(json.loads(printed))


def test_a_passport_and_a_citation_load_no_library_of_another_room() -> None:
    loaded = loaded_by(
        "dalel.cli", "dalel.desk", "dalel.display", "dalel.publishing.passports", "dalel.publishing.citations"
    )
    assert "dalel.publishing.passports" in loaded
    assert loaded & HEAVY == set()


def test_numbers_and_claims_of_plain_rows_load_none_either() -> None:
    assert loaded_by("dalel.quantities.rows", "dalel.claims.claim_rows") & HEAVY == set()
