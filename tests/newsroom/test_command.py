"""`python -m newsroom` as a person starts it."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import newsroom

ROOT = Path(newsroom.__file__).parent.parent


def test_it_lists_its_pages_and_serves_them() -> None:
    command = [sys.executable, "-m", "newsroom", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(67)]
        process.terminate()
    assert sum(".example/" in line for line in lines[:66]) == 66
    assert lines[66].startswith("Set http://127.0.0.1:")


def test_a_port_in_use_is_named_with_the_cure() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "newsroom", "--port", str(port)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=30, check=False)
    assert ended.returncode == 2
    assert f"port {port} cannot be used" in ended.stderr
    assert "Traceback" not in ended.stderr
