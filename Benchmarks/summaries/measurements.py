"""The lines "program case key=value ..." of the timed programs."""

import collections
import datetime
import statistics


class Measurements:
    """Values of the key=value words of every program and case, one dictionary a round."""

    def __init__(self, path):
        self.rounds = collections.defaultdict(list)
        with open(path) as lines:
            for line in lines:
                program, case, *words = line.split()
                self.rounds[program, case].append(dict(word.split("=", 1) for word in words))

    def __contains__(self, key):
        return key in self.rounds

    def values(self, program, case, key):
        return [float(values[key]) for values in self.rounds[program, case]]

    def median(self, program, case, key):
        return statistics.median(self.values(program, case, key))

    def check(self, program, case, *keys):
        """What the last round says about its output."""
        last = self.rounds[program, case][-1]
        return ", ".join(f"{key} {last[key]}" for key in keys if key in last)

    def ratio(self, other, ours, key):
        """Median over rounds of the ratio of times measured in the same round, and the extremes."""
        values = [a / b for a, b in zip(self.values(*other, key), self.values(*ours, key))]
        return statistics.median(values), min(values), max(values)


def processor():
    with open("/proc/cpuinfo") as lines:
        fields = dict(map(str.strip, line.split(":", 1)) for line in lines if ":" in line)
    return f"{fields['model name']} (family {fields['cpu family']}, model {fields['model']})"


def written(versions):
    machine = "; ".join([processor(), *versions])
    return f"Written by `Benchmarks/run` on {datetime.date.today()}: {machine}."


def yes(reached):
    return "yes" if reached else "**no**"
