"""One training step of the A1 flow in PyTorch, as published: the peer of the Swift program.

usage: pytorch.py kl|cd float32|float64 [--epochs N] [--repeats N] [--whole]

A step is one Hamiltonian trajectory of 24 couplings (34 forces by autograd), the loss, its backward pass and
Adam, for a perceptron 1-16-16-1 with ReLU. Contrastive divergence: 512 fair-coin states a model, 32
block-Gibbs sweeps of the fine block, one of the coarse block. KL divergence: enumeration of the 16 states.
The root of the flow is not looked for (the Swift program and the C reference do so in the second half of a
training, within their time).

With --whole it trains 4096 epochs and prints the zero of the last flow instead of a time: a check of this
script.
"""

import itertools
import math
import time

import torch
from arguments import Arguments, positive
from torch import nn

MODELS, SAMPLES, FINE_SWEEPS, COARSE_SWEEPS = 24, 512, 32, 1
EPOCHS, ANNEAL_AT, FINAL_BETA = 4096, 1024, 16.0
STEP_SIZE, SOLVE_STEPS = 0.001, 32
OPTIMAL_ROOT = 0.8139196791834294  # of the flow that minimises the KL divergence

# Hidden units (rows) and corner spins (columns): four edges of a square, one centre of a cross.
FINE = torch.tensor([[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1], [1, 0, 0, 1]])
COARSE = torch.tensor([[1, 1, 1, 1]])


def log_2cosh(x):
    return torch.logaddexp(x, -x)


def free_energy(block, couplings, states):
    """-sum_h ln 2cosh((W v)_h); states [models, n, 4]."""
    fields = couplings[:, None, None] * (states @ block.T)
    return -log_2cosh(fields).sum(-1)


def spins(probability):
    return 2 * torch.bernoulli(probability) - 1


def sweep(block, couplings, states):
    """One block-Gibbs sweep; returns the new states and the probabilities they were drawn from."""
    j = couplings[:, None, None]
    hidden = spins(torch.sigmoid(2 * j * (states @ block.T)))
    probability = torch.sigmoid(2 * j * (hidden @ block))
    return spins(probability), probability


class Trainer:
    def __init__(self, loss, dtype):
        torch.manual_seed(1)
        self.contrastive, self.dtype = loss == "cd", dtype
        layers = (nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 1))
        self.flow = nn.Sequential(*layers).to(dtype)
        self.optimiser = torch.optim.Adam(self.flow.parameters(), lr=1e-3)
        self.couplings = torch.randn(MODELS, dtype=dtype)
        self.fine, self.coarse = FINE.to(dtype), COARSE.to(dtype)
        corners = list(itertools.product((-1.0, 1.0), repeat=4))
        self.all_states = torch.tensor(corners, dtype=dtype).expand(MODELS, 16, 4)
        self.accepted = 0

    def f(self, couplings):
        return self.flow(couplings[:, None])[:, 0]

    def potential(self, couplings, beta):
        """beta f^2 of every model and its gradient."""
        couplings = couplings.detach().requires_grad_()
        u = beta * self.f(couplings) ** 2
        (gradient,) = torch.autograd.grad(u.sum(), couplings)
        return u.detach(), gradient

    def sample_couplings(self, beta):
        q, p = self.couplings, torch.randn(MODELS, dtype=self.dtype)
        u, gradient = self.potential(q, beta)
        before = u + 0.5 * p**2
        p = p - 0.5 * STEP_SIZE * gradient
        for step in range(SOLVE_STEPS + 1):
            q = q + STEP_SIZE * p
            u, gradient = self.potential(q, beta)
            p = p - (0.5 if step == SOLVE_STEPS else 1.0) * STEP_SIZE * gradient
        accept = torch.exp(before - u - 0.5 * p**2) > torch.rand(MODELS, dtype=self.dtype)
        self.accepted += int(accept.sum())
        self.couplings = torch.where(accept, q, self.couplings)

    def samples(self, renormalized):
        with torch.no_grad():
            states = spins(torch.full((MODELS, SAMPLES, 4), 0.5, dtype=self.dtype))
            for _ in range(FINE_SWEEPS):
                states, probability = sweep(self.fine, self.couplings, states)
            start = spins(probability)
            for _ in range(COARSE_SWEEPS):
                start, _ = sweep(self.coarse, renormalized, start)
            return states, start

    def loss(self):
        j = self.couplings
        renormalized = j + self.f(j)
        if self.contrastive:
            x, x_hat = self.samples(renormalized)
            f = free_energy(self.coarse, renormalized, x)
            return (f - free_energy(self.coarse, renormalized, x_hat)).mean()
        log_fine = torch.log_softmax(-free_energy(self.fine, j, self.all_states), -1)
        log_coarse = torch.log_softmax(-free_energy(self.coarse, renormalized, self.all_states), -1)
        return (log_fine.exp() * (log_fine - log_coarse)).sum(-1).mean()

    def epoch(self, e):
        self.sample_couplings(FINAL_BETA / (1 + math.exp(-16 * (e - ANNEAL_AT) / EPOCHS)))
        self.optimiser.zero_grad()
        loss = self.loss()
        loss.backward()
        self.optimiser.step()


def check_blocks(dtype):
    """<v0 v1> of both blocks at J = 0.6 from the samplers against the exact values, in standard errors."""
    trainer = Trainer("cd", dtype)
    trainer.couplings = torch.full((MODELS,), 0.6, dtype=dtype)
    x, x_hat = trainer.samples(trainer.couplings)
    t = math.tanh(0.5 * math.log(math.cosh(1.2)))
    exact = ((t + t**3) / (1 + t**4), math.tanh(0.6) ** 2)
    pulls = []
    for states, mean in zip((x, x_hat), exact):
        error = math.sqrt((1 - mean**2) / (MODELS * SAMPLES))
        pulls.append(((states[..., 0] * states[..., 1]).mean().item() - mean) / error)
    assert max(map(abs, pulls)) < 4.5, f"the samplers are wrong: {pulls}"
    return pulls


def zero(trainer):
    """The zero of the flow with f rising through it in (0.3, 2)."""
    grid = torch.linspace(0.3, 2, 17001, dtype=trainer.dtype)
    with torch.no_grad():
        values = trainer.f(grid)
    rising = ((values[:-1] < 0) & (values[1:] >= 0)).nonzero()
    return grid[rising[0, 0]].item() if len(rising) else math.nan


def main():
    parser = Arguments()
    parser.add_argument("loss", choices=("kl", "cd"))
    parser.add_argument("dtype", choices=("float32", "float64"))
    parser.add_argument("--epochs", type=positive, default=100)
    parser.add_argument("--repeats", type=positive, default=3)
    parser.add_argument("--whole", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    dtype = getattr(torch, options.dtype)
    name = f"pytorch-{options.dtype} {options.loss}-relu"
    if options.whole:
        trainer = Trainer(options.loss, dtype)
        for e in range(EPOCHS):
            trainer.epoch(e)
        root = zero(trainer)
        assert abs(root - OPTIMAL_ROOT) < 0.1, f"the root is {root}, but must be near {OPTIMAL_ROOT}"
        return print(f"{name} root={root:.4f} acceptance={trainer.accepted / (EPOCHS * MODELS):.4f}")
    pulls = check_blocks(dtype)
    best = math.inf
    for _ in range(options.repeats):
        trainer = Trainer(options.loss, dtype)
        for e in range(10):  # warm up
            trainer.epoch(e)
        start = time.process_time()
        for e in range(10, 10 + options.epochs):
            trainer.epoch(e)
        best = min(best, (time.process_time() - start) / options.epochs)
    total = sum(p.detach().double().abs().sum().item() for p in trainer.flow.parameters())
    acceptance = trainer.accepted / ((10 + options.epochs) * MODELS)
    assert acceptance > 0.99, f"the acceptance is {acceptance}"
    check = f"sum={total:.6f} acceptance={acceptance:.4f} pulls={pulls[0]:.2f},{pulls[1]:.2f}"
    print(f"{name} epoch_us={1e6 * best:.3f} epochs={options.epochs} seconds={EPOCHS * best:.4f} {check}")


main()
