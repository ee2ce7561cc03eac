"""Updates of lattice phi^4 theory, training and use of inverse transformations."""

from summaries.measurements import written, yes

TITLE = "scalar fields and inverse transformations"
SIDES = (32, 128, 512)
UPDATES = {"metropolis": "Metropolis", "sweep": "full sweep"}
PROGRAMS = {"swift": "Swift", "c": "C", "jax": "JAX"}
# Least ratio of the time of JAX and ours, of a pass at L = LARGE and of a training step by filters.
FASTER = 12
STEPS = {8: 15, 64: 5.5}
# Of a training step, a filter and coarse site: forward 9 + 4, backward 4 + 4 + 9; 64 fields of 16² sites.
MULTIPLY_ADDS = 30 * 64 * 16**2
# From this side on the time of the C reference is a goal; smaller lattices are shown.
LARGE = 128
REFINEMENTS = {
    "refinement-linear": "linear map on 3 × 3 blocks",
    "refinement-relu": "homogeneous ReLU network of 32 units on 3 × 3 blocks",
}


def parts(measured, versions):
    yield introduction(measured, versions)
    yield updates(measured)
    yield steps(measured)
    yield ratios(measured)
    yield goals(measured)


def introduction(measured, versions):
    rounds = len(measured.values("swift", "phi4-sweep-128", "site_ns"))
    yield written(versions)
    yield f"CPU time of one thread, median of {rounds} rounds in which the programs alternate, the fastest"
    yield "repeat in each."
    if ("load", "phi4-irg") in measured:
        loads = measured.values("load", "phi4-irg", "minute")
        yield f"The load of the machine before a round (average of a minute, one of it this measurement) was"
        yield f"{min(loads):.1f} … {max(loads):.1f}."


def rows(measured, case, label, key, digits, *checks):
    for program, name in PROGRAMS.items():
        if (program, case) in measured:
            values = measured.values(program, case, key)
            spread = f"{min(values):.{digits}f} … {max(values):.{digits}f}"
            median = f"{measured.median(program, case, key):.{digits}f}"
            yield f"| {label} | {name} | {median} | {spread} | {measured.check(program, case, *checks)} |"


def updates(measured):
    yield "| update | program | ns a site | spread | Schwinger–Dyson identity, exact, five standard errors |"
    yield "|---|---|---|---|---|"
    for update, name in UPDATES.items():
        for side in SIDES:
            case = f"phi4-{update}-{side}"
            yield from rows(measured, case, f"{name}, L = {side}", "site_ns", 3, "sd", "exact", "limit")


def steps(measured):
    check = "loss at the first and the last step"
    yield f"| training step, 64 fields, 16² → 32² | program | ms | spread | {check} |"
    yield "|---|---|---|---|---|"
    # Single precision: twice as many a second as of doubles.
    peak = 2 * max(measured.values("peak", "multiply-adds", "gfma"))
    for filters in STEPS:
        limit = 1e-6 * filters * MULTIPLY_ADDS / peak
        yield f"| {filters} filters | limit: multiply-adds | {limit:.4f} | | |"
        yield from rows(
            measured, f"convolution-{filters}", f"{filters} filters", "step_ms", 4, "first", "last"
        )


def ratios(measured):
    yield "| ratio of CPU times in the same round | median | extremes | goal | reached |"
    yield "|---|---|---|---|---|"
    for update, name in UPDATES.items():
        for side in SIDES:
            case, label = f"phi4-{update}-{side}", f"{name}, L = {side}"
            yield from against_c(measured, case, label, is_goal=side >= LARGE)
            yield from against(measured, "jax", case, label, "site_ns", FASTER if side == LARGE else None)
    for filters, goal in STEPS.items():
        label = f"training step, {filters} filters"
        yield from against(measured, "jax", f"convolution-{filters}", label, "step_ms", goal)


def against_c(measured, case, label, is_goal):
    median, low, high = measured.ratio(("swift", case), ("c", case), "site_ns")
    goal = f"≤ 1.10 | {yes(median <= 1.1)}" if is_goal else "|"
    yield f"| Swift / C, {label} | {median:.2f} | {low:.2f} … {high:.2f} | {goal} |"


def against(measured, program, case, label, key, goal):
    if (program, case) in measured:
        median, low, high = measured.ratio((program, case), ("swift", case), key)
        numbers = f"{median:.1f} | {low:.1f} … {high:.1f}"
        last = f"≥ {goal} | {yes(median >= goal)}" if goal else "|"
        yield f"| {PROGRAMS[program]} / Swift, {label} | {numbers} | {last} |"


def goals(measured):
    yield "| of the Swift program | ms | spread | goal | reached |"
    yield "|---|---|---|---|---|"
    unit = 1e-6 * 128**2
    values = [unit * value for value in measured.values("swift", "phi4-sweep-128", "site_ns")]
    median = unit * measured.median("swift", "phi4-sweep-128", "site_ns")
    spread = f"{min(values):.4f} … {max(values):.4f}"
    yield f"| full sweep, L = 128 | {median:.4f} | {spread} | ≤ 1.03 | {yes(median <= 1.03)} |"
    for case, name in REFINEMENTS.items():
        values = measured.values("swift", case, "field_ms")
        median = measured.median("swift", case, "field_ms")
        spread = f"{min(values):.3f} … {max(values):.3f}"
        yield f"| 32² → 512², {name} | {median:.3f} | {spread} | < 10 | {yes(median < 10)} |"
