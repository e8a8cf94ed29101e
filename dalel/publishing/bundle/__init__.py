"""One self-contained HTML file for strangers: numbers, their pages, WARC records, and a verifier that needs no dalel.

The format is written down in docs/bundle.md.
"""

from dalel.publishing.bundle.packing import FORMAT, Packed, page
from dalel.publishing.bundle.verifying import source

__all__ = ["FORMAT", "Packed", "page", "source"]
