"""Trials: one that runs, what a report of it is answered, and what became of it."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Tuple

from .space import nested
from .threads import in_thread

if TYPE_CHECKING:
    from .study import Study


@dataclass(frozen=True)
class Decision:
    """What a report is answered: go on, stop (it promises little, or was stopped), or pause (it may go on later).

    Exactly one of `go_on`, `stop`, `pause` is true. After `stop` or `pause` save a checkpoint if there is one to save,
    and return. `why` says more where there is more to say.
    """

    kind: str = "continue"
    why: Optional[str] = None

    @property
    def go_on(self) -> bool:
        return self.kind == "continue"

    @property
    def stop(self) -> bool:
        return self.kind == "stop"

    @property
    def pause(self) -> bool:
        return self.kind == "pause"

    def __bool__(self) -> bool:
        raise TypeError("A decision is neither true nor false; ask for .go_on, .stop or .pause.\nExample: if not trial.report(step, loss=loss).go_on: break")


STOPPED = Decision("stop", "the run was stopped")
"""What a report is answered while a run comes to an end: its trial returns to the queue."""


@dataclass(frozen=True)
class Told:
    """Whether a result was taken; true if so. A trial that had ended or was stopped takes none: `state` and `why` say so."""

    taken: bool
    state: Optional[str] = None
    why: Optional[str] = None

    def __bool__(self) -> bool:
        return self.taken


@dataclass
class Trial:
    """A trial that runs here: compute with its `parameters`, `report` steps if there are any, and `tell` the result.

    In an objective of `tune` the result is what it returns; there `tell` is not needed. As a context manager it tells that
    it failed when the block raises, and goes back to the queue on Ctrl-C.

    `number` in its study, from 0; `attempt` from 1. `parent`: the trial from whose checkpoint it goes on; `checkpoint`,
    `parent_checkpoint`: folders, if the study has any. `worker`: from 0, which of those of `tune` runs it, e.g. to choose a GPU.
    """

    study: "Study" = field(repr=False)
    number: int
    attempt: int
    parameters: Dict[str, Any]
    parent: Optional[int] = None
    checkpoint: Optional[str] = None
    parent_checkpoint: Optional[str] = None
    worker: int = 0
    decision: Decision = field(default=Decision(), repr=False)
    """What the last report was answered."""
    reported: Dict[str, float] = field(default_factory=dict, repr=False)
    """The last figures that were reported, by metric."""
    step: Optional[int] = field(default=None, repr=False)
    """The last step that was reported."""
    told: Optional[Told] = field(default=None, repr=False)

    @classmethod
    def of(cls, study: "Study", asked: Mapping[str, Any]) -> "Trial":
        """From an entry of the answer to `ask`."""
        return cls(study, asked["trial"], asked["attempt"], dict(asked["parameters"]), asked.get("parent"),
                   asked.get("checkpoint"), asked.get("parent_checkpoint"))

    def __getitem__(self, parameter: str) -> Any:
        return self.parameters[parameter]

    def report(self, step: int, value: Optional[float] = None, **values: float) -> Decision:
        """Figures at a step (a whole number from 0): `report(3, loss=0.2)`, or `report(3, 0.2)` for the only objective.

        Raises no exception to stop anything; the decision says what to do. A figure that is no number (NaN, infinity) is not kept.
        """
        figures = self.study._figures(value, values)
        sound = {name: number for name, number in figures.items() if math.isfinite(number)}
        if not sound:
            return Decision(why="no finite figure was reported")
        self.reported.update(sound)
        self.step = step
        self.decision = self.study._report(self, step, sound)
        return self.decision

    def tell(self, value: Any = None, **values: float) -> Told:
        """The result: `tell(0.2)`, or by metric `tell(loss=0.2, latency=12)`.

        After a decision to stop or pause this keeps the figures of a trial that stopped there. NaN and infinity fail it.
        """
        self.told = self.study._finish(self, value, values)
        return self.told

    def fail(self, why: str) -> Told:
        """It failed: it has no value. The study goes on."""
        self.told = self.study._tell(self, {"failed": why.strip() or "it failed"})
        return self.told

    def give_back(self) -> None:
        """Puts it back into the queue: whoever asks next gets it, as its next attempt."""
        self.study._give_back(self)

    def __enter__(self) -> "Trial":
        return self

    def __exit__(self, kind: Optional[type], error: Optional[BaseException], trace: Any) -> None:
        if self.told is not None or error is None:
            return
        if isinstance(error, Exception):
            self.fail(reason(error))
        else:
            self.give_back()

    async def areport(self, step: int, value: Optional[float] = None, **values: float) -> Decision:
        """`report`, awaited."""
        return await in_thread(self.report, step, value, **values)

    async def atell(self, value: Any = None, **values: float) -> Told:
        """`tell`, awaited."""
        return await in_thread(self.tell, value, **values)

    async def afail(self, why: str) -> Told:
        """`fail`, awaited."""
        return await in_thread(self.fail, why)


def reason(error: BaseException) -> str:
    """Why a trial failed, in a line: the exception, and where our caller's code raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = "" if trace is None else f" ({trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno})"
    text = str(error).strip()
    return f"{type(error).__name__}{': ' + text if text else ''}{where}"


@dataclass(frozen=True)
class TrialRecord:
    """What became of a trial. Immutable.

    `state` is one of `queued running paused complete failed pruned lost cancelled`. `parameters` has the active ones, lists as
    lists. `values`: figures by metric; `value`: that of the only objective. `reason`: why it failed; `why`: why it was tried.
    `origin`: who thought of it, `defaults strategy enqueued added`. Times are aware, in UTC.
    """

    number: int
    attempt: int
    state: str
    parameters: Dict[str, Any]
    values: Dict[str, float]
    value: Optional[float] = None
    fidelity: Optional[int] = None
    origin: str = "strategy"
    created: Optional[datetime.datetime] = None
    started: Optional[datetime.datetime] = None
    finished: Optional[datetime.datetime] = None
    why: Optional[str] = None
    reason: Optional[str] = None
    flat: Dict[str, Any] = field(default_factory=dict, repr=False)
    """The parameters with lists by their parts: `layer.length`, `layer.1.units`, …"""

    @classmethod
    def of(cls, said: Mapping[str, Any], objectives: Tuple[str, ...] = (), lists: Optional["set[str]"] = None) -> "TrialRecord":
        """From its JSON form (docs/reference/json.md)."""
        values = dict(said.get("values", {}))
        only = objectives[0] if len(objectives) == 1 else next(iter(values)) if not objectives and len(values) == 1 else None
        flat = dict(said["parameters"])
        return cls(
            number=said["trial"], attempt=said["attempt"], state=said["state"], parameters=nested(flat, lists), values=values,
            value=values.get(only) if only else None, fidelity=said.get("fidelity"), origin=said.get("origin", "strategy"),
            created=moment(said.get("created")), started=moment(said.get("started")), finished=moment(said.get("finished")),
            why=said.get("why"), reason=said.get("reason"), flat=flat)

    @property
    def seconds(self) -> Optional[float]:
        """From the start of its latest attempt to its end."""
        return (self.finished - self.started).total_seconds() if self.started and self.finished else None

    def _repr_html_(self) -> str:
        from .notebook.page import trial_page
        return trial_page(self)


def moment(text: Optional[str]) -> Optional[datetime.datetime]:
    """A moment as JSON has it, `2026-11-21T09:30:00.125Z`."""
    if text is None:
        return None
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.timezone.utc)
