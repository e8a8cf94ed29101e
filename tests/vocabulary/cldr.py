"""`python -m tests.vocabulary.cldr` writes dalel/vocabulary/currencies.toml again from the CLDR that Babel carries."""

from __future__ import annotations

import json

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_precision, list_currencies

from dalel.vocabulary.currencies import FILE

COUNTS = (1, 2, 5, 1.5)  # one of each plural category of ru and en
HEAD = """# Every currency of ISO 4217, today's and withdrawn, with the digits of its minor unit and its names in CLDR.
# Written by `python -m tests.vocabulary.cldr`; names that news uses besides are in languages/<language>/numbers.toml.
"""


def names(code: str, language: str) -> list[str]:
    """The printed names, in small letters; of Kazakh the stem of the last word, which takes endings."""
    if code not in Locale.parse(language).currencies:
        return []
    found = [get_currency_name(code, count, language).replace("\u00a0", " ").replace("’", "'") for count in COUNTS]
    plain = [name.lower() for name in found if name != code and "(" not in name and "*" not in name]
    plain = [name for name in plain if not any(mark.isdigit() for mark in name) and "–" not in name]
    return list(dict.fromkeys(f"{name}*" if language == "kk" else name for name in plain))


def written() -> str:
    """The whole file."""
    parts = [HEAD]
    for code in sorted(list_currencies() | set(get_global("currency_fractions")) - {"DEFAULT"}):
        parts.append(f"[{code}]\ndigits = {get_currency_precision(code)}")
        for language in ("kk", "ru", "en"):
            if listed := names(code, language):
                parts.append(f"{language} = {json.dumps(listed, ensure_ascii=False)}")
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
