"""Asks, computes and tells until a study is over: in the calling thread, in several threads, or in processes."""

from __future__ import annotations

import contextlib
import logging
import signal
import threading
import time
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional

from .errors import SextantError
from .objective import Call, Objective, inspect_coroutine
from .onlookers import onlooker
from .trial import STOPPED, Trial, reason

if TYPE_CHECKING:
    from .study import Study

log = logging.getLogger("sextant")

Evaluate = Callable[[Trial], None]
"""Runs a trial and tells its result."""


def run(study: "Study", objective: Objective, *, trials: Optional[int], workers: int, threads: Optional[int],
        timeout: Optional[float], progress: Optional[bool]) -> None:
    """Runs a study to its end. Ctrl-C ends it, too: what runs returns to the queue, and the study keeps what it found."""
    _check(workers, threads, timeout)
    inspect_coroutine(objective)
    running = Run(study, trials)
    call = Call(objective, study._form)
    study._begin(running)
    try:
        with onlooker(study, progress):
            if workers > 1 or timeout is not None:
                from .processes import Processes
                with Processes(study, call, workers, timeout) as processes:
                    running.at_once(workers, processes.evaluate, processes.cancel)
            elif threads is not None and threads > 1:
                running.at_once(threads, lambda trial: here(call, trial))
            else:
                running.one_by_one(lambda trial: here(call, trial))
    finally:
        study._run = None
    _conclude(study, running)


def _check(workers: int, threads: Optional[int], timeout: Optional[float]) -> None:
    if workers > 1 and threads is not None:
        raise ValueError(f"Either workers (processes) or threads, not both: workers={workers}, threads={threads}.")
    for name, count in (("workers", workers), ("threads", 1 if threads is None else threads)):
        if not isinstance(count, int) or isinstance(count, bool) or count < 1:
            raise ValueError(f"{name} is a whole number of at least 1, not {count!r}.")
    if timeout is not None and threads is not None:
        raise ValueError("timeout needs processes, as a thread cannot be ended from outside: give workers instead of threads.")


def _conclude(study: "Study", running: "Run") -> None:
    from .study import Ending
    if running.error is not None:
        raise running.error
    if running.stopping:
        study.ending = Ending("interrupted", "it was stopped before it was over; run it again to go on")
        log.warning("Study %r was stopped; what ran is queued again.", study.name)
    elif study.ending is not None and study.ending.kind == "failures":
        log.warning("Study %r has ended: %s.%s", study.name, study.ending.why, study.board.failures())


class Run:
    """One run of a study. `stopping`: it begins nothing more, and what runs is to come to an end. Thread-safe."""

    def __init__(self, study: "Study", limit: Optional[int]):
        self.stopping = False
        self.error: Optional[BaseException] = None
        self._study = study
        self._limit = limit
        self._begun = 0
        self._lock = threading.Lock()
        self._interruptible = False
        self._waking = False
        self._heard = False
        self._before: Any = None
        self._cancel: Callable[[Optional[int]], None] = lambda number: None
        self._active: Dict[int, Trial] = {}

    def stop(self) -> None:
        """As Ctrl-C would, from any thread."""
        with self._lock:
            self.stopping = True
            self._waking = self._waking or (self._interruptible and threading.current_thread() is not threading.main_thread())
        if self._waking:
            threading.Thread(target=self._wake, name="sextant wakes", daemon=True).start()
        self._study._notify()
        self._cancel(None)

    def _wake(self) -> None:
        """Until the main thread has heard it: a signal that comes just before it begins to wait does not end the waiting."""
        while True:
            with self._lock:
                if self._heard or not self._interruptible:
                    return
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            time.sleep(0.05)

    def _interrupt(self, number: int, frame: Any) -> None:
        """In the main thread, at a signal: of ours only the first one counts; Ctrl-C does what it did before."""
        if not self._waking:
            if callable(self._before):
                self._before(number, frame)
            elif self._before is signal.SIG_DFL:
                raise KeyboardInterrupt
        elif not self._heard:
            self._heard = True
            raise KeyboardInterrupt

    def cancel(self, number: int) -> None:
        """A trial was stopped or put aside: a process that runs it ends; elsewhere its next report says so."""
        self._cancel(number)

    def may_begin(self) -> bool:
        """Counts one more trial, if there may be one."""
        with self._lock:
            self._begun += 1
            return not self.stopping and (self._limit is None or self._begun <= self._limit)

    def next(self, worker: int) -> Optional[Trial]:
        """The next trial, as soon as there is one; None when the run is over."""
        if not self.may_begin():
            return None
        study = self._study
        while not self.stopping:
            version = study._version
            trials, _ = study._ask_once(1, 1.0)
            if trials and self.stopping:
                study._give_back(trials[0])
            elif trials:
                trials[0].worker = worker
                return trials[0]
            elif study.ending is not None:
                return None
            else:
                study._await_change(version, None)
        return None

    def one_by_one(self, evaluate: Evaluate) -> None:
        """In the calling thread."""
        in_main = threading.current_thread() is threading.main_thread()
        try:
            if in_main:
                self._before = signal.signal(signal.SIGINT, self._interrupt)
                self._interruptible = True
            self._work(0, evaluate)
            with self._lock:
                self._interruptible = False
        except KeyboardInterrupt:
            self._interruptible = False
            self.stopping = True
        finally:
            if in_main:
                signal.signal(signal.SIGINT, signal.SIG_DFL if self._before is None else self._before)

    def at_once(self, count: int, evaluate: Evaluate, cancel: Optional[Callable[[Optional[int]], None]] = None) -> None:
        """In threads of its own, which are left behind at the second Ctrl-C."""
        self._cancel = cancel or self._cancel
        ends = [threading.Event() for _ in range(count)]
        for index, end in enumerate(ends):
            threading.Thread(target=self._guarded, args=(index, evaluate, end), name=f"sextant worker {index}", daemon=True).start()
        try:
            self._await(ends)
        except KeyboardInterrupt:
            log.warning("Stopping: %d trials run. Ctrl-C once more leaves them behind.", len(self._active))
            self.stop()
            try:
                self._await(ends)
            except KeyboardInterrupt:
                for trial in list(self._active.values()):
                    self._study._give_back(trial)
                raise

    @staticmethod
    def _await(ends: List[threading.Event]) -> None:
        """Not by join: CPython takes a thread for ended whose join was interrupted (its issue 90882)."""
        for end in ends:
            while not end.wait(0.05):
                pass

    def _guarded(self, index: int, evaluate: Evaluate, end: threading.Event) -> None:
        try:
            self._work(index, evaluate)
        except BaseException as broken:
            self.error = self.error or broken
            self.stop()
        finally:
            end.set()

    def _work(self, index: int, evaluate: Evaluate) -> None:
        for trial in iter(lambda: self.next(index), None):
            self._active[trial.number] = trial
            try:
                evaluate(trial)
            except BaseException:
                if trial.told is None:
                    with contextlib.suppress(SextantError):
                        self._study._give_back(trial)
                raise
            finally:
                self._active.pop(trial.number, None)


def here(call: Call, trial: Trial) -> None:
    """Calls an objective in this thread and tells what it returned or raised."""
    try:
        result = call(trial)
    except (Exception, SystemExit) as failed:
        _broke(trial, failed)
        return
    if trial.told is not None:
        return
    if trial.decision is STOPPED:
        trial.give_back()
        return
    try:
        trial.tell(result)
    except TypeError as unusable:
        trial.fail(f"the objective returned {_shown(result)}: {unusable}")


def _broke(trial: Trial, failed: BaseException) -> None:
    if isinstance(failed, SextantError) and failed.code in ("program", "connection"):
        raise failed
    log.info("Trial %d of study %r failed.", trial.number, trial.study.name, exc_info=failed)
    if trial.told is None:
        trial.fail(reason(failed))


def _shown(result: Any) -> str:
    text = repr(result)
    return text if len(text) <= 60 else text[:59] + "…"
