"""The front door of notebooks: one desk, opened once for a region, a language and an evidence level.

    desk = dalel.open(region="KZ-43", language="kk", evidence="verified")
    desk.claims(topic="cameras")
    desk.save(desk.draw_shares(topic="cameras"))
    desk.passport("cb4mhmfhgpleu")
    desk.say(topic="cameras")

Verbs return pandas frames (shown as the reader's table) or charts; `topic` narrows them. Drawing writes no file.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from dalel import homes, paths
from dalel.frontdoor.checking import Checking
from dalel.frontdoor.drawing import Drawing
from dalel.frontdoor.finding import Finding
from dalel.frontdoor.reviewing import Reviewing
from dalel.frontdoor.telling import Telling
from dalel.frontdoor.watched import Watching
from dalel.publishing.parameters import check_injected, check_value


@dataclass(frozen=True, kw_only=True)
class Desk(Watching, Telling, Finding, Checking, Drawing, Reviewing):
    """What a notebook asks. Everything is as the workspace was at the first question; open another desk to see pages
    collected or decisions made since.
    """


def open(region: str = "KZ", language: str = "en", evidence: str = "contradicted") -> Desk:  # noqa: A001
    """A desk on the workspace (DALEL_HOME, else the clone): `region` is a code or a name in any spelling, and "KZ" the
    country with all its regions; `evidence` is the level below which a value is blank, with its reason.

    UnknownName (with the nearest valid name) for a region, language or level that does not exist, and in a notebook
    also for a parameter that Papermill has injected and the notebook does not declare.
    """
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        check_injected([str(cell) for cell in shell.user_ns.get("In", ())])
    homes.check(space := paths.workspace())
    return Desk(
        space=space,
        region=check_value("region", region),
        language=check_value("language", language),
        evidence=check_value("evidence", evidence),
    )
