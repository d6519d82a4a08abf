"""Durable ask and tell of Optuna: results a second. Usage: optuna_store.py rdb|journal RESULTS FOLDER"""
import sys
import time

import optuna
from optuna.storages import JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend

from optuna_space import ask_and_tell

kind, results, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
storage = (RDBStorage(f"sqlite:///{folder}/optuna.db") if kind == "rdb"
           else JournalStorage(JournalFileBackend(f"{folder}/optuna.journal")))
study = optuna.create_study(storage=storage, sampler=optuna.samplers.RandomSampler(seed=1))
ask_and_tell(study)
start = time.perf_counter()
for _ in range(results):
    ask_and_tell(study)
print(f"optuna {optuna.__version__} {kind},1,{results / (time.perf_counter() - start):.0f}")
