"""Studies of other programs on the problems of bench/quality, for runs that are missing.

Usage: quality.py METHODS PROBLEMS SEEDS EVALUATIONS WORKERS RESULTS RECORDED   (lists with commas)

Writes RESULTS/METHOD.csv, a line for each study, as dev.sextant.bench.quality.Run does. Seeds come first, then problems,
then methods: what is broken off has a little of everything.
"""
import csv
import gzip
import heapq
import math
import os
import sys
import time
import traceback

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

from quality_methods import METHODS
from quality_problem import Problems

HEADER = "family,problem,method,seed,workers,evaluations,cpu_ms,best\n"


def made(method, folders):
    """The longest study of each problem, seed and number of workers that there is."""
    found = {}
    for folder in folders:
        for name, opened in ((f"{folder}/{method}.csv", open), (f"{folder}/{method}.csv.gz", gzip.open)):
            if os.path.exists(name):
                with opened(name, "rt") as file:
                    for row in csv.DictReader(file):
                        key = row["problem"], int(row["seed"]), int(row["workers"])
                        found[key] = max(found.get(key, 0), int(row["evaluations"]))
    return found


def study(problems, method, problem, seed, evaluations, workers):
    """The best regrets after each result, and the CPU milliseconds of an ask and a tell. Trials end in virtual time."""
    instance = problems.begin(problem, seed)
    cpu = time.process_time()
    optimizer = METHODS[method](problems, instance["parameters"], seed, evaluations, workers)
    spent = time.process_time() - cpu
    running, best, asked, now = [], [], 0, 0.0
    while len(best) < evaluations:
        while len(running) < workers:
            cpu = time.process_time()
            handle, values = optimizer.ask()
            spent += time.process_time() - cpu
            result = problems.evaluate(values, asked)
            heapq.heappush(running, (now + result["seconds"], asked, handle, result))
            asked += 1
        now, _, handle, result = heapq.heappop(running)
        best.append(min(best[-1] if best else result["regret"], result["regret"]))
        cpu = time.process_time()
        if "failed" in result:
            optimizer.fail(handle)
        else:
            optimizer.tell(handle, result["loss"] if "loss" in result else result["losses"])
        spent += time.process_time() - cpu
    return instance["family"], best, spent * 1000 / evaluations


def curves(problems, method, problem, seed, evaluations, workers):
    """As `study`, of trainings that may be stopped at steps: a result is a twentieth of a full training, and the best counts
    at any step. As dev.sextant.bench.quality.CurveRun."""
    instance = problems.begin(problem, seed)
    steps = instance["steps"]
    optimizer = METHODS[method](problems, instance["parameters"], seed, evaluations, workers)
    start, running, best, asked, trained, least = time.process_time(), [], [], 0, 0.0, math.inf

    def go(now, trial, handle, values, index):
        result = problems.evaluate(values, trial, steps[index])
        length = steps[index] - (steps[index - 1] if index else 0)
        end = now + result["seconds"] * length / steps[-1]
        heapq.heappush(running, (end, trial, index, length, handle, values, result))

    now = 0.0
    while len(best) < evaluations:
        while len(running) < workers:
            handle, values = optimizer.ask()
            go(now, asked, handle, values, 0)
            asked += 1
        now, trial, index, length, handle, values, result = heapq.heappop(running)
        trained += 20 * length / steps[-1]
        while len(best) < evaluations and len(best) + 1 <= trained:
            best.append(least)
        least = min(least, result["regret"])
        if optimizer.report(handle, steps[index], result["loss"]):
            if index + 1 < len(steps):
                go(now, trial, handle, values, index + 1)
            else:
                optimizer.tell(handle, result["loss"])
    return instance["family"], best, (time.process_time() - start) * 1000 / asked


def line(family, problem, method, seed, workers, best, cpu):
    steps = " ".join(f"{i + 1}:{b:.8g}" for i, b in enumerate(best) if i == 0 or b < best[i - 1])
    return f"{family},{problem},{method},{seed},{workers},{len(best)},{cpu:.3g},{steps}\n"


def main(methods, names, seeds, evaluations, workers, results, recorded):
    problems = Problems()
    os.makedirs(results, exist_ok=True)
    done = {m: made(m, (results, recorded)) for m in methods}
    for seed in seeds:
        for name in names:
            for method in methods:
                if done[method].get((name, seed, workers), 0) >= evaluations:
                    continue
                try:
                    family, best, cpu = (curves if name.startswith("curves-") else study)(problems, method, name, seed, evaluations, workers)
                except Exception:
                    print(f"{method} on {name}, seed {seed}: failed", traceback.format_exc(limit=-3), file=sys.stderr, flush=True)
                    continue
                path = f"{results}/{method}.csv"
                with open(path, "a") as file:
                    file.write(("" if file.tell() else HEADER) + line(family, name, method, seed, workers, best, cpu))


def numbers(text):
    """1,3,5 or 1..20."""
    return [n for word in text.split(",") for n in range(int(word.split("..")[0]), int(word.split("..")[-1]) + 1)]


if __name__ == "__main__":
    words = sys.argv[1:]
    main(words[0].split(","), words[1].split(","), numbers(words[2]), int(words[3]), int(words[4]), *words[5:])
