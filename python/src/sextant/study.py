"""A study: ask for trials, tell results, look at what was found, steer."""

from __future__ import annotations

import pathlib
import threading
import time
from dataclasses import dataclass
from typing import Any, AsyncIterator, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Union, overload

from . import form as forms
from .artifacts import Artifact, fetched, listed
from .awaiting import aask, arun
from .board import Board
from .order import InOrder
from .errors import NoResultError, NothingNowError, SextantError, UnknownTrialError
from .objective import Objective, figures, unsound
from .program import PathLike
from .space import lists
from .threads import in_thread
from .transport import Answer, Transport
from .trial import STOPPED, Decision, Told, Trial, TrialRecord

PAGE = 10_000
"""Trials in one answer when all are read."""

GLANCE = 0.5
"""Seconds after which a study that has nothing to run now is asked again, as others may have changed it."""


@dataclass(frozen=True)
class Ending:
    """Why a study gives no more trials: `trials time target patience improvement exhausted failures`, or `interrupted` here."""

    kind: str
    why: str


@dataclass(frozen=True)
class Importance:
    """Which parameters mattered: `parameters` has the entries of `importance --json`, the most important first."""

    metric: str
    method: str
    parameters: List[Dict[str, Any]]
    said: Dict[str, Any]

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return iter(self.parameters)


class Study(InOrder):
    """One search. Thread-safe. Made by `sextant.tune`, `create` and `load`, or by the same methods of a client.

    As a context manager it closes itself. Trials that were asked for and not told return to the queue when it closes, or when
    this process ends, however it does.
    """

    def __init__(self, transport: Transport, name: str, form: Optional[Mapping[str, Any]] = None,
                 close: Optional[Callable[[], None]] = None):
        self.name = name
        self.ending: Optional[Ending] = None
        """Why the last `ask` or `run` got no more trials; None while there may be more."""
        self.board = Board()
        self.paused = False
        """Whether `pause` was said here, and not yet `resume`."""
        self._transport = transport
        self._form = form
        self._close = close
        self._metrics = forms.metrics(form) if form else []
        self._lists = lists(form["space"]) if form else None
        self._changed = threading.Condition()
        self._version = 0
        self._left: List[Trial] = []
        self._run: Any = None

    def __repr__(self) -> str:
        return f"<sextant.Study {self.name!r} in {self._transport.where}>"

    # Asking and telling

    def _call(self, kind: str, **members: Any) -> Answer:
        return self._transport.call(kind, study=self.name, **{name: value for name, value in members.items() if value is not None})

    @overload
    def ask(self, count: None = None, *, timeout: Union[float, str, None] = 0) -> Optional[Trial]: ...

    @overload
    def ask(self, count: int, *, timeout: Union[float, str, None] = 0) -> List[Trial]: ...

    def ask(self, count: Optional[int] = None, *, timeout: Union[float, str, None] = 0) -> Union[Trial, List[Trial], None]:
        """The next trial to run, or up to `count` of them; None, or no trials, when the study is over (`ending` says why).

        If there is none now but will be after results have come, waits for `timeout` (seconds or '5m'; None: for ever), and
        then raises NothingNowError.
        """
        patience = forms.seconds(timeout)
        until = None if patience is None else time.monotonic() + patience
        while True:
            version = self._version
            rest = None if until is None else until - time.monotonic()
            trials, wait = self._ask_once(1 if count is None else count, rest)
            if trials or self.ending:
                return trials if count is not None else trials[0] if trials else None
            if rest is not None and rest <= 0:
                raise NothingNowError(
                    f"Study {self.name!r} has nothing to run now: {wait}.\nTell a trial that runs, or give ask a timeout.")
            self._await_change(version, rest)

    def _ask_once(self, count: int, patience: Optional[float]) -> Tuple[List[Trial], str]:
        """Trials, or why there are none now."""
        with self._changed:
            if self._left:
                given, self._left = self._left[:count], self._left[count:]
                return given, ""
        longer = {}
        if self._transport.waits and (patience is None or patience > 0):
            longer["wait"] = f"{round(1000 * min(patience or 1.0, 1.0))}ms"
        answer = self._call("ask", count=count, late=lambda answer: self._keep(self._given(answer)), **longer)
        self.ending = Ending(answer["ending"], answer["why"]) if answer.get("exhausted") else None
        return self._given(answer), answer.get("why", "")

    def _given(self, answer: Answer) -> List[Trial]:
        trials = [Trial.of(self, asked) for asked in answer.get("trials", ())]
        for trial in trials:
            self.board.asked(trial)
        return trials

    def _keep(self, trials: Sequence[Trial]) -> None:
        """Keeps trials that nobody was there to take; the next to ask gets them."""
        with self._changed:
            self._left.extend(trials)
        self._notify()

    def _notify(self) -> None:
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def _await_change(self, version: int, patience: Optional[float]) -> None:
        """Until something was told or steered here since then, or a glance has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != version, GLANCE if patience is None else min(GLANCE, max(0.0, patience)))

    def tell(self, trial: Union[Trial, int], value: Any = None, **values: float) -> Told:
        """The result of a trial, by its number if it was asked for elsewhere: `tell(7, 0.2)`, `tell(7, loss=0.2)`."""
        return trial.tell(value, **values) if isinstance(trial, Trial) else self._tell_figures(trial, None, self._figures(value, values))

    def fail(self, trial: Union[Trial, int], why: str) -> Told:
        """A trial failed."""
        return trial.fail(why) if isinstance(trial, Trial) else self._tell_number(trial, None, {"failed": why})

    def _figures(self, value: Any, values: Mapping[str, Any]) -> Dict[str, float]:
        return figures(value, values, self._metrics)

    def _report(self, trial: Trial, step: int, values: Mapping[str, float]) -> Decision:
        answer = self._call("report", trial=trial.number, attempt=trial.attempt, step=step, values=dict(values))
        self.board.reported(trial, step, values)
        stopped = self._run is not None and self._run.stopping
        return STOPPED if stopped else Decision(answer["decision"], answer.get("why"))

    def _finish(self, trial: Trial, value: Any, values: Mapping[str, Any]) -> Told:
        given = self._figures(value, values)
        wrong = unsound(given)
        if wrong:
            return self._tell(trial, {"failed": wrong})
        if trial.decision.go_on:
            if not (given or trial.reported):
                raise TypeError("tell() needs a value: none was given, and none was reported before.")
            return self._tell(trial, {"values": given or trial.reported})
        kept = {"values": given} if given else {}
        return self._tell(trial, {"pruned" if trial.decision.stop else "paused": True, **kept})

    def _tell_figures(self, number: int, attempt: Optional[int], given: Mapping[str, float]) -> Told:
        wrong = unsound(given)
        return self._tell_number(number, attempt, {"failed": wrong} if wrong else {"values": dict(given)})

    def _tell(self, trial: Trial, outcome: Mapping[str, Any]) -> Told:
        told = self._tell_number(trial.number, trial.attempt, outcome)
        self.board.told(trial, outcome, told)
        return told

    def _tell_number(self, number: int, attempt: Optional[int], outcome: Mapping[str, Any]) -> Told:
        answer = self._call("tell", trial=number, attempt=attempt, **outcome)
        self._notify()
        return Told(answer["ok"], answer.get("state"), answer.get("why"))

    def _give_back(self, trial: Trial) -> None:
        try:
            self._call("pause", trial=trial.number)
            self._call("resume", trial=trial.number)
        except SextantError as ended:
            if ended.code != "not_allowed":
                raise
        self.board.returned(trial)
        self._notify()

    # Reading

    @property
    def best(self) -> TrialRecord:
        """The best trial; NoResultError if none is complete. A study of several objectives has a `front`."""
        found = self._best()
        if len(found) != 1 and len(self._metrics) != 1:
            raise SextantError(f"Study {self.name!r} has several objectives: look at .front, its {len(found)} best trials.", code="not_allowed")
        return found[0]

    @property
    def front(self) -> List[TrialRecord]:
        """The best trials: with several objectives those that none other is better than in all; none if none is complete."""
        try:
            return self._best()
        except NoResultError:
            return []

    def _best(self) -> List[TrialRecord]:
        try:
            answer = self._call("best")
        except NoResultError as none:
            raise NoResultError(f"{none}{self.board.failures()}", at=none.at) from None
        return [self._record(said) for said in answer.get("trials", [answer.get("trial")])]

    def _record(self, said: Mapping[str, Any]) -> TrialRecord:
        return TrialRecord.of(said, tuple(self._metrics), self._lists)

    @property
    def trials(self) -> List[TrialRecord]:
        """Every trial, by rising number; read anew each time."""
        return list(self.iter_trials())

    def iter_trials(self, start: int = 0) -> Iterator[TrialRecord]:
        """Every trial from a number on, by rising number, read page by page."""
        while True:
            page = self._call("trials", **{"from": start, "count": PAGE})["trials"]
            yield from map(self._record, page)
            if len(page) < PAGE:
                return
            start = page[-1]["trial"] + 1

    def trial(self, number: int) -> TrialRecord:
        """One trial; UnknownTrialError if there is none of this number."""
        found = self._call("trials", **{"from": number, "count": 1})["trials"]
        if not found or found[0]["trial"] != number:
            raise UnknownTrialError(f"Study {self.name!r} has no trial {number}.")
        return self._record(found[0])

    def importance(self, *, method: Optional[str] = None, metric: Optional[str] = None, top: Optional[float] = None) -> Importance:
        """Which parameters mattered, by `ped-anova` or `fanova`; `top`: the share of trials that counts as good."""
        said = self._call("importance", method=method, metric=metric, top=top)
        return Importance(said["metric"], said.get("method", ""), said["parameters"], said)

    def to_pandas(self) -> Any:
        """The trials as a DataFrame, a row each, with the columns that `sextant export` writes. Needs pandas."""
        from .table import frame
        return frame(self.trials)

    def artifacts(self, trial: Union[Trial, TrialRecord, int]) -> List[Artifact]:
        """The files that a trial with a command left and that the study names; of a study on a server."""
        return listed(self._transport, self.name, trial if isinstance(trial, int) else trial.number)

    def artifact(self, trial: Union[Trial, TrialRecord, int], name: str, to: PathLike = ".") -> pathlib.Path:
        """Saves one of them, in the file or folder `to`, and answers where. One that lies on a worker is brought first."""
        return fetched(self._transport, self.name, trial if isinstance(trial, int) else trial.number, name, to)

    # Steering

    def enqueue(self, parameters: Optional[Mapping[str, Any]] = None, *, why: Optional[str] = None, priority: Optional[int] = None,
                **named: Any) -> int:
        """A configuration to try: `enqueue(lr=1e-3)`. What is not given takes its default; a higher priority is sooner. Its number."""
        number: int = self._call("enqueue", parameters={**(parameters or {}), **named}, why=why, priority=priority)["trial"]
        self._notify()
        return number

    def add(self, parameters: Mapping[str, Any], value: Any = None, *, why: Optional[str] = None, **values: float) -> int:
        """A result that was found elsewhere: `add({"lr": 1e-3}, 0.2)`. Its number."""
        number: int = self._call("add", parameters=dict(parameters), values=self._figures(value, values), why=why)["trial"]
        self._notify()
        return number

    def stop(self, trial: Optional[int] = None, *, why: Optional[str] = None) -> None:
        """Stops a trial for good; without one, the `run` of this study: what runs returns to the queue."""
        if trial is None and self._run is not None:
            self._run.stop()
            return
        self._call("stop", trial=trial, why=why)
        if self._run is not None and trial is not None:
            self._run.cancel(trial)
        self._notify()

    def pause(self, trial: Optional[int] = None, *, why: Optional[str] = None) -> None:
        """Puts a trial aside; without one, nothing new begins in the study until `resume`."""
        self._call("pause", trial=trial, why=why)
        self.paused = self.paused or trial is None
        if self._run is not None and trial is not None:
            self._run.cancel(trial)

    def resume(self, trial: Optional[int] = None) -> None:
        """Queues a trial again; without one, the study goes on."""
        self._call("resume", trial=trial)
        self.paused = self.paused and trial is not None
        self.board.queued([] if trial is None else [trial])
        self._notify()

    def retry(self, trial: Optional[int] = None) -> List[int]:
        """Runs a failed, lost or cancelled trial again; without one, all failed ones. Their numbers."""
        again: List[int] = self._call("retry", trial=trial, failed=True if trial is None else None)["trials"]
        self.board.queued(again)
        self._notify()
        return again

    def change(self, **budget: Any) -> None:
        """Changes the budget: `change(trials=200)`, `change(time="2h")`; what is not said stays."""
        settings = self._call("change", budget=forms.budget(budget))["settings"]
        if self._form is not None:
            self._form = {**self._form, "budget": settings["budget"]}
        self._notify()

    def delete(self) -> None:
        """Deletes the study and all it holds."""
        self._call("delete")
        self.close()

    def close(self) -> None:
        """Lets go of it. A study in memory is gone then; one that is stored is there for `load`. Idempotent."""
        close, self._close = self._close, None
        if close is not None:
            close()

    def __enter__(self) -> "Study":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    # Running

    def _begin(self, running: Any) -> None:
        if self._run is not None:
            raise SextantError(f"Study {self.name!r} is being run here already.", code="not_allowed")
        self._run = running

    def run(self, objective: Objective, *, trials: Optional[int] = None, workers: int = 1, threads: Optional[int] = None,
            timeout: Union[float, str, None] = None, progress: Optional[bool] = None) -> "Study":
        """Asks, computes and tells until the study is over, or `trials` more trials have begun. See `sextant.tune`."""
        from .running import run
        run(self, objective, trials=trials, workers=workers, threads=threads, timeout=forms.seconds(timeout), progress=progress)
        return self

    def watch(self) -> None:
        """Shows the study while others work at it, until its budget is used or Ctrl-C: a live view in a notebook, else a line."""
        from .onlookers import watch
        watch(self)

    async def arun(self, objective: Objective, *, trials: Optional[int] = None, at_once: int = 1) -> "Study":
        """`run` for an objective that is a coroutine function; up to `at_once` of them are awaited at the same time."""
        await arun(self, objective, trials=trials, at_once=at_once)
        return self

    def __iter__(self) -> Iterator[Trial]:
        """The trials to run, one after another, until the study is over: `for trial in study: trial.tell(f(trial["x"]))`.

        Waits for trials of others, but not for one of its own that was not told.
        """
        trial = self.ask(timeout=None)
        while trial is not None:
            yield trial
            trial = self.ask(timeout=0 if trial.told is None else None)

    async def __aiter__(self) -> AsyncIterator[Trial]:
        """The trials to run, as they come: `async for trial in study: await trial.atell(…)`."""
        while True:
            trial = await self.aask()
            if trial is None:
                return
            yield trial

    async def aask(self) -> Optional[Trial]:
        """The next trial, awaited as long as it takes; None when the study is over."""
        return await aask(self)

    async def atell(self, trial: Union[Trial, int], value: Any = None, **values: float) -> Told:
        """`tell`, awaited."""
        return await in_thread(self.tell, trial, value, **values)

    def _repr_html_(self) -> str:
        from .notebook.page import study_page
        return study_page(self)
