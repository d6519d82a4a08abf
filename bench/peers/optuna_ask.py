"""Ask and tell of Optuna in memory: microseconds at n finished trials; of gp, CPU milliseconds of ten of them.

Usage: optuna_ask.py random|tpe|gp N...
"""
import os
import random
import statistics
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

from optuna_space import ask_and_tell

DISTRIBUTIONS = {
    "a": FloatDistribution(0, 1), "b": FloatDistribution(-5, 5), "c": FloatDistribution(1e-5, 1, log=True),
    "d": FloatDistribution(1e-3, 1e3, log=True), "e": IntDistribution(1, 10), "f": IntDistribution(0, 100),
    "g": IntDistribution(1, 1024, log=True), "h": CategoricalDistribution(["x", "y", "z"]),
    "i": CategoricalDistribution(["1", "2", "3", "4", "5"]), "j": CategoricalDistribution(["p", "q"]),
}


def any_trial(dice):
    """A finished trial at random, which costs less than asking for it."""
    values = {}
    for name, d in DISTRIBUTIONS.items():
        if isinstance(d, CategoricalDistribution):
            values[name] = dice.choice(d.choices)
        elif isinstance(d, IntDistribution):
            values[name] = dice.randint(d.low, d.high)
        else:
            values[name] = dice.uniform(d.low, d.high)
    return optuna.trial.create_trial(params=values, distributions=DISTRIBUTIONS, value=dice.random())


def measure(sampler, trials):
    study = optuna.create_study(sampler=sampler)
    dice = random.Random(1)
    study.add_trials([any_trial(dice) for _ in range(trials)])
    count = 100 if trials < 5000 else 30
    start = time.perf_counter()
    for _ in range(count):
        ask_and_tell(study)
    return (time.perf_counter() - start) * 1e6 / count


def thought(sampler, trials):
    study = optuna.create_study(sampler=sampler)
    dice, costs = random.Random(1), []
    study.add_trials([any_trial(dice) for _ in range(trials)])
    for _ in range(10):
        start = time.process_time()
        ask_and_tell(study)
        costs.append((time.process_time() - start) * 1e3)
    return statistics.median(costs), statistics.mean(costs)


samplers = {"random": lambda: optuna.samplers.RandomSampler(seed=1), "tpe": lambda: optuna.samplers.TPESampler(seed=1),
            "gp": lambda: optuna.samplers.GPSampler(seed=1)}
for n in map(int, sys.argv[2:]):
    if sys.argv[1] == "gp":
        print(f"optuna {optuna.__version__},gp,{n},median %.1f ms,mean %.1f ms" % thought(samplers["gp"](), n), flush=True)
        continue
    print(f"optuna {optuna.__version__},{sys.argv[1]},{n},{measure(samplers[sys.argv[1]](), n):.1f}", flush=True)
