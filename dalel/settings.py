"""What a person may set: from `dalel.toml` in the home, overridden by the environment. A leaf of the house.

`dalel.toml` (all optional): contact, user_agent, delay_seconds, per_host, max_body_mb, timeout_seconds,
allow_loopback.
The environment names the same in capitals with DALEL_ before them: DALEL_CONTACT=desk@example.org.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dalel.errors import InvalidValue, UnknownName


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How the crawler introduces itself and how hard it may knock."""

    contact: str | None = None  # an address or page where a site's owner reaches us; live hosts are not crawled without
    user_agent: str = "dalel/0.1 (investigative research; +{contact})"
    delay_seconds: float = 1.0  # between two requests to one host; robots.txt may ask for more
    per_host: int = 1  # requests at a time to one host
    max_body_mb: int = 32  # of one decoded response
    timeout_seconds: int = 60  # for one whole response, however slowly it drips
    allow_loopback: bool = False  # only for servers of one's own


def load_settings(home: Path) -> Settings:
    """Settings of this home; InvalidValue or UnknownName names the file or variable and the setting."""
    given: dict[str, Any] = {}
    file = home / "dalel.toml"
    if file.is_file():
        try:
            given = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InvalidValue(f"{file.name}: {error}; mend the file or remove it") from error
    known = {field.name: field.type for field in fields(Settings)}
    for name in given:
        if name not in known:
            raise UnknownName("setting", name, known)
    for name in known:
        if (value := os.environ.get(f"DALEL_{name.upper()}")) is not None:
            given[name] = value
    return Settings(**{name: _converted(name, value) for name, value in given.items()})


def _converted(name: str, value: Any) -> Any:
    converters: dict[str, Callable[[Any], Any]] = {
        "delay_seconds": float,
        "per_host": int,
        "max_body_mb": int,
        "timeout_seconds": int,
        "allow_loopback": _truth,
    }
    try:
        return converters.get(name, str)(value)
    except (TypeError, ValueError) as error:
        raise InvalidValue(f"setting {name}: {value!r} is not valid ({error})") from error


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() in ("1", "true", "yes"):
        return True
    if str(value).lower() in ("0", "false", "no", ""):
        return False
    raise ValueError("write true or false")
