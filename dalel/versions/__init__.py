"""The versions of one address compared: numbers that appeared, changed, vanished; pages that went and came back.

    between(documents, claims, visits) -> list[Change]      every event of every address, sorted by address and time
    about(changes, claims) -> list[Change]               those of these claims and of the pages they stand on
    gather(documents, claims, visits) -> Gathered          each claim once, its other captures, what was replaced
    unsteady(visits) -> list[Visited]                       visits to addresses that did not always answer the same

A page that is gone takes no number back: a 404 is listed as such and never read as a deletion. Two versions of one page
are compared sentence by sentence; a sentence that only moved, and a number that only moved to another sentence, are no
change.
"""

from dalel.versions.choosing import about
from dalel.versions.comparing import between
from dalel.versions.gathering import Gathered, captures_of, gather
from dalel.versions.timeline import Visited, unsteady

__all__ = ["Gathered", "Visited", "about", "between", "captures_of", "gather", "unsteady"]
