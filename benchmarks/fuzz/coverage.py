"""Which steps an input leads through: the calls between functions of dalel, seen by the interpreter's own hook.

A pair of caller and callee that no input led to before makes an input worth mutating further. It is coarser than
branches and costs little: C functions and other libraries are passed over.
"""

from __future__ import annotations

import sys
from types import CodeType, FrameType

from dalel.paths import LIBRARY

_HERE = str(LIBRARY)


class Coverage:
    """The calls seen so far. As a context manager it watches one run; `fresh` then says how many calls were new."""

    def __init__(self) -> None:
        self.seen: set[tuple[CodeType | None, CodeType]] = set()
        self.fresh = 0
        self._ours: dict[CodeType, bool] = {}

    def __enter__(self) -> Coverage:
        self._before = len(self.seen)
        sys.setprofile(self._called)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        self.fresh = len(self.seen) - self._before

    def _called(self, frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        code = frame.f_code
        if (ours := self._ours.get(code)) is None:
            ours = self._ours[code] = code.co_filename.startswith(_HERE)
        if ours:
            self.seen.add((frame.f_back.f_code if frame.f_back else None, code))
