"""Processor time of one notebook run, its kernel's and this process's, started cold and warm in turns.

python -m benchmarks.kernels [NOTEBOOK] [ROUNDS]        on the sample; KZ in English
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from dalel import paths
from dalel.publishing import kernels, warm
from dalel.publishing.warm import template

TELL = "import time as _time; print(_time.process_time())"


def timed(name: str, folder: Path) -> Path:
    """A copy of the notebook whose last cell tells what its kernel has spent."""
    notebook = json.loads((paths.notebooks() / f"{name}.ipynb").read_text("utf-8"))
    empty = {"metadata": {}, "execution_count": None, "outputs": []}
    notebook["cells"].append({"cell_type": "code", "id": "told", "source": TELL, **empty})
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook), "utf-8")
    return folder / f"{name}.ipynb"


def run(notebook: Path, is_warm: bool) -> float:
    """Seconds of processor time of one run."""
    told = template.fork if is_warm else (lambda *_: None)
    kept, template.fork = template.fork, told  # type: ignore[assignment]
    begun = time.process_time()
    try:
        with tempfile.TemporaryDirectory(dir=kernels.short_folder()) as scratch:
            done = kernels.execute(notebook, {}, Path(scratch), paths.workspace().home)
    finally:
        template.fork = kept
    return time.process_time() - begun + float(done.cells[-1].outputs[0].text)


def main(name: str = "computers", rounds: str = "5") -> None:
    """Prints the medians and their ratio."""
    warm.start()
    with tempfile.TemporaryDirectory() as folder:
        notebook = timed(name, Path(folder))
        run(notebook, is_warm=True)  # what this process imports, and tables that are not there yet
        pairs = [(run(notebook, is_warm=False), run(notebook, is_warm=True)) for _ in range(int(rounds))]
    cold, hot = (median(one) for one in zip(*pairs, strict=True))
    print(f"{name}: cold {cold:.2f} s, warm {hot:.2f} s, {hot / cold:.2f} of it ({rounds} rounds)")


if __name__ == "__main__":
    main(*sys.argv[1:])
