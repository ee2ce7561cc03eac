"""Medians and ratios of the lines that Benchmarks/run collected, as Markdown.

usage: summarize.py MEASUREMENTS VERSION...
"""

import collections
import datetime
import statistics
import sys

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


def multiply_adds(inputs, width, layers, models, forces):
    """Of the matrix products of an epoch: forces, f, and three passes for the gradient."""
    every = inputs * width + (layers - 1) * width**2 + width * inputs
    return models * (forces * 2 * every + every + 3 * every - inputs * width)


def processor():
    with open("/proc/cpuinfo") as lines:
        fields = dict(map(str.strip, line.split(":", 1)) for line in lines if ":" in line)
    return f"{fields['model name']} (family {fields['cpu family']}, model {fields['model']})"


def read(path):
    times, checks, peak = collections.defaultdict(list), {}, []
    for line in open(path):
        program, case, *words = line.split()
        values = dict(word.split("=", 1) for word in words)
        if program == "peak":
            peak.append(float(values["gfma"]))
            continue
        times[program, case].append(float(values["epoch_us"]))
        checks[program, case] = values
    return times, checks, max(peak)


def check(values):
    keys = ("root", "acceptance", "hash", "sum", "pulls")
    return ", ".join(f"{key} {values[key]}" for key in keys if key in values)


def table(times, checks, peak):
    yield "| training | program | µs an epoch | spread | s for 4096 epochs | check of the output |"
    yield "|---|---|---|---|---|---|"
    for case, label in LABELS.items():
        if case in SHAPES:
            limit = 1e-3 * multiply_adds(*SHAPES[case]) / peak
            yield f"| {label} | limit: multiply-adds | {limit:.1f} | | {4096e-6 * limit:.3g} | |"
        for program, name in PROGRAMS.items():
            if (program, case) not in times:
                continue
            values = times[program, case]
            median = statistics.median(values)
            spread = f"{min(values):.1f} … {max(values):.1f}"
            total = f"{4096e-6 * median:.3g}"
            yield f"| {label} | {name} | {median:.1f} | {spread} | {total} | {check(checks[program, case])} |"


def ratio(times, other, ours):
    """Medians over rounds of the ratio of times measured in the same round, and the extremes."""
    values = [a / b for a, b in zip(times[other], times[ours])]
    return statistics.median(values), min(values), max(values)


def ratios(times):
    yield "| ratio of CPU times in the same round | median | extremes | goal | reached |"
    yield "|---|---|---|---|---|"
    for loss in ("kl", "cd"):
        case = f"{loss}-relu"
        median, low, high = ratio(times, ("swift", case), ("c", case))
        numbers = f"{median:.2f} | {low:.2f} … {high:.2f}"
        yield f"| Swift / C, {loss.upper()} | {numbers} | ≤ 1.10 | {yes(median <= 1.1)} |"
        for program in ("pytorch-float32", "pytorch-float64"):
            for ours in (case, "cd-relu-gibbs") if loss == "cd" else (case,):
                if (program, case) not in times:
                    continue
                median, low, high = ratio(times, (program, case), ("swift", ours))
                kind = ", explicit Gibbs chains in both" if ours.endswith("gibbs") else ""
                name = f"{PROGRAMS[program]} / Swift, {loss.upper()}{kind}"
                yield f"| {name} | {median:.0f} | {low:.0f} … {high:.0f} | ≥ 100 | {yes(median >= 100)} |"


def goals(times):
    yield "| seconds of CPU for a whole training | measured | goal | reached |"
    yield "|---|---|---|---|"
    for case, goal in (("kl-relu", 2), ("cd-relu", 5), ("cd-silu-48", 5), ("cd-silu-monotone-48", 5)):
        seconds = 4096e-6 * statistics.median(times["swift", case])
        yield f"| {LABELS[case]} | {seconds:.3f} | ≤ {goal} | {yes(seconds <= goal)} |"


def yes(reached):
    return "yes" if reached else "**no**"


def main():
    times, checks, peak = read(sys.argv[1])
    rounds = len(times["swift", "kl-relu"])
    print("# Speed of the trainings\n")
    machine = "; ".join([processor()] + sys.argv[2:])
    print(f"Written by `Benchmarks/run` on {datetime.date.today()}: {machine}.")
    print(f"CPU time of one thread, median of {rounds} rounds in which the programs alternate, the fastest")
    print(f"repeat in each. This core does {peak:.1f}·10⁹ fused multiply-adds of doubles a second in")
    print("registers, which is the limit for the matrix products.")
    print()
    parts = (table(times, checks, peak), ratios(times), goals(times))
    print("\n\n".join("\n".join(part) for part in parts))


main()
