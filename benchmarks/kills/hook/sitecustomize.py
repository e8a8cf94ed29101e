"""Python's own start-up hook: counts changes of files below a folder and kills the whole process group at one of them.

KILL_UNDER is the folder, KILL_AT the number of the change before which all is killed, KILL_COUNTS a file to which each
process of the command adds at each change how many it made. Nothing is asked of dalel: the interpreter tells of each
change before it happens (PEP 578), in child processes too.
"""

import os
import signal
import sys

_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "os.link", "os.symlink"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_under, _at, _counts = (os.environ.get(name, "") for name in ("KILL_UNDER", "KILL_AT", "KILL_COUNTS"))


def _changes(event, given):
    if event == "open":
        path, mode, flags = given
        return isinstance(path, str | bytes) and bool(flags & _WRITING if mode is None else set(mode) & set("wax+"))
    return event in _CHANGES


class Watch:
    """Counts the changes of this process."""

    def __init__(self):
        self.made, self.busy = 0, False

    def __call__(self, event, given):
        if self.busy or not _changes(event, given):
            return
        self.busy = True
        # a file that is open already lies below the folder, or nothing of ours is truncated
        if isinstance(given[0], int) or os.path.abspath(os.fsdecode(given[0])).startswith(_under):  # noqa: PTH100
            self.made += 1
            if str(self.made) == _at:
                os.killpg(0, signal.SIGKILL)
            if _counts:
                self.tell()
        self.busy = False

    def tell(self):
        with open(_counts, "a", encoding="ascii") as told:  # noqa: PTH123 - pathlib is not yet imported
            told.write(f"{self.made}\n")


if _under:
    sys.addaudithook(Watch())
