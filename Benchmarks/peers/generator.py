"""One refinement of the four-spin rule from 2048 to 4096 in numba: the peer of the Swift program.

usage: generator.py [four|nine] [--repeats N]

The textbook loop: for every fine spin a uniform number and a table of probabilities. `four` looks up the four
spins that the rule depends on (16 entries); `nine` the whole 3 x 3 neighbourhood of the block (512 entries
for each of its spins), which would do for any rule.
"""

import importlib.metadata
import math
import time

import numba
import numpy as np
from arguments import Arguments, positive

SIDE = 2048
W0, W1, W2 = 3.205, 1.175, 0.55


def probability(own, row, column, diagonal):
    field = W0 * own + W1 * (row + column) + W2 * diagonal
    return 1 / (1 + math.exp(-field / 2))


def spins(pattern, count):
    return [2 * (pattern >> bit & 1) - 1 for bit in range(count)]


def nine(i, j, pattern):
    """The probability for row i and column j of the block; bit 3 a + b of the pattern is row a, column b."""
    s = np.reshape(spins(pattern, 9), (3, 3))
    return probability(s[1, 1], s[1, 2 * j], s[2 * i, 1], s[2 * i, 2 * j])


FOUR = np.array([probability(*spins(context, 4)) for context in range(16)])
NINE = np.array([[[nine(i, j, p) for p in range(512)] for j in range(2)] for i in range(2)])


@numba.njit
def seed(value):
    np.random.seed(value)


@numba.njit
def refine_four(coarse, fine, table):
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


@numba.njit
def refine_nine(coarse, fine, table):
    side = coarse.shape[0]
    for y in range(side):
        above, below = (y - 1 if y > 0 else side - 1, y + 1 if y < side - 1 else 0)
        for x in range(side):
            left, right = (x - 1 if x > 0 else side - 1, x + 1 if x < side - 1 else 0)
            pattern = coarse[above, left] | coarse[above, x] << 1 | coarse[above, right] << 2
            pattern |= coarse[y, left] << 3 | coarse[y, x] << 4 | coarse[y, right] << 5
            pattern |= coarse[below, left] << 6 | coarse[below, x] << 7 | coarse[below, right] << 8
            for i in range(2):
                for j in range(2):
                    fine[2 * y + i, 2 * x + j] = np.random.random() < table[i, j, pattern]


def main():
    parser = Arguments()
    parser.add_argument("table", nargs="?", choices=("four", "nine"), default="four")
    parser.add_argument("--repeats", type=positive, default=3)
    options = parser.parse_args()
    refine, table = (refine_four, FOUR) if options.table == "four" else (refine_nine, NINE)
    coarse = np.random.default_rng(1).integers(0, 2, (SIDE, SIDE), np.uint8)
    fine = np.empty((2 * SIDE, 2 * SIDE), np.uint8)
    seed(1)
    refine(coarse, fine, table)  # compile
    best = math.inf
    for _ in range(options.repeats):
        start = time.process_time()
        refine(coarse, fine, table)
        best = min(best, time.process_time() - start)
    sites = fine.size
    agreeing = float((fine == coarse.repeat(2, 0).repeat(2, 1)).mean())
    exact = sum(p if context & 1 else 1 - p for context, p in enumerate(FOUR)) / 16
    limit = 5 / math.sqrt(sites)
    check = f"agreeing={agreeing:.6f} exact={exact:.6f} limit={limit:.6f}"
    version = importlib.metadata.version("numba")
    print(f"numba-{options.table} generator spin_ns={1e9 * best / sites:.4f} {check} version={version}")
    assert abs(agreeing - exact) < limit, "the frequency of agreement is wrong"


main()
