"""What all tests share: what a run notes as made on this machine stays with that run."""

import atexit
import os
import shutil
import tempfile

if "DALEL_CACHE" not in os.environ:  # processes of one run, workers of pytest-xdist too, share the first one's
    os.environ["DALEL_CACHE"] = tempfile.mkdtemp(prefix="dalel-tests-")
    atexit.register(shutil.rmtree, os.environ["DALEL_CACHE"], ignore_errors=True)
