"""Durable ask and tell of Optuna: results a second.

Usage: optuna_store.py rdb|journal RESULTS FOLDER
       optuna_store.py postgresql|grpc RESULTS ADDRESS: from 1 client, and from 64 in 8 processes; straight to the database, or through
       the proxy that Optuna has for many clients
"""
import functools
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

import optuna
from optuna.storages import GrpcStorageProxy, JournalStorage, RDBStorage, get_storage, run_grpc_proxy_server
from optuna.storages.journal import JournalFileBackend

from optuna_space import ask_and_tell

warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
kind, results, place = sys.argv[1], int(sys.argv[2]), sys.argv[3]


processes_of_their_own = get_context("spawn")       # a connection must not be in two
PROXY = 13_000      # of this machine; its port


def database():
    return RDBStorage(place.replace("postgresql:", "postgresql+psycopg2:"), engine_kwargs={"pool_size": 8, "max_overflow": 0})


def proxy():
    """Serves the database until it is ended."""
    run_grpc_proxy_server(get_storage(database()), host="localhost", port=PROXY)


def storage():
    if kind == "grpc":
        remote = GrpcStorageProxy(host="localhost", port=PROXY)
        remote.wait_server_ready(timeout=60)
        return remote
    if kind == "journal":
        return JournalStorage(JournalFileBackend(f"{place}/optuna.journal"))
    if kind == "rdb":
        return RDBStorage(f"sqlite:///{place}/optuna.db")
    return database()


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


def measure_all():
    study = optuna.create_study(study_name="bench", storage=storage(), sampler=optuna.samplers.RandomSampler(seed=1))
    ask_and_tell(study)
    measure(1, results, lambda: run(study, results))
    if kind in ("postgresql", "grpc"):
        each = max(1, results // 64)
        with processes_of_their_own.Pool(8, loaded) as processes:
            measure(64, 64 * each, lambda: processes.map(clients_of_a_process, [each] * 8, chunksize=1))


if __name__ == "__main__":
    if kind == "grpc":
        server = processes_of_their_own.Process(target=proxy)
        server.start()
        try:
            measure_all()
        finally:
            server.kill()
    else:
        measure_all()
