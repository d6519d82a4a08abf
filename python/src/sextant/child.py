"""What runs in a worker process: reads trials, calls the objective, sends back what it reports and returns."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import pickle
import signal
import threading
import traceback
from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional, Tuple

from .objective import figures, unsound
from .trial import Decision, Told, Trial, reason


@dataclass(frozen=True)
class Task:
    """A trial on its way to a process."""

    number: int
    attempt: int
    parameters: Dict[str, Any]
    parent: Optional[int]
    checkpoint: Optional[str]
    parent_checkpoint: Optional[str]
    worker: int

    @classmethod
    def of(cls, trial: Trial) -> "Task":
        return cls(trial.number, trial.attempt, trial.parameters, trial.parent, trial.checkpoint, trial.parent_checkpoint, trial.worker)


class _Far:
    """The study as a worker process sees it: what a trial needs of one."""

    def __init__(self, connection: "multiprocessing.connection.Connection", metrics: Tuple[str, ...]):
        self._connection = connection
        self._metrics = metrics
        self._lock = threading.Lock()
        self.outcome: Any = None
        """Figures, or why it failed."""
        self.trace = ""

    def _figures(self, value: Any, values: Mapping[str, Any]) -> Dict[str, float]:
        return figures(value, values, self._metrics)

    def _report(self, trial: Trial, step: int, values: Mapping[str, float]) -> Decision:
        with self._lock:
            self._connection.send(("report", (step, dict(values))))
            answer = self._connection.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]

    def _finish(self, trial: Trial, value: Any, values: Mapping[str, Any]) -> Told:
        given = self._figures(value, values)
        if trial.decision.go_on and not (given or trial.reported):
            raise TypeError("there is no value: it returned None, and nothing was reported before")
        self.outcome = unsound(given) or given
        return Told(True)

    def _tell(self, trial: Trial, outcome: Mapping[str, Any]) -> Told:
        self.outcome = outcome["failed"]
        return Told(True)

    def _give_back(self, trial: Trial) -> None:
        raise RuntimeError("A trial in a worker process cannot be given back.")


def main(connection: "multiprocessing.connection.Connection", payload: bytes, metrics: Tuple[str, ...]) -> None:
    """The life of a worker process: until it is told to end, or who started it has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    os.setpgid(0, 0)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        call = pickle.loads(payload)
    except BaseException as failed:
        connection.send(("unusable", f"{type(failed).__name__}: {failed}"))
        return
    connection.send(("ready", ""))
    for task in iter(connection.recv, None):
        far = _Far(connection, metrics)
        _evaluate(call, Trial(far, **vars(task)), far)  # type: ignore[arg-type]
        connection.send(("told", (far.outcome, far.trace)))


def _evaluate(call: Any, trial: Trial, far: _Far) -> None:
    try:
        result = call(trial)
    except (Exception, SystemExit) as failed:
        far.outcome, far.trace = reason(failed), traceback.format_exc()
        return
    if trial.told is None:
        try:
            far._finish(trial, result, {})
        except TypeError as unusable:
            far.outcome = f"the objective returned {result!r}: {unusable}"


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os.killpg(0, signal.SIGKILL)
