"""The space of dev.sextant.bench.BenchSpace, for Optuna, and the same bowl."""
import math

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)


def suggest(trial):
    t = trial
    return {
        "a": t.suggest_float("a", 0, 1), "b": (t.suggest_float("b", -5, 5) + 5) / 10,
        "c": math.log(t.suggest_float("c", 1e-5, 1, log=True) / 1e-5) / math.log(1e5),
        "d": math.log(t.suggest_float("d", 1e-3, 1e3, log=True) / 1e-3) / math.log(1e6),
        "e": t.suggest_int("e", 1, 10) / 10, "f": t.suggest_int("f", 0, 100) / 100,
        "g": math.log(t.suggest_int("g", 1, 1024, log=True)) / math.log(1024),
        "h": "xyz".index(t.suggest_categorical("h", ["x", "y", "z"])) / 3,
        "i": int(t.suggest_categorical("i", ["1", "2", "3", "4", "5"])) / 5,
        "j": "pq".index(t.suggest_categorical("j", ["p", "q"])) / 2,
    }


def loss(units):
    return sum((u - 0.3) ** 2 for u in units.values())


def ask_and_tell(study):
    trial = study.ask()
    study.tell(trial, loss(suggest(trial)))
