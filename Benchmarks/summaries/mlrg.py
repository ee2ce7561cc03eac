"""Training of flows."""

from summaries.measurements import written, yes

TITLE = "the training of flows"
LABELS = {
    "kl-relu": "A₁, KL, ReLU, 24 models",
    "cd-relu": "A₁, CD, ReLU, 24 models, 512 samples, 32 sweeps",
    "cd-relu-gibbs": "the same with explicit Gibbs chains",
    "cd-silu-48": "A₁, CD, SiLU, 48 models, 256 samples, 16 sweeps",
    "cd-silu-monotone-48": "the same, monotone",
    "a1e-kl": "A₁+E, KL, ReLU, width 80, 6 hidden layers, 1024 models",
}
PROGRAMS = {
    "swift": "Swift",
    "c": "C",
    "c-constant": "C, shape known to the compiler",
    "pytorch-float32": "PyTorch, float32",
    "pytorch-float64": "PyTorch, float64",
}
# Inputs, width, hidden layers, models and force evaluations of the cases whose limit is stated.
SHAPES = {"kl-relu": (1, 16, 2, 24, 34), "cd-relu": (1, 16, 2, 24, 34), "a1e-kl": (5, 80, 6, 1024, 6)}


def parts(measured, versions):
    peak = max(measured.values("peak", "multiply-adds", "gfma"))
    yield introduction(measured, versions, peak)
    yield table(measured, peak)
    yield ratios(measured)
    yield goals(measured)


def introduction(measured, versions, peak):
    rounds = len(measured.values("swift", "kl-relu", "epoch_us"))
    yield written(versions)
    yield f"CPU time of one thread, median of {rounds} rounds in which the programs alternate, the fastest"
    yield f"repeat in each. This core does {peak:.1f}·10⁹ fused multiply-adds of doubles a second in"
    yield "registers, which is the limit for the matrix products."


def multiply_adds(inputs, width, layers, models, forces):
    """Of the matrix products of an epoch: forces, f, and three passes for the gradient."""
    every = inputs * width + (layers - 1) * width**2 + width * inputs
    return models * (forces * 2 * every + every + 3 * every - inputs * width)


def table(measured, peak):
    yield "| training | program | µs an epoch | spread | s for 4096 epochs | check of the output |"
    yield "|---|---|---|---|---|---|"
    for case, label in LABELS.items():
        if case in SHAPES:
            limit = 1e-3 * multiply_adds(*SHAPES[case]) / peak
            yield f"| {label} | limit: multiply-adds | {limit:.1f} | | {4096e-6 * limit:.3g} | |"
        for program, name in PROGRAMS.items():
            if (program, case) not in measured:
                continue
            values = measured.values(program, case, "epoch_us")
            median = measured.median(program, case, "epoch_us")
            spread = f"{min(values):.1f} … {max(values):.1f}"
            total = f"{4096e-6 * median:.3g}"
            check = measured.check(program, case, "root", "acceptance", "hash", "sum", "pulls")
            yield f"| {label} | {name} | {median:.1f} | {spread} | {total} | {check} |"


def ratios(measured):
    yield "| ratio of CPU times in the same round | median | extremes | goal | reached |"
    yield "|---|---|---|---|---|"
    for loss in ("kl", "cd"):
        case = f"{loss}-relu"
        median, low, high = measured.ratio(("swift", case), ("c", case), "epoch_us")
        numbers = f"{median:.2f} | {low:.2f} … {high:.2f}"
        yield f"| Swift / C, {loss.upper()} | {numbers} | ≤ 1.10 | {yes(median <= 1.1)} |"
        for program in ("pytorch-float32", "pytorch-float64"):
            for ours in (case, "cd-relu-gibbs") if loss == "cd" else (case,):
                if (program, case) not in measured:
                    continue
                median, low, high = measured.ratio((program, case), ("swift", ours), "epoch_us")
                kind = ", explicit Gibbs chains in both" if ours.endswith("gibbs") else ""
                name = f"{PROGRAMS[program]} / Swift, {loss.upper()}{kind}"
                yield f"| {name} | {median:.0f} | {low:.0f} … {high:.0f} | ≥ 100 | {yes(median >= 100)} |"


def goals(measured):
    yield "| seconds of CPU for a whole training | measured | goal | reached |"
    yield "|---|---|---|---|"
    for case, goal in (("kl-relu", 2), ("cd-relu", 5), ("cd-silu-48", 5), ("cd-silu-monotone-48", 5)):
        seconds = 4096e-6 * measured.median("swift", case, "epoch_us")
        yield f"| {LABELS[case]} | {seconds:.3f} | ≤ {goal} | {yes(seconds <= goal)} |"
