"""Contrastive divergence of Boltzmann machines, matrix products, samples of the Monte Carlo renormalization group."""

from summaries.measurements import written, yes

TITLE = "Boltzmann machines and blocked lattices"
PROGRAMS = {"swift": "Swift", "c": "C"}
PEERS = {
    "torch": "PyTorch, units 0 and 1",
    "torch-spins": "PyTorch, units ±1, momentum, L1",
    "numpy": "NumPy (OpenBLAS), units 0 and 1",
}
PRODUCT_PEERS = {
    "torch": "PyTorch",
    "numpy": "NumPy (OpenBLAS)",
    "numpy-skylakex": "NumPy (OpenBLAS, kernels of SkylakeX)",
}
# Visible and hidden units, and the least ratio of the time of PyTorch with units 0 and 1 and ours.
MACHINES = {(256, 64): 6, (1024, 256): 3.5, (1024, 1024): 3.5}
PRODUCTS = ((100, 256, 64), (100, 1024, 256), (100, 1024, 1024), (512, 512, 512), (1024, 1024, 1024))
# Least ratio of the time of PyTorch and ours of a matrix product.
FASTER = 1.8
BATCH, MATRIX_PRODUCTS = 100, 5


def parts(measured, versions):
    yield introduction(measured, versions)
    yield machines(measured)
    yield products(measured)
    yield ratios(measured)
    yield samples(measured)


def machine(size):
    return f"boltzmann-{size[0]}x{size[1]}"


def product(size):
    return "product-" + "x".join(map(str, size))


def label(size):
    return " × ".join(map(str, size))


def peak(measured):
    """Multiply-adds of single precision a second, in units of 10⁹: twice as many as of doubles."""
    return 2 * max(measured.values("peak", "multiply-adds", "gfma"))


def introduction(measured, versions):
    rounds = len(measured.values("swift", "blocked-sample", "sample_us"))
    yield written(versions)
    yield f"CPU time of one thread, median of {rounds} round{'s' if rounds > 1 else ''} in which the programs alternate, the fastest"
    yield f"repeat in each. This core does {peak(measured):.1f}·10⁹ fused multiply-adds of single precision a second in"
    yield f"registers, {2 * peak(measured):.0f} GFLOP/s."
    loads = measured.values("load", "rbm-vs-rg", "minute")
    yield "The load of the machine before a round (average of a minute, one of it this measurement) was"
    yield f"{min(loads):.1f} … {max(loads):.1f}."


def row(measured, program, case, key, digits):
    values = measured.values(program, case, key)
    median = f"{measured.median(program, case, key):.{digits}f}"
    return f"{median} | {min(values):.{digits}f} … {max(values):.{digits}f}"


def machines(measured):
    yield "| CD-1, 100 samples | program | ms a batch | spread | wrong units of the reconstructions, hash of all weights |"
    yield "|---|---|---|---|---|"
    for size in MACHINES:
        name = f"{size[0]} visible, {size[1]} hidden"
        limit = 1e-6 * MATRIX_PRODUCTS * BATCH * size[0] * size[1] / peak(measured)
        yield f"| {name} | five products at the rate of the registers | {limit:.4f} | | |"
        for program, title in (PROGRAMS | PEERS).items():
            if (program, machine(size)) in measured:
                check = measured.check(program, machine(size), "error", "hash")
                yield f"| {name} | {title} | {row(measured, program, machine(size), 'batch_ms', 4)} | {check} |"


def products(measured):
    yield "| matrix product | program | µs | spread | GFLOP/s | sum of the elements with weights |"
    yield "|---|---|---|---|---|---|"
    for size in PRODUCTS:
        operations = 2e-3 * size[0] * size[1] * size[2]
        limit = operations / (2 * peak(measured))
        yield f"| {label(size)} | limit: multiply-adds | {limit:.1f} | | {2 * peak(measured):.0f} | |"
        for program, title in (PROGRAMS | PRODUCT_PEERS).items():
            if (program, product(size)) in measured:
                rate = operations / measured.median(program, product(size), "product_us")
                numbers = row(measured, program, product(size), "product_us", 1)
                check = measured.check(program, product(size), "sum")
                yield f"| {label(size)} | {title} | {numbers} | {rate:.1f} | {check} |"


def ratios(measured):
    yield "| ratio of CPU times in the same round | median | extremes | goal | reached |"
    yield "|---|---|---|---|---|"
    for size, goal in MACHINES.items():
        case = machine(size)
        same = measured.check("swift", case, "hash") == measured.check("c", case, "hash")
        weights = "the same weights" if same else "**different weights**"
        yield against_c(measured, case, f"CD-1, {label(size)}, {weights}", "batch_ms")
        for program, title in PEERS.items():
            if (program, case) in measured:
                least = goal if program == "torch" else None
                yield against(measured, program, case, f"{title} / Swift, CD-1, {label(size)}", "batch_ms", least)
    for size in PRODUCTS:
        case = product(size)
        yield against_c(measured, case, f"product {label(size)}", "product_us")
        for program, title in PRODUCT_PEERS.items():
            if (program, case) in measured:
                least = FASTER if program == "torch" else None
                yield against(measured, program, case, f"{title} / Swift, product {label(size)}", "product_us", least)
        if ("torch", case) in measured:
            limit = 1e-3 * size[0] * size[1] * size[2] / peak(measured)
            most = measured.median("torch", case, "product_us") / limit
            yield f"| PyTorch / limit, product {label(size)}: the most on this core | {most:.2f} | | | |"


def against_c(measured, case, name, key):
    median, low, high = measured.ratio(("swift", case), ("c", case), key)
    return f"| Swift / C, {name} | {median:.2f} | {low:.2f} … {high:.2f} | ≤ 1.10 | {yes(median <= 1.1)} |"


def against(measured, program, case, name, key, goal):
    median, low, high = measured.ratio((program, case), ("swift", case), key)
    last = f"≥ {goal} | {yes(median >= goal)}" if goal else "|"
    return f"| {name} | {median:.2f} | {low:.2f} … {high:.2f} | {last} |"


def samples(measured):
    yield "| of the Swift program | µs a sample | spread | energy −E/(NJ), exact, five standard errors |"
    yield "|---|---|---|---|"
    name = "five Wolff clusters, L = 64, three blocking steps, eleven operators on four levels"
    check = measured.check("swift", "blocked-sample", "u", "exact", "limit")
    yield f"| {name} | {row(measured, 'swift', 'blocked-sample', 'sample_us', 2)} | {check} |"
