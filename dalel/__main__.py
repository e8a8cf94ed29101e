"""`python -m dalel`: the command line."""

from dalel.cli import main

main()
