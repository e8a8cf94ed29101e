"""Promises: figures with a deadline, and what became of them.

find_deadlines(text, language, said) -> list[Due]        until when something is to be done
find_promises(document, claims) -> list[(Promise, Subject)]
follow(documents, claims, today) -> list[Followed]       the ledger on the last day of collection
searched(lines, searches, ...) -> list[Followed]         lines without an answer, with the searches made for one
"""

from dalel.promises.deadlines import find_deadlines
from dalel.promises.finding import find_promises
from dalel.promises.following import follow
from dalel.promises.searching import searched

__all__ = ["find_deadlines", "find_promises", "follow", "searched"]
