"""Durable ask and tell of Optuna: results a second.

Usage: optuna_store.py rdb|journal RESULTS FOLDER
       optuna_store.py postgresql RESULTS ADDRESS: from 1 client, and from 64 in 8 processes
"""
import functools
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool

import optuna
from optuna.storages import JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend

from optuna_space import ask_and_tell

kind, results, place = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def storage():
    if kind == "journal":
        return JournalStorage(JournalFileBackend(f"{place}/optuna.journal"))
    if kind == "rdb":
        return RDBStorage(f"sqlite:///{place}/optuna.db")
    return RDBStorage(place.replace("postgresql:", "postgresql+psycopg2:"), engine_kwargs={"pool_size": 8, "max_overflow": 0})


def run(study, count):
    for _ in range(count):
        ask_and_tell(study)


@functools.cache
def loaded():
    return optuna.load_study(study_name="bench", storage=storage(), sampler=optuna.samplers.RandomSampler())


def clients_of_a_process(count):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: run(loaded(), count), range(8)))


def measure(clients, count, work):
    start = time.perf_counter()
    work()
    print(f"optuna {optuna.__version__} {kind},{clients},{count / (time.perf_counter() - start):.0f}", flush=True)


if __name__ == "__main__":
    study = optuna.create_study(study_name="bench", storage=storage(), sampler=optuna.samplers.RandomSampler(seed=1))
    ask_and_tell(study)
    measure(1, results, lambda: run(study, results))
    if kind == "postgresql":
        each = max(1, results // 64)
        with Pool(8, loaded) as processes:
            measure(64, 64 * each, lambda: processes.map(clients_of_a_process, [each] * 8, chunksize=1))
