"""Command lines of the peers: what is wrong is said in one line, with exit status 64."""

import argparse
import sys


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        print(f"error: {message}", file=sys.stderr)
        sys.exit(64)


def positive(text):
    """A positive integer."""
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text} is not a positive integer")
    return int(text)


def side(text):
    """The even side of a lattice."""
    if positive(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is not even")
    return int(text)
