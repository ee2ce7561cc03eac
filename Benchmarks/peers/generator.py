"""One refinement of the four-spin rule from 2048 to 4096 in numba: the peer of the Swift program.

usage: generator.py [--repeats N]

The textbook loop: for every fine spin a table of 16 probabilities and one uniform number.
"""

import argparse
import importlib.metadata
import math
import time

import numba
import numpy as np

SIDE = 2048
W0, W1, W2 = 3.205, 1.175, 0.55


def probability(context):
    own, row, column, diagonal = (2 * (context >> bit & 1) - 1 for bit in range(4))
    return 1 / (1 + math.exp(-(W0 * own + W1 * (row + column) + W2 * diagonal) / 2))


TABLE = np.array([probability(context) for context in range(16)])


@numba.njit
def seed(value):
    np.random.seed(value)


@numba.njit
def refine(coarse, fine, table):
    side = coarse.shape[0]
    for y in range(side):
        rows = (y - 1 if y > 0 else side - 1, y + 1 if y < side - 1 else 0)
        for x in range(side):
            columns = (x - 1 if x > 0 else side - 1, x + 1 if x < side - 1 else 0)
            own = coarse[y, x]
            for i in range(2):
                column = coarse[rows[i], x]
                for j in range(2):
                    row, diagonal = coarse[y, columns[j]], coarse[rows[i], columns[j]]
                    context = own | row << 1 | column << 2 | diagonal << 3
                    fine[2 * y + i, 2 * x + j] = np.random.random() < table[context]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    coarse = np.random.default_rng(1).integers(0, 2, (SIDE, SIDE), np.uint8)
    fine = np.empty((2 * SIDE, 2 * SIDE), np.uint8)
    seed(1)
    refine(coarse, fine, TABLE)  # compile
    best = math.inf
    for _ in range(options.repeats):
        start = time.process_time()
        refine(coarse, fine, TABLE)
        best = min(best, time.process_time() - start)
    sites = fine.size
    agreeing = float((fine == coarse.repeat(2, 0).repeat(2, 1)).mean())
    exact = sum(p if context & 1 else 1 - p for context, p in enumerate(TABLE)) / 16
    limit = 5 / math.sqrt(sites)
    check = f"agreeing={agreeing:.6f} exact={exact:.6f} limit={limit:.6f}"
    version = importlib.metadata.version("numba")
    print(f"numba generator spin_ns={1e9 * best / sites:.4f} {check} version={version}")
    assert abs(agreeing - exact) < limit, "the frequency of agreement is wrong"


main()
