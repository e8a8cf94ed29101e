"""Keys that sources ask for: put on a request behind everything that keeps or reports it, taken off what comes back.

`keyed` does so; here is what the keys are, and how any text is freed of them.

What the crawl holds, archives, prints and raises is the address and the headers without the key: evidence is handed on,
keys are not. The archive stays honest by saying so: a metadata record beside an answer that a key was sent for names
the key (never its value), and how often the value stood in the answer, where REMOVED stands now.
"""

from __future__ import annotations

import base64
import html
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from dalel.crawler.addresses import host_of, is_loopback
from dalel.crawler.starting import has_host
from dalel.sources import Source

_TELLING = 8  # characters of base64: fewer may stand in any text
REMOVED = "KEY-REMOVED"  # stands where a key stood in an answer


@dataclass(frozen=True, slots=True)
class Key:
    """The key of one source: the variable it is kept in, its value, and the parameter that carries it, if one does."""

    source: Source
    name: str
    value: str
    parameter: str | None

    @property
    def forms(self) -> tuple[str, ...]:
        """The value as it may stand in addresses, headers and bodies, longest first."""
        plain, quoted = self.value, quote(self.value, safe="")
        small = re.sub("%[0-9A-F]{2}", lambda found: found[0].lower(), quoted)
        in_json = json.dumps(plain)[1:-1]
        slashed = in_json.replace("/", "\\/")  # as PHP writes JSON
        forms = {plain, quoted, small, quote_plus(plain), in_json, slashed, html.escape(plain)}
        return tuple(sorted(forms, key=lambda form: (-len(form), form)))

    def pattern(self) -> re.Pattern[bytes]:
        """Whatever the value may look like in bytes: its forms in any case, as UTF-16, references, hex and base64."""
        forms = {
            form for text in self.forms for form in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
        }
        raw = self.value.encode()
        forms |= {raw.hex().encode(), *_in_base64(raw)}
        found = [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))]
        return re.compile(b"|".join([*found, "".join(map(_any_form, self.value)).encode()]), re.IGNORECASE)


def _any_form(char: str) -> str:
    """A character as itself, as PHP escapes it, as a reference of HTML by number or name, in JSON or in an address."""
    code, named, quoted = ord(char), re.escape(html.escape(char)), re.escape(quote(char, safe=""))
    return rf"(?:\\?{re.escape(char)}|&#0*{code};?|&#x0*{code:x};?|{named}|\\u{code:04x}|{quoted})"


def _in_base64(raw: bytes) -> list[bytes]:
    """What of the base64 of a text that holds `raw` is the same wherever in the text it stands."""
    found = []
    for before in range(3):
        packed = base64.b64encode(b"\0" * before + raw).rstrip(b"=")
        core = packed[-(-before * 4 // 3) : len(packed) - (1 if (before + len(raw)) % 3 else 0)]
        found += [core, core.replace(b"+", b"-").replace(b"/", b"_")] if len(core) >= _TELLING else []
    return found


class Keys:
    """The keys of these sources that the environment holds."""

    def __init__(self, sources: Sequence[Source]) -> None:
        found = ((source, source.secret, os.environ.get(source.secret or "")) for source in sources)
        self._keys = [Key(source, name, value, source.secret_as) for source, name, value in found if name and value]

    def of(self, url: str) -> Key | None:
        """The key of the source on whose host this address is; no other host is sent it, and nothing unencrypted."""
        host = host_of(url)
        if not url.startswith("https://") and not is_loopback(host):
            return None
        return next((key for key in self._keys if has_host(key.source, host)), None)

    def hide(self, text: str) -> str:
        """The text without any key."""
        for key in self._keys:
            for form in key.forms:
                text = text.replace(form, REMOVED)
        return text


def without_parameter(url: str, parameter: str) -> str:
    """The address without this parameter: a site that names the next page may name the key with it."""
    shorter = re.sub(rf"(?<=[?&]){re.escape(parameter)}=[^&#]*&?", "", url)
    return shorter.rstrip("&?") if shorter != url else url
