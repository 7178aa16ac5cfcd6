"""`python -m mtcoach.cli`, for where the `mtcoach` command is not on the path."""

from mtcoach.cli import main

main()
