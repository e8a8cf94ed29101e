"""The text of a page in the form in which pages are compared."""

from __future__ import annotations

from functools import lru_cache

from dalel.transliteration import fold


@lru_cache(maxsize=4096)
def plain(text: str, language: str) -> str:
    """Lower case; Kazakh in Latin or Arabic script in Cyrillic, so that editions in several scripts can be compared."""
    return (fold(text).text if language == "kk" else text).lower()
