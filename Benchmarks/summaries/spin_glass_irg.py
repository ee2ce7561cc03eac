"""Parallel tempering of the Edwards-Anderson model, its error bars, and inverse transformations of overlaps."""

import statistics

from summaries.measurements import written, yes

TITLE = "parallel tempering of spin glasses"
SHARINGS = {
    "groups": "one number for 64 samples",
    "planes": "six independent digits",
    "independent": "independent numbers",
}
TEMPERING = (8, 16)
PRODUCTION = (4, 8, 12, 16)
PEERS = {
    "peapods": "peapods, parallel tempering",
    "peapods-measuring": "peapods, exchange and measurements every sweep",
    "dwave": "dwave-samplers, annealing",
    "openjij": "OpenJij, annealing",
    "numba": "numba, Metropolis updates",
}
# Least ratio of the time of a peer and ours by sharing.
FASTER = {"groups": 1000, "independent": 150}
OBSERVABLES = {"e": "e", "q2": "q²"}
TIMES = {"window": "last window", "instant": "one instant"}
BETAS = ("0.5", "0.909", "1.08")


def parts(measured, versions):
    yield introduction(measured, versions)
    yield tempering(measured)
    yield production(measured)
    yield peers(measured)
    yield ratios(measured)
    if ("swift", "spin-glass-errors-groups") in measured:
        yield errors(measured)
        yield cheapest(measured)
    yield others(measured)


def introduction(measured, versions):
    rounds = len(measured.values("swift", "spin-glass-tempering-8-groups", "update_ps"))
    yield written(versions)
    yield f"CPU time of one thread, median of {rounds} rounds in which the programs alternate, the fastest"
    yield "repeat in each. 512 samples, two replicas, 16 temperatures; an update is that of one spin of one sample."
    loads = measured.values("load", "spin-glass-irg", "minute")
    yield f"The load of the machine before a round (average of a minute, one of it this measurement) was"
    yield f"{min(loads):.1f} … {max(loads):.1f}."


def row(measured, program, case, key, digits):
    values = measured.values(program, case, key)
    median = f"{measured.median(program, case, key):.{digits}f}"
    return f"{median} | {min(values):.{digits}f} … {max(values):.{digits}f}"


def tempering(measured):
    check = "energy at T = 1.6, hash of all spins"
    yield f"| eight sweeps, energies, exchange | program | ps an update | spread | {check} |"
    yield "|---|---|---|---|---|"
    for sharing, name in SHARINGS.items():
        for side in TEMPERING:
            case = f"spin-glass-tempering-{side}-{sharing}"
            for program in ("swift", "c"):
                numbers = row(measured, program, case, "update_ps", 2)
                check = measured.check(program, case, "e", "hash")
                yield f"| {name}, L = {side} | {program.capitalize()} | {numbers} | {check} |"


def production(measured):
    check = "energy at T = 1.6, expected, limit"
    yield f"| exchange every 2 sweeps, measurement every 8 | ps an update | spread | {check} |"
    yield "|---|---|---|---|"
    for sharing, name in SHARINGS.items():
        for side in PRODUCTION:
            case = f"spin-glass-production-{side}-{sharing}"
            check = measured.check("swift", case, "e", "exact", "limit")
            yield f"| {name}, L = {side} | {row(measured, 'swift', case, 'update_ps', 2)} | {check} |"


def peers(measured):
    yield "| other packages, L = 8 | ns an update | spread | energy, expected, limit |"
    yield "|---|---|---|---|"
    for program, name in PEERS.items():
        if (program, "spin-glass-8") in measured:
            check = measured.check(program, "spin-glass-8", "e", "exact", "limit")
            yield f"| {name} | {row(measured, program, 'spin-glass-8', 'update_ns', 2)} | {check} |"


def ratios(measured):
    yield "| ratio of CPU times in the same round | median | extremes | goal | reached |"
    yield "|---|---|---|---|---|"
    for sharing, name in SHARINGS.items():
        for side in TEMPERING:
            case = f"spin-glass-tempering-{side}-{sharing}"
            median, low, high = measured.ratio(("swift", case), ("c", case), "update_ps")
            same = measured.check("swift", case, "hash") == measured.check("c", case, "hash")
            spins = "the same spins" if same else "**different spins**"
            label = f"Swift / C, {name}, L = {side}, {spins}"
            yield f"| {label} | {median:.2f} | {low:.2f} … {high:.2f} | ≤ 1.10 | {yes(median <= 1.1)} |"
    timed = [program for program in PEERS if (program, "spin-glass-8") in measured]
    fastest = min(timed, key=lambda program: measured.median(program, "spin-glass-8", "update_ns"), default=None)
    for sharing, goal in FASTER.items():
        ours = measured.values("swift", f"spin-glass-tempering-8-{sharing}", "update_ps")
        for program in timed:
            theirs = measured.values(program, "spin-glass-8", "update_ns")
            values = [1000 * a / b for a, b in zip(theirs, ours)]
            median = statistics.median(values)
            last = f"≥ {goal} | {yes(median >= goal)}" if program in ("peapods", fastest) else "|"
            numbers = f"{median:.0f} | {min(values):.0f} … {max(values):.0f}"
            yield f"| {PEERS[program]} / Swift, {SHARINGS[sharing]}, L = 8 | {numbers} | {last} |"


def inflation(measured, sharing, observable, when, beta):
    last = measured.rounds["swift", f"spin-glass-errors-{sharing}"][-1]
    return tuple(map(float, last[f"{observable}_{when}_{beta}"].split(",")))


def price(measured, sharing):
    return measured.median("swift", f"spin-glass-production-8-{sharing}", "update_ps")


def errors(measured):
    last = measured.rounds["swift", "spin-glass-errors-groups"][-1]
    betas = " | ".join(f"β = {beta}" for beta in BETAS)
    products = " | ".join(f"ps × inflation, {beta}" for beta in BETAS)
    yield f"What counts: the variance of the mean of 64 samples that share numbers, in units of that of independent"
    yield f"samples (inflation), and its product with the time; {last['batches']} batches of L = 8, 4096 sweeps, the"
    yield "production cycle."
    yield ""
    yield f"| mean of | over | samples share | ps an update | {betas} | {products} |"
    yield "|---" * (4 + 2 * len(BETAS)) + "|"
    for observable, symbol in OBSERVABLES.items():
        for when, time in TIMES.items():
            for sharing, name in SHARINGS.items():
                ps = price(measured, sharing)
                all_values = [inflation(measured, sharing, observable, when, beta) for beta in BETAS]
                values = " | ".join(f"{value:.2f} ± {error:.2f}" for value, error in all_values)
                costs = " | ".join(f"{ps * value:.0f} ± {ps * error:.0f}" for value, error in all_values)
                yield f"| {symbol} | {time} | {name} | {ps:.1f} | {values} | {costs} |"


def cheapest(measured):
    yield "| cheapest error bar | β = " + " | β = ".join(BETAS) + " |"
    yield "|---" * (1 + len(BETAS)) + "|"
    for observable, symbol in OBSERVABLES.items():
        for when, time in TIMES.items():
            names = []
            for beta in BETAS:
                costs = {
                    sharing: price(measured, sharing) * inflation(measured, sharing, observable, when, beta)[0]
                    for sharing in SHARINGS
                }
                names.append(SHARINGS[min(costs, key=costs.get)])
            yield f"| {symbol}, {time} | {' | '.join(names)} |"


def others(measured):
    yield "| of the Swift program | measured | spread | goal | reached |"
    yield "|---|---|---|---|---|"
    for side in (128, 256):
        case = f"spin-glass-refinement-{side}"
        median = measured.median("swift", case, "spin_ns")
        label = f"logistic map {side // 2}³ → {side}³ and all moments, ns a fine spin"
        yield f"| {label} | {row(measured, 'swift', case, 'spin_ns', 2)} | ≤ 10 | {yes(median <= 10)} |"
        for key, name in (("drawing_ns", "drawing"), ("measuring_ns", "moments")):
            yield f"| of this {name} | {row(measured, 'swift', case, key, 2)} | | |"
    fit, exact = "spin-glass-fit", "spin-glass-exact"
    check = measured.check("swift", fit, "weights")
    yield f"| Newton's method for ten weights, ms ({check}) | {row(measured, 'swift', fit, 'fit_ms', 2)} | | |"
    yield f"| counting 2048 pairs 8³, 4³ before it, ms | {row(measured, 'swift', fit, 'counting_ms', 2)} | | |"
    yield f"| ln Z and energy of one sample of L = 4, s | {row(measured, 'swift', exact, 'seconds', 2)} | | |"
    scaling = max(measured.values("swift", "spin-glass-threads", "scaling"))
    numbers = row(measured, "swift", "spin-glass-threads", "scaling", 2)
    label = "two batches on two threads against one on one, wall time (best round decides)"
    yield f"| {label} | {numbers} | ≥ 1.8 | {yes(scaling >= 1.8)} |"
