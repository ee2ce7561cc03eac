"""Spin updates of the three-dimensional Edwards-Anderson model in other packages: the peers of the Swift program.

usage: spinglass.py peapods|peapods-measuring|dwave|openjij|numba [--repeats N]

L = 8, couplings +-1. peapods: parallel tempering of four samples with two replicas at 16 temperatures, exchange
every eight sweeps (peapods-measuring: exchange and measurements every sweep). dwave, openjij: simulated annealing to
T = 1.1. numba: the textbook loop of Metropolis updates. CPU time a spin update.
"""

import importlib.metadata
import math
import os
import time

os.environ["RAYON_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy  # noqa: E402
from arguments import Arguments, positive  # noqa: E402

SIDE = 8
SITES = SIDE**3
# At T = 1.6 and T = 1.1, from 4096 samples of other programs; the scatter of samples there.
ENERGY_1_6, SCATTER_1_6 = -1.52052, 0.028
ENERGY_1_1, SCATTER_1_1 = -1.69442, 0.024


def peapods(options, measuring=False):
    from peapods import Ising

    samples, sweeps, few = 4, 4000, 400
    temperatures = numpy.geomspace(0.8, 1.6, 16)

    def run(count, warmup, disorder=samples):
        model = Ising(
            (SIDE,) * 3, couplings="bimodal", temperatures=temperatures, n_disorder=disorder, n_replicas=2
        )
        start = time.process_time()
        model.sample(
            count, warmup_ratio=warmup, sweep_mode="metropolis", pt_interval=1 if measuring else 8, sequential=True
        )
        return time.process_time() - start, model

    # Nothing is measured during the warm-up.
    warmup = 0.0 if measuring else 0.99
    best = min(run(sweeps, warmup)[0] - run(few, warmup)[0] for _ in range(options.repeats))
    updates = (sweeps - few) * SITES * len(temperatures) * samples * 2
    energy = -abs(float(run(1000, 0.5, 16)[1].energies_avg[-1]))
    return best / updates, energy, ENERGY_1_6, 5 * SCATTER_1_6 / math.sqrt(16)


def couplings(seed):
    random = numpy.random.default_rng(seed)
    signs = random.integers(0, 2, (3, SIDE, SIDE, SIDE)) * 2 - 1
    site = numpy.arange(SITES).reshape((SIDE,) * 3)
    bonds = {}
    for axis in range(3):
        ahead = numpy.roll(site, -1, axis)
        for i, j, sign in zip(site.ravel(), ahead.ravel(), signs[axis].ravel()):
            bonds[int(i), int(j)] = float(sign)
    return bonds


def annealing(sampler, reads, schedule, options):
    bonds = couplings(1)
    fields = {i: 0.0 for i in range(SITES)}

    def run(sweeps):
        start = time.process_time()
        result = sampler.sample_ising(fields, bonds, num_reads=reads, num_sweeps=sweeps, **schedule)
        return time.process_time() - start, result

    run(10)
    few, many = 10, 4010
    best = min(run(many)[0] - run(few)[0] for _ in range(options.repeats))
    energies = run(many)[1].record.energy / SITES
    return best / (reads * (many - few) * SITES), float(numpy.mean(energies)), ENERGY_1_1, 5 * SCATTER_1_1


def dwave(options):
    from dwave.samplers import SimulatedAnnealingSampler

    return annealing(SimulatedAnnealingSampler(), 20, {"beta_range": (0.5, 1 / 1.1)}, options)


def openjij(options):
    import openjij as package

    return annealing(package.SASampler(), 4, {"beta_min": 0.5, "beta_max": 1 / 1.1}, options)


def numba(options):
    from numba import njit

    @njit
    def sweeps(spins, bonds, table, count):
        side = spins.shape[0]
        total = 0.0
        for _ in range(count):
            for z in range(side):
                for y in range(side):
                    for x in range(side):
                        xp, yp, zp = (x + 1) % side, (y + 1) % side, (z + 1) % side
                        xm, ym, zm = (x + side - 1) % side, (y + side - 1) % side, (z + side - 1) % side
                        field = (
                            bonds[0, z, y, x] * spins[z, y, xp] + bonds[0, z, y, xm] * spins[z, y, xm]
                            + bonds[1, z, y, x] * spins[z, yp, x] + bonds[1, z, ym, x] * spins[z, ym, x]
                            + bonds[2, z, y, x] * spins[zp, y, x] + bonds[2, zm, y, x] * spins[zm, y, x]
                        )
                        cost = spins[z, y, x] * field
                        if cost <= 0 or numpy.random.random() < table[cost]:
                            spins[z, y, x] = -spins[z, y, x]
                            cost = -cost
                        total -= cost
        return total / count / spins.size / 2

    @njit
    def seed(value):
        numpy.random.seed(value)

    seed(1)
    random = numpy.random.default_rng(1)
    table = numpy.exp(-2 / 1.1 * numpy.arange(7))
    samples = 60
    energies = []
    for _ in range(samples):
        bonds = random.integers(0, 2, (3, SIDE, SIDE, SIDE)) * 2 - 1
        spins = random.integers(0, 2, (SIDE, SIDE, SIDE)) * 2 - 1
        sweeps(spins, bonds, table, 2000)
        energies.append(sweeps(spins, bonds, table, 2000))
    best, count = math.inf, 5000
    for _ in range(options.repeats):
        start = time.process_time()
        sweeps(spins, bonds, table, count)
        best = min(best, time.process_time() - start)
    # Local updates alone have not quite reached equilibrium.
    limit = 5 * SCATTER_1_1 / math.sqrt(samples) + 0.003
    return best / (count * SITES), float(numpy.mean(energies)), ENERGY_1_1, limit


PROGRAMS = {
    "peapods": (peapods, "peapods"),
    "peapods-measuring": (lambda options: peapods(options, measuring=True), "peapods"),
    "dwave": (dwave, "dwave-samplers"),
    "openjij": (openjij, "openjij"),
    "numba": (numba, "numba"),
}


def main():
    parser = Arguments()
    parser.add_argument("program", choices=PROGRAMS)
    parser.add_argument("--repeats", type=positive, default=3)
    options = parser.parse_args()
    function, package = PROGRAMS[options.program]
    seconds, energy, expected, limit = function(options)
    version = importlib.metadata.version(package)
    numbers = f"update_ns={1e9 * seconds:.4f} e={energy:.6f} exact={expected} limit={limit:.4f}"
    print(f"{options.program} spin-glass-8 {numbers} version={version}")
    assert abs(energy - expected) < limit, "the energy is wrong"


main()
