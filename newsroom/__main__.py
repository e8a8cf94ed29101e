"""`python -m newsroom [--port 8000]`: serve the sample newsroom until Ctrl-C, after printing what is served."""

from __future__ import annotations

import argparse
import threading

from newsroom.server import serve


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m newsroom", description="Serve the sample newsroom on loopback.")
    parser.add_argument("--port", type=int, default=8000, help="0 takes a free one (default: 8000)")
    port = parser.parse_args().port
    try:
        _run(port)
    except OSError as error:
        parser.error(f"port {port} cannot be used ({error.strerror}); choose another with --port, or 0 for a free one")


def _run(port: int) -> None:
    with serve(port) as server:
        for site in server.catalogue.sites.values():
            for page in site.pages:
                print(f"{site.kind:10} {page.language} {page.script} {page.url}")
        print(f"Set {server.proxy_url} as the HTTP proxy, or open it to see the list. Ctrl-C ends.", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("ended")


if __name__ == "__main__":
    main()
