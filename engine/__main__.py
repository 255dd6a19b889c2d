"""`python -m engine VERB ...`: the command line of the engine."""

from engine.cli import main

main()
