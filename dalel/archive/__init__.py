"""The evidence room: captures <-> WARC files with index and digests, below data/raw, written once."""

from dalel.archive.adding import LOCAL, add_file
from dalel.archive.bodies import UndecodableBody, decode
from dalel.archive.captures import history, load_captures, read_payload, read_response
from dalel.archive.cdxj import REVISIT, Entry
from dalel.archive.integrity import verify
from dalel.archive.writer import ArchiveWriter, Exchange

__all__ = [
    "LOCAL",
    "REVISIT",
    "ArchiveWriter",
    "Entry",
    "Exchange",
    "UndecodableBody",
    "add_file",
    "decode",
    "history",
    "load_captures",
    "read_payload",
    "read_response",
    "verify",
]
