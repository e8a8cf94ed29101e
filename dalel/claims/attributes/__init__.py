"""One file an attribute: what the page tells of a number, each with the words that tell it."""
