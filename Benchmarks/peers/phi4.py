"""Metropolis updates of lattice phi^4 theory in JAX: the peer of the Swift program.

usage: phi4.py SIDE [--repeats N]

Each of two half sweeps updates the whole array and keeps one colour of the checkerboard: the way to write it
for a vector machine.
"""

import functools
import importlib.metadata
import math
import os
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["JAX_ENABLE_X64"] = "1"

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
from arguments import Arguments, positive, side  # noqa: E402

KAPPA, LAMBDA, MASS_SQUARED, STEP = 1.0, 0.7, -0.9515, 1.2


def neighbours(field):
    return (jnp.roll(field, 1, 0) + jnp.roll(field, -1, 0)) + (jnp.roll(field, 1, 1) + jnp.roll(field, -1, 1))


def half_sweep(field, key, mask):
    proposal, decision = jax.random.split(key)
    new = field + STEP * (2 * jax.random.uniform(proposal, field.shape) - 1)
    squares = new * new + field * field
    slope = (MASS_SQUARED + 4 * KAPPA) / 2 + LAMBDA / 4 * squares
    change = (new - field) * ((new + field) * slope - KAPPA * neighbours(field))
    accept = jax.random.uniform(decision, field.shape) < jnp.exp(-change)
    return jnp.where(accept & mask, new, field)


@functools.partial(jax.jit, static_argnums=2)
def sweeps(field, key, count):
    side = field.shape[0]
    black = (jnp.arange(side)[:, None] + jnp.arange(side)[None, :]) % 2 == 0

    def body(_, state):
        field, key, total = state
        key, first, second = jax.random.split(key, 3)
        field = half_sweep(half_sweep(field, first, black), second, ~black)
        quadratic = (MASS_SQUARED + 4 * KAPPA) * field**2 + LAMBDA * field**4
        return field, key, total + jnp.mean(quadratic - KAPPA * field * neighbours(field))

    return jax.lax.fori_loop(0, count, body, (field, key, 0.0))


@functools.partial(jax.jit, static_argnums=2)
def updates(field, key, count):
    side = field.shape[0]
    black = (jnp.arange(side)[:, None] + jnp.arange(side)[None, :]) % 2 == 0

    def body(_, state):
        field, key = state
        key, first, second = jax.random.split(key, 3)
        return half_sweep(half_sweep(field, first, black), second, ~black), key

    return jax.lax.fori_loop(0, count, body, (field, key))


def main():
    parser = Arguments()
    parser.add_argument("side", type=side)
    parser.add_argument("--repeats", type=positive, default=3)
    options = parser.parse_args()
    length = options.side
    count = max(10, 50 * 128**2 // length**2)
    key = jax.random.key(1)
    field = jax.random.uniform(jax.random.key(2), (length, length)) * 2 - 1
    field, key, _ = sweeps(field, key, 1000)
    field, key = updates(field, key, count)  # compile
    field.block_until_ready()
    best = math.inf
    for _ in range(options.repeats):
        start = time.process_time()
        field, key = updates(field, key, count)
        field.block_until_ready()
        best = min(best, time.process_time() - start)
    samples = max(500, min(2000, 2000 * 128**2 // length**2))
    field, key, total = sweeps(field, key, samples)
    sd, limit = float(total) / samples, 5 * math.sqrt(20 / (length**2 * samples))
    version = importlib.metadata.version("jax")
    nanoseconds = 1e9 * best / (count * length**2)
    print(
        f"jax phi4-metropolis-{length} site_ns={nanoseconds:.4f} sweeps={count} sd={sd:.6f} exact=1 "
        f"limit={limit:.6f} version={version}"
    )
    assert abs(sd - 1) < limit, "the Schwinger-Dyson identity does not hold"


main()
