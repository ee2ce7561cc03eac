"""Cluster updates of the critical Ising model, refinement by generators, their training."""

from summaries.measurements import written, yes

TITLE = "cluster updates, generators and their training"
SIDES = (64, 256, 1024)
ALGORITHMS = {"sw": "Swendsen–Wang", "wolff": "Wolff"}
PROGRAMS = {
    "swift": "Swift",
    "c": "C",
    "mcising": "mcising",
    "numba-four": "numba, table of 16",
    "numba-nine": "numba, table of 4 × 512",
}
# Least ratio of the time of mcising and ours.
FASTER = {"sw": 6, "wolff": 2.5}
GENERATORS = {
    "generator": "three parameters",
    "generator-16": "16 free probabilities",
    "generator-patch": "65536 free probabilities",
}


def parts(measured, versions):
    yield introduction(measured, versions)
    yield clusters(measured)
    yield generators(measured)
    yield ratios(measured)
    yield whole(measured)


def introduction(measured, versions):
    rounds = len(measured.values("swift", "generator", "spin_ns"))
    yield written(versions)
    yield f"CPU time of one thread, median of {rounds} rounds in which the programs alternate, the fastest"
    yield "repeat in each."
    if ("load", "ising-generator") in measured:
        loads = measured.values("load", "ising-generator", "minute")
        yield f"The load of the machine before a round (average of a minute, one of it this measurement) was"
        yield f"{min(loads):.1f} … {max(loads):.1f}."


def rows(measured, case, label, key, digits, *checks):
    for program, name in PROGRAMS.items():
        if (program, case) in measured:
            values = measured.values(program, case, key)
            spread = f"{min(values):.{digits}f} … {max(values):.{digits}f}"
            median = f"{measured.median(program, case, key):.{digits}f}"
            yield f"| {label} | {name} | {median} | {spread} | {measured.check(program, case, *checks)} |"


def clusters(measured):
    yield "| critical update | program | ns a site | spread | energy −E/(NJ), exact, five standard errors |"
    yield "|---|---|---|---|---|"
    for algorithm, name in ALGORITHMS.items():
        for side in SIDES:
            case = f"ising-{algorithm}-{side}"
            yield from rows(measured, case, f"{name}, L = {side}", "site_ns", 2, "u", "exact", "limit")


def generators(measured):
    check = "spins as their block, exact, five standard errors"
    yield f"| 2048² → 4096² | program | ns a spin | spread | {check} |"
    yield "|---|---|---|---|---|"
    for case, label in GENERATORS.items():
        yield from rows(measured, case, label, "spin_ns", 3, "agreeing", "exact", "limit")


def ratios(measured):
    yield "| ratio of CPU times in the same round | median | extremes | goal | reached |"
    yield "|---|---|---|---|---|"
    for algorithm, name in ALGORITHMS.items():
        for side in SIDES:
            case, label = f"ising-{algorithm}-{side}", f"{name}, L = {side}"
            yield from against_c(measured, case, label, "site_ns")
            yield from against(measured, "mcising", case, label, "site_ns", FASTER[algorithm])
    label = "2048² → 4096², three parameters"
    yield from against_c(measured, "generator", label, "spin_ns")
    for program in ("numba-four", "numba-nine"):
        yield from against(measured, program, "generator", label, "spin_ns", 100)


def against_c(measured, case, label, key):
    median, low, high = measured.ratio(("swift", case), ("c", case), key)
    yield f"| Swift / C, {label} | {median:.2f} | {low:.2f} … {high:.2f} | ≤ 1.10 | {yes(median <= 1.1)} |"


def against(measured, program, case, label, key, goal):
    if (program, case) in measured:
        median, low, high = measured.ratio((program, case), ("swift", case), key)
        numbers = f"{median:.1f} | {low:.1f} … {high:.1f}"
        yield f"| {PROGRAMS[program]} / Swift, {label} | {numbers} | ≥ {goal} | {yes(median >= goal)} |"


def whole(measured):
    spin = measured.median("swift", "generator", "spin_ns")
    fit = measured.median("swift", "newton", "fit_ms")
    seconds = measured.median("swift", "dream-16384", "seconds")
    memory = measured.median("swift", "dream-16384", "peak_mib")
    weights = measured.rounds["swift", "newton"][-1]["weights"].replace(",", ", ")
    yield "| of the Swift program | measured | goal | reached |"
    yield "|---|---|---|---|"
    yield f"| 2048² → 4096², three parameters, ns a spin | {spin:.3f} | < 0.15 | {yes(spin < 0.15)} |"
    training = "Newton's method after counting, 4000 configurations of L = 64"
    yield f"| {training}, ms (W = {weights}) | {fit:.4f} | < 100 | {yes(fit < 100)} |"
    yield f"| one spin → 16384², three parameters, s | {seconds:.4f} | | |"
    yield f"| the same, peak memory of the process, MiB | {memory:.0f} | | |"
