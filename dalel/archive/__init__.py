"""The evidence room: captures <-> WARC files with index and digests, below data/raw, written once."""

from dalel.archive.adding import LOCAL, add_file
from dalel.archive.captures import history, load_captures, read_payload
from dalel.archive.cdxj import Entry
from dalel.archive.integrity import verify
from dalel.archive.writer import ArchiveWriter, Exchange

__all__ = [
    "LOCAL",
    "ArchiveWriter",
    "Entry",
    "Exchange",
    "add_file",
    "history",
    "load_captures",
    "read_payload",
    "verify",
]
