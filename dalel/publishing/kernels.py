"""One notebook in one kernel: executed by Papermill over sockets of its own, then freed of everything that varies.

Parallel kernels on TCP race for ports (papermill issue 511; two clashes in our own trial). Over IPC they only clash
when they share a path, so each run gets a folder of its own.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from dalel.errors import NotebookFailed

INJECTED = "injected-parameters"


def execute(source: Path, parameters: dict[str, Any], scratch: Path, home: Path, passports: str = "passports") -> Any:
    """The executed notebook as nbformat nodes; NotebookFailed names the notebook, the cell and the message.

    `passports` is the address of their folder from where the notebook will lie: links to them begin with it.
    """
    # nbformat pulls it in through jsonschema; it costs every process over a second and only checks IRIs
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    from dalel.publishing.warm.provisioner import settings

    plain = scratch / "matplotlibrc"  # what a person set for their own charts changes no published one
    plain.touch()
    given = {
        "DALEL_HOME": str(home), "DALEL_PRODUCED": str(scratch / "produced"), "DALEL_PASSPORTS": passports,
        "MATPLOTLIBRC": str(plain),
    }  # fmt: skip
    try:
        return papermill.execute_notebook(
            str(source),
            str(scratch / source.name),
            parameters=parameters,
            progress_bar=False,
            request_save_on_cell_execute=False,
            config=Config(
                {
                    "KernelManager": {"transport": "ipc", "ip": str(scratch / "k")},
                    # a busy kernel that is told to stop logs the interrupt as an error
                    "NotebookClient": {"extra_arguments": ["--IPKernelApp.log_level=50"]},
                }
                | settings(given, str(source.parent))
            ),
        )
    except PapermillExecutionError as error:
        raise NotebookFailed(
            f"notebook {source.stem} stopped in cell {error.cell_index}: {error.ename}: {error.evalue}"
        ) from error


def short_folder() -> str | None:
    """Where a run's folder may be made: the usual place, or /tmp where its path would be too long for a socket.

    A UNIX socket's path may have 107 bytes (unix(7)); a kernel adds about 40 to that of the folder.
    """
    usual = tempfile.gettempdir()
    return None if len(os.fsencode(usual)) <= 60 or not Path("/tmp").is_dir() else "/tmp"


def produced(scratch: Path) -> list[str]:
    """Files below figures/ that the run drew, sorted."""
    log = scratch / "produced"
    return sorted(set(log.read_text("utf-8").split("\n")) - {""}) if log.is_file() else []


def normalised(notebook: Any) -> str:
    """The notebook as JSON text without times, paths, versions and random cell ids: equal runs give equal bytes."""
    notebook.metadata.pop("papermill", None)
    notebook.metadata.get("language_info", {}).pop("version", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if INJECTED in cell.metadata.get("tags", []):
            cell["id"] = INJECTED
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
