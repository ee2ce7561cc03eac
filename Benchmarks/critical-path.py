"""What a study gains from many machines, from the processor times of its stored tasks.

    kadanoff submit STUDY --profile paper --engine list >/dev/null      (writes the plan; the store must be complete)
    python3 Benchmarks/critical-path.py .kadanoff/runs/STUDY-paper-*/plan.json

Prints for each plan: the work (all tasks), the critical path (the longest chain of steps, each with its longest task),
their ratio (the most that any number of machines gains), the steps on that path, and the wall time for numbers of
tasks at a time if every job waits some seconds in the queue before it starts.
"""

import heapq
import json
import pathlib
import sys


def seconds(store, folder, task):
    with open(store / folder[:2] / folder / f"{task}.json", "rb") as file:
        words = file.readline().split()
    return float(next(word for word in words if word.startswith(b"cpu="))[4:])


def wall(plan, times, at_once, latency):
    """List scheduling: a task starts as soon as all it needs is done, a place is free and the queue has let it in."""
    left = {step["name"]: step["tasks"] for step in plan["steps"]}
    ready_at = {step["name"]: 0.0 for step in plan["steps"]}
    users = {step["name"]: [] for step in plan["steps"]}
    open_needs = {step["name"]: len(step["needs"]) for step in plan["steps"]}
    for step in plan["steps"]:
        for need in step["needs"]:
            users[need].append(step["name"])
    waiting = []  # (time at which it may start, order, step, task)
    order = 0

    def release(name):
        nonlocal order
        if left[name] == 0:
            finish(name, ready_at[name])
        for task in range(left[name]):
            heapq.heappush(waiting, (ready_at[name] + latency, order, name, task))
            order += 1

    end = 0.0

    def finish(name, time):
        nonlocal end
        end = max(end, time)
        for user in users[name]:
            ready_at[user] = max(ready_at[user], time)
            open_needs[user] -= 1
            if open_needs[user] == 0:
                release(user)

    for step in plan["steps"]:
        if not step["needs"]:
            release(step["name"])
    places = [0.0] * at_once
    running = []
    now = 0.0
    while waiting or running:
        # Whatever ends first frees what needs it; whatever may start first takes the first free place.
        if waiting and (not running or max(waiting[0][0], places[0]) <= running[0][0]):
            start, _, name, task = heapq.heappop(waiting)
            place = heapq.heappop(places)
            now = max(start, place) + times[name][task]
            heapq.heappush(places, now)
            heapq.heappush(running, (now, name))
        else:
            now, name = heapq.heappop(running)
            ready_at[name] = max(ready_at[name], now)
            left[name] -= 1
            if left[name] == 0:
                finish(name, ready_at[name])
    return end + latency


def main(paths):
    for path in map(pathlib.Path, paths):
        plan = json.loads(path.read_text())
        store = path.parent.parent.parent / "store"
        times, longest, chain = {}, {}, {}
        for step in plan["steps"]:
            name = step["name"]
            times[name] = [seconds(store, step["folder"], task) for task in range(step["tasks"])]
            before = max(step["needs"], key=lambda need: longest[need], default=None)
            longest[name] = max(times[name], default=0) + (longest[before] if before else 0)
            chain[name] = (chain[before] if before else []) + [name]
        last = max(longest, key=longest.get)
        work = sum(map(sum, times.values()))
        tasks = sum(step["tasks"] for step in plan["steps"])
        depth = max(map(len, chain.values()))
        print(f"{plan['study']}, {plan['profile']}: {tasks} tasks in {len(plan['steps'])} steps, deepest chain {depth}")
        print(f"  work {work:.0f} s, critical path {longest[last]:.1f} s, ratio {work / longest[last]:.0f}")
        print("  " + " → ".join(f"{name} {max(times[name], default=0):.1f} s" for name in chain[last]))
        for latency in (0, 1, 30):
            row = ", ".join(f"{n}: {wall(plan, times, n, latency):.0f} s" for n in (1, 2, 4, 16, 64, 256, 1000))
            print(f"  {latency} s of queue before each job: {row}")


main(sys.argv[1:])
