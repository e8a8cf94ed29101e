"""What all tests share: what a run notes as made on this machine stays with that run."""

import atexit
import os
import shutil
import tempfile

if "DALEL_CACHE" not in os.environ:  # processes of one run, workers of pytest-xdist too, share the first one's
    os.environ["DALEL_CACHE"] = tempfile.mkdtemp(prefix="dalel-tests-")
    atexit.register(shutil.rmtree, os.environ["DALEL_CACHE"], ignore_errors=True)


LONG = ("chain", "runs", "house", "packaging", "faults", "crawler", "versions", "publishing")  # folders of long tests


def pytest_collection_modifyitems(items):
    """What takes long begins first, so that no core is left alone with it at the end."""
    items.sort(key=lambda item: min(LONG.index(part) if part in LONG else len(LONG) for part in item.path.parts))
