"""Cluster updates of the critical 2D Ising model in mcising (Rust): the peer of the Swift program.

usage: ising.py sw|wolff SIDE [--repeats N]

CPU time a site of the lattice for Swendsen-Wang, a site of a cluster for Wolff, where a sweep of the package
is one cluster.
"""

import importlib.metadata
import math
import time

import numpy
from arguments import Arguments, positive, side
from mcising import IsingSimulation

CRITICAL_TEMPERATURE = 2.2691853142130216  # 2 / ln(1 + sqrt 2)
ALGORITHMS = {"sw": "swendsen_wang", "wolff": "wolff"}
# Kaufman's exact energies -E/(N J); for larger sides sqrt 2 + 0.62244/L.
ENERGIES = {8: 1.49158910743971, 16: 1.45306485281348, 32: 1.43365846614625}


def main():
    parser = Arguments()
    parser.add_argument("algorithm", choices=ALGORITHMS)
    parser.add_argument("side", type=side)
    parser.add_argument("--repeats", type=positive, default=3)
    options = parser.parse_args()
    length, sites = options.side, options.side**2
    wolff = options.algorithm == "wolff"
    simulation = IsingSimulation(length, 1.0, 0.0, 0.0, 0.0, 1, ALGORITHMS[options.algorithm], "square")
    # The package starts from random spins, from where single clusters take very long to equilibrium.
    simulation.set_spins(numpy.ones_like(simulation.get_spins()))
    per_sweep = 3 if wolff else 1
    sweeps = max(60, 4_000_000 // sites)
    simulation.sweep(per_sweep * max(100, sweeps), temperature=CRITICAL_TEMPERATURE)
    best = math.inf
    for _ in range(options.repeats):
        start = time.process_time()
        _, attempted, _ = simulation.sweep(per_sweep * sweeps, temperature=CRITICAL_TEMPERATURE)
        seconds = time.process_time() - start
        best = min(best, seconds / (attempted if wolff else sweeps * sites))
    energy, samples = 0.0, min(sweeps, 20_000)
    for _ in range(samples):
        simulation.sweep(per_sweep, temperature=CRITICAL_TEMPERATURE)
        energy -= simulation.energy() / samples
    exact = ENERGIES.get(length, math.sqrt(2) + 0.62244 / length)
    # Five standard errors for an autocorrelation time of 15 sweeps, as in the other programs.
    limit = 5 * math.sqrt(4 * (0.6366 * math.log(length) + 0.19) / sites * 30 / samples)
    check = f"u={energy:.6f} exact={exact:.6f} limit={limit:.6f}"
    version = importlib.metadata.version("mcising")
    case = f"ising-{options.algorithm}-{length}"
    print(f"mcising {case} site_ns={1e9 * best:.4f} sweeps={sweeps} {check} version={version}")
    # A wrong energy is a simulation of something else, or not yet of the equilibrium.
    assert abs(energy - exact) < limit, "the energy is wrong"


main()
