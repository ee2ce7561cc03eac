"""One training step of a 3 x 3 convolution, ReLU and a 2 x 2 transposed convolution in JAX: the peer of the
Swift program.

usage: convolution.py FILTERS [--repeats N]

Full batch of 64 images from 16 x 16 to 32 x 32, periodic, mean squared error, plain gradient descent,
float32, one thread.
"""

import os
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
from arguments import Arguments, positive  # noqa: E402
from mixed import uniform  # noqa: E402

IMAGES, SIDE = 64, 16


def loss(parameters, inputs, targets):
    weights, bias, heads = parameters
    padded = jnp.pad(inputs, ((0, 0), (0, 0), (1, 1), (1, 1)), mode="wrap")
    hidden = jax.lax.conv_general_dilated(padded, weights, (1, 1), "VALID")
    hidden = jax.nn.relu(hidden + bias[None, :, None, None])
    fine = jnp.einsum("bfyx,fij->byixj", hidden, heads).reshape(IMAGES, 2 * SIDE, 2 * SIDE)
    return jnp.mean((fine - targets) ** 2)


@jax.jit
def step(parameters, inputs, targets):
    value, gradient = jax.value_and_grad(loss)(parameters, inputs, targets)
    return value, jax.tree.map(lambda p, g: p - 1e-3 * g, parameters, gradient)


def main():
    parser = Arguments()
    parser.add_argument("filters", type=positive)
    parser.add_argument("--repeats", type=positive, default=3)
    options = parser.parse_args()
    filters, steps = options.filters, 1600 // options.filters
    inputs = jnp.asarray(uniform(IMAGES * SIDE**2, 1, 2).reshape(IMAGES, 1, SIDE, SIDE))
    targets = jnp.asarray(uniform(4 * IMAGES * SIDE**2, 2, 2).reshape(IMAGES, 2 * SIDE, 2 * SIDE))
    table = uniform(16 * filters, 3, 1).reshape(filters, 16)
    start = (table[:, :9].reshape(filters, 1, 3, 3), table[:, 9], table[:, 10:14].reshape(filters, 2, 2))
    start = jax.tree.map(jnp.asarray, start)
    first, _ = jax.block_until_ready(step(start, inputs, targets))  # compile
    best = float("inf")
    for _ in range(options.repeats):
        parameters = start
        begin = time.process_time()
        for _ in range(steps):
            last, parameters = step(parameters, inputs, targets)
        jax.block_until_ready(parameters)
        best = min(best, time.process_time() - begin)
    check = f"first={float(first):.6f} last={float(last):.6f}"
    case = f"convolution-{filters}"
    print(f"jax {case} step_ms={1e3 * best / steps:.5f} steps={steps} {check} version={jax.__version__}")
    assert last < first, "the loss does not fall"


main()
