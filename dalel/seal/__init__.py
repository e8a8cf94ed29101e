"""One root digest over everything a home holds, and proof of when it was.

write(home) -> Seal                    lists every file with its SHA-256 in seal.txt; its own digest is the root
compare(home, root) -> [Problem]       what is not as it was when this root was printed
request(root, authority) -> token      RFC 3161: an authority says that it has seen the root
check(token, root, ...) -> datetime    when, where the token is one of an authority that is trusted
"""

from dalel.seal.listing import Seal, compare, edited, find, write
from dalel.seal.timestamps import Stamp

__all__ = ["Seal", "Stamp", "compare", "edited", "find", "write"]
