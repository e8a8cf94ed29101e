"""A kernel in a process that was forked: what a fresh interpreter would have read anew is read anew, then it serves."""

from __future__ import annotations

import atexit
import os
import sys
import time
from collections.abc import Mapping
from multiprocessing import parent_process
from threading import Thread

BACKEND = "module://matplotlib_inline.backend_inline"  # what ipykernel asks for where nothing else is asked for


def serve(argv: list[str], environment: Mapping[str, str], folder: str, search: list[str]) -> None:
    """Serves as the kernel that `python -m ipykernel_launcher` with these arguments would be; does not return."""
    os.setsid()  # Ctrl-C is for the command, and a signal to the kernel for its own children too
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    time.tzset()
    sys.path[:] = search
    _renew()
    Thread(target=_end_with_command, daemon=True).start()
    code = _run(argv)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # joining the threads of a stopped kernel hangs now and then


def _renew() -> None:
    """Chance and settings of charts, which libraries take up when they are imported."""
    import matplotlib as mpl
    import numpy as np

    np.random.seed()
    os.environ.setdefault("MPLBACKEND", BACKEND)
    mpl.rc_file(mpl.matplotlib_fname())
    mpl.rcParams["backend"] = os.environ["MPLBACKEND"]


def _run(argv: list[str]) -> int:
    import ipykernel_launcher
    from ipykernel.kernelapp import IPKernelApp

    sys.argv = [str(ipykernel_launcher.__file__), *argv]
    app = IPKernelApp.instance()
    try:
        app.initialize(  # type: ignore[no-untyped-call]
            [*argv, f"--IPKernelApp.parent_handle={os.getppid()}"]
        )
        atexit.unregister(app.close)
        app.start()  # type: ignore[no-untyped-call]
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        atexit._run_exitfuncs()
    return 0


def _end_with_command() -> None:
    if command := parent_process():
        command.join()
        os._exit(1)
