"""`make notebooks`: executes the repository's notebooks again, in place, with the parameters that stand in them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from dalel import files, paths
from dalel.publishing import kernels, runs

PASSPORTS = "../data/processed/report/passports"  # from the folder of notebooks


def restore(name: str) -> bool:
    """Runs one stored notebook in place and says whether its outputs changed; NotebookFailed names the cell."""
    source = paths.notebooks() / f"{paths.slug(name)}.ipynb"
    with tempfile.TemporaryDirectory(prefix="dalel-", dir=kernels.short_folder()) as scratch:
        executed = kernels.execute(source, {}, Path(scratch), paths.workspace().home, PASSPORTS)
    return files.write_if_changed(source, kernels.normalised(executed).encode("utf-8"))


if __name__ == "__main__":
    for notebook in sys.argv[1:] or runs.notebooks(paths.Workspace(paths.PROJECT)):
        print(notebook, "changed" if restore(notebook) else "unchanged")
