"""Trials in processes: started once, kept for the next trial, and replaced when they die or are ended."""

from __future__ import annotations

import logging
import multiprocessing
import multiprocessing.connection
import os
import pickle
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from . import child
from .errors import SextantError, WorkerError
from .objective import Call
from .trial import STOPPED, Trial

if TYPE_CHECKING:
    from .study import Study

log = logging.getLogger("sextant")

GRACE = 5.0
"""Seconds from TERM to KILL."""

LOOK = 1.0
"""Seconds between looks whether a trial that runs was stopped from elsewhere."""


class Processes:
    """Up to `count` processes that call one objective. Each has a group of its own, with all that it starts; none outlives us.

    They are spawned, not forked: the objective must be importable, or cloudpickle be installed.
    """

    def __init__(self, study: "Study", call: Call, count: int, timeout: Optional[float]):
        _refuse_nested()
        self._study = study
        self._payload = packed(call)
        self._timeout = timeout
        self._idle: List[Child] = []
        self._busy: Dict[int, Child] = {}
        self._lock = threading.Lock()
        self._stopping = False

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: Any) -> None:
        for process in [*self._idle, *self._busy.values()]:
            process.end()

    def evaluate(self, trial: Trial) -> None:
        """Has a trial computed and tells its result."""
        process = self._take()
        with self._lock:
            self._busy[trial.number] = process
        try:
            ended = _Dialogue(self._study, trial, process, self._timeout, self).hold()
        except BaseException:
            process.kill()
            raise
        finally:
            with self._lock:
                del self._busy[trial.number]
        if ended:
            process.kill()
        else:
            with self._lock:
                self._idle.append(process)

    def cancel(self, number: Optional[int]) -> None:
        """Ends the process of a trial; without one, of all, as the run is being stopped."""
        with self._lock:
            self._stopping = self._stopping or number is None
            ended = [process for trial, process in self._busy.items() if number in (None, trial)]
        for process in ended:
            process.cancelled = True

    @property
    def stopping(self) -> bool:
        return self._stopping

    def _take(self) -> "Child":
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return Child(self._payload, tuple(self._study._metrics))


class Child:
    """One process and the connection to it."""

    def __init__(self, payload: bytes, metrics: "tuple[str, ...]"):
        self.cancelled = False
        self._killed = False
        spawn = multiprocessing.get_context("spawn")
        self.connection, far = spawn.Pipe()
        self.process = spawn.Process(target=child.main, args=(far, payload, metrics), name="sextant worker")
        # Until it ignores Ctrl-C by itself, it is not to hear of it.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self.process.start()
        except Exception as failed:
            raise WorkerError(f"A worker process cannot be started: {failed}") from failed
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            far.close()
        self._await_ready()

    def _await_ready(self) -> None:
        try:
            kind, text = self.connection.recv()
        except (EOFError, OSError):
            self.process.join(GRACE)
            raise WorkerError(
                f"A worker process ended while it started, with exit code {self.process.exitcode}; what it said stands above.\n"
                "A script that uses workers needs its calls below  if __name__ == \"__main__\":  as each process imports the script.") from None
        if kind != "ready":
            self.kill()
            raise WorkerError(f"The objective cannot be used in a worker process: {text}\n"
                              "Define it with 'def' at the top of a module, or use threads instead of workers.")

    def end(self) -> None:
        """Lets it end by itself, and soon."""
        try:
            self.connection.send(None)
        except (OSError, ValueError):
            pass
        self.process.join(GRACE / 5)
        self.kill()

    def kill(self) -> None:
        """Ends it and all that it started. Idempotent."""
        if self._killed:
            return
        self._killed = True
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.process.is_alive():
                self._signal(number)
                self.process.join(GRACE)
        self._signal(signal.SIGKILL)
        self.connection.close()

    def _signal(self, number: int) -> None:
        try:
            os.killpg(self.process.pid or 0, number)
        except (ProcessLookupError, PermissionError):
            if self.process.is_alive():
                os.kill(self.process.pid or 0, number)


class _Dialogue:
    """What is said between us and the process while it runs one trial."""

    def __init__(self, study: "Study", trial: Trial, process: Child, timeout: Optional[float], all_of_them: Processes):
        self.study = study
        self.trial = trial
        self.process = process
        self.timeout = timeout
        self.until = None if timeout is None else time.monotonic() + timeout
        self.looked = time.monotonic()
        self.all = all_of_them

    def hold(self) -> bool:
        """Until the trial has ended; whether the process has to end, too."""
        self.process.connection.send(child.Task.of(self.trial))
        while True:
            ended = self._look_around()
            if ended:
                return True
            ready = multiprocessing.connection.wait([self.process.connection, self.process.process.sentinel], 0.1)
            message = self._heard() if ready else ("", None)
            if message is None:
                return self._died()
            if self._answered(*message):
                return False

    def _heard(self) -> "Optional[tuple[str, Any]]":
        """A message; None if there will be no more."""
        try:
            return self.process.connection.recv() if self.process.connection.poll() else None
        except (EOFError, OSError):
            return None

    def _look_around(self) -> bool:
        if self.all.stopping:
            self.process.kill()
            self.trial.give_back()
            return True
        if self.until is not None and time.monotonic() > self.until:
            self.process.kill()
            self.trial.fail(f"it took longer than {self.timeout:g} s")
            return True
        if self.process.cancelled or self._stopped_elsewhere():
            self.process.kill()
            self.trial.fail("it was stopped")
            return True
        return False

    def _stopped_elsewhere(self) -> bool:
        now = time.monotonic()
        if now - self.looked < LOOK:
            return False
        self.looked = now
        seen = self.study.trial(self.trial.number)
        return seen.state != "running" or seen.attempt != self.trial.attempt

    def _died(self) -> bool:
        self.process.process.join(GRACE)
        code = self.process.process.exitcode
        how = f"was killed by {signal.Signals(-code).name}" if code is not None and code < 0 else f"ended with exit code {code}"
        self.trial.fail(f"its process {how}")
        return True

    def _answered(self, kind: str, said: Any) -> bool:
        """Deals with a message; whether it was the last of the trial."""
        if kind == "report":
            self.process.connection.send(self._reported(*said))
        elif kind == "told":
            outcome, trace = said
            if isinstance(outcome, str):
                log.info("Trial %d of study %r failed.\n%s", self.trial.number, self.study.name, trace)
                self.trial.fail(outcome)
            elif self.trial.decision is STOPPED:
                self.trial.give_back()
            else:
                self.trial.tell(outcome or None)
        return kind == "told"

    def _reported(self, step: int, values: Dict[str, float]) -> Any:
        """The decision, or the exception that the objective is to get."""
        try:
            return self.trial.report(step, **values)
        except SextantError as refused:
            if refused.code in ("program", "connection"):
                raise
            return refused


def _refuse_nested() -> None:
    if getattr(multiprocessing.process.current_process(), "_inheriting", False):
        raise WorkerError(
            "This script is being imported by a worker process, and would tune again.\n"
            "Put what it does below  if __name__ == \"__main__\":  so that only the script itself does it.")


def packed(call: Call) -> bytes:
    """An objective as bytes that a new process of this Python can read, or WorkerError that says what to do."""
    name = getattr(call.objective, "__qualname__", repr(call.objective))
    interactive = getattr(call.objective, "__module__", None) == "__main__" and not hasattr(sys.modules["__main__"], "__file__")
    why: Any = "it was defined in a notebook or at a prompt, which a new process cannot import"
    if not interactive:
        try:
            return pickle.dumps(call)
        except Exception as failed:
            why = failed
    try:
        import cloudpickle  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise WorkerError(
            f"{name} cannot be sent to a worker process: {why}.\n"
            "Define it with 'def' at the top of a module, install cloudpickle, or use threads instead of workers.") from None
    try:
        return bytes(cloudpickle.dumps(call))
    except Exception as failed:
        raise WorkerError(f"{name} cannot be sent to a worker process: {failed}.\nUse threads instead of workers.") from failed
