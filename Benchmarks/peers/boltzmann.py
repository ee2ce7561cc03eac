"""Contrastive divergence with one step of a restricted Boltzmann machine in PyTorch and NumPy: the peers of the
Swift program.

usage: boltzmann.py torch|torch-spins|numpy VISIBLExHIDDEN EPOCHS RATE [--repeats N]

Batches of 100 of 10000 samples in random order, single precision, one thread, five matrix products a batch.
torch and numpy: units 0 and 1, plain gradient descent, the step as it is usually written. torch-spins: units ±1,
momentum and L1 term as in the Swift program; RATE is its learning rate.
"""

import os
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
from arguments import Arguments, positive  # noqa: E402
from mixed import uniform, words  # noqa: E402

BATCH, SAMPLES, GROUPS, NOISE, LARGEST_ERROR = 100, 10_000, 16, 2_516_582, 0.4
MOMENTUM, L1 = 0.5, 1e-3
# Units 0 and 1 have weights four times as large, gradients a quarter as large and no momentum here.
BINARY_RATE = 32


def samples(visible):
    """Units 0 and 1 in sixteen groups of a fair sign; a unit has the other one with probability 0.15."""
    up = (words(SAMPLES * GROUPS, 5) >> np.uint64(63)).reshape(SAMPLES, GROUPS)
    up = np.repeat(up, visible // GROUPS, axis=1) == 1
    turned = (words(SAMPLES * visible, 6) >> np.uint64(40)).reshape(SAMPLES, visible) < NOISE
    return (up != turned).astype(np.float32)


class Numpy:
    def __init__(self, data, weights, rate):
        self.data, self.weights, self.rate = data, weights.copy(), np.float32(BINARY_RATE * rate / BATCH)
        self.random = np.random.default_rng(1)

    def order(self):
        return self.random.permutation(SAMPLES)

    def drawn(self, probability):
        return (self.random.random(probability.shape, dtype=np.float32) < probability).astype(np.float32)

    def step(self, x):
        ph = 1 / (1 + np.exp(-(x @ self.weights)))
        hs = self.drawn(ph)
        vs = self.drawn(1 / (1 + np.exp(-(hs @ self.weights.T))))
        ph2 = 1 / (1 + np.exp(-(vs @ self.weights)))
        self.weights += self.rate * (x.T @ ph - vs.T @ ph2)
        return vs


class Torch:
    def __init__(self, data, weights, rate):
        torch.manual_seed(1)
        self.data, self.weights = torch.from_numpy(data), torch.from_numpy(weights.copy())
        self.rate = BINARY_RATE * rate / BATCH

    def order(self):
        return torch.randperm(SAMPLES)

    def step(self, x):
        ph = torch.sigmoid(x @ self.weights)
        hs = torch.bernoulli(ph)
        vs = torch.bernoulli(torch.sigmoid(hs @ self.weights.t()))
        ph2 = torch.sigmoid(vs @ self.weights)
        self.weights += self.rate * (x.t() @ ph - vs.t() @ ph2)
        return vs


class TorchSpins(Torch):
    def __init__(self, data, weights, rate):
        super().__init__(2 * data - 1, weights, rate / BINARY_RATE)
        self.change = torch.zeros_like(self.weights)

    def step(self, x):
        mean = torch.tanh(x @ self.weights)
        hs = 2 * torch.bernoulli(0.5 + 0.5 * mean) - 1
        vs = 2 * torch.bernoulli(torch.sigmoid(2 * (hs @ self.weights.t()))) - 1
        mean2 = torch.tanh(vs @ self.weights)
        self.change.mul_(MOMENTUM).add_(x.t() @ mean - vs.t() @ mean2, alpha=self.rate)
        self.change.sub_(torch.sign(self.weights), alpha=self.rate * BATCH * L1)
        self.weights += self.change
        return vs


def epoch(training, measures=False):
    """One epoch; with `measures` the share of visible units that are wrong in the reconstructions."""
    order, wrong = training.order(), 0.0
    for first in range(0, SAMPLES, BATCH):
        x = training.data[order[first : first + BATCH]]
        reconstruction = training.step(x)
        if measures:
            wrong += float((x != reconstruction).sum())
    return wrong / training.data.shape[0] / training.data.shape[1]


def main():
    parser = Arguments()
    parser.add_argument("program", choices=["torch", "torch-spins", "numpy"])
    parser.add_argument("size")
    parser.add_argument("epochs", type=positive)
    parser.add_argument("rate", type=float)
    parser.add_argument("--repeats", type=positive, default=3)
    options = parser.parse_args()
    visible, hidden = map(positive, options.size.split("x"))
    if options.program != "numpy":
        global torch
        import torch

        torch.set_num_threads(1)
        torch.set_grad_enabled(False)
    kind = {"numpy": Numpy, "torch": Torch, "torch-spins": TorchSpins}[options.program]
    data, weights = samples(visible), uniform(visible * hidden, 7, 0.02).reshape(visible, hidden)
    best = float("inf")
    for _ in range(options.repeats):
        training = kind(data, weights, options.rate)
        start = time.process_time()
        for _ in range(options.epochs):
            epoch(training)
        best = min(best, time.process_time() - start)
    training = kind(data, weights, options.rate)
    for _ in range(options.epochs):
        error = epoch(training, measures=True)
    batches = options.epochs * (SAMPLES // BATCH)
    print(
        f"{options.program} boltzmann-{options.size} batch_ms={1e3 * best / batches:.5f} batches={batches} "
        f"error={error:.6f}"
    )
    assert error < LARGEST_ERROR, "nothing is learned"


main()
