"""Objectives that worker processes import."""

import math
import os
import pathlib
import signal
import subprocess
import sys
import time

TROUBLE = ("good", "raise", "exit", "die", "kill", "nothing", "nan", "metric")


def where(x, trial):
    trial.report(3, 1.5)
    return {"value": x, "process": os.getpid(), "worker": trial.worker}


def trouble(how, trial):
    if how == "raise":
        raise ValueError("no data")
    if how == "exit":
        sys.exit(3)
    if how == "die":
        os._exit(7)
    if how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "metric":
        trial.report(0, widht=1.0)
    return {"nothing": None, "nan": math.nan}.get(how, 1.0)


def forever(folder):
    """Starts a process, writes down its number, and waits for a very long time."""
    child = subprocess.Popen(["sleep", "3600"])
    note = pathlib.Path(folder) / f"grandchild.{child.pid}"
    note.write_text(str(child.pid))
    note.rename(note.with_suffix(""))
    while True:
        time.sleep(1)
