"""What a study did here: the trials asked for in this process, with what they reported, for those who look on."""

from __future__ import annotations

import collections
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Tuple

if TYPE_CHECKING:
    from .trial import Told, Trial, TrialRecord


@dataclass
class Seen:
    """A trial as it was seen here. `curve`: what it reported, as (step, values); `begun`, `ended`: seconds since the epoch."""

    number: int
    attempt: int
    parameters: Dict[str, Any]
    state: str = "running"
    values: Dict[str, float] = field(default_factory=dict)
    curve: List[Tuple[int, Dict[str, float]]] = field(default_factory=list)
    reason: Optional[str] = None
    begun: float = 0.0
    ended: Optional[float] = None


class Board:
    """Trials by number. Thread-safe; costs no request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: Dict[int, Seen] = {}
        self.version = 0

    def asked(self, trial: "Trial") -> None:
        with self._lock:
            before = self._seen.get(trial.number)
            self._seen[trial.number] = Seen(trial.number, trial.attempt, trial.parameters, curve=before.curve if before else [],
                                            begun=time.time())
            self.version += 1

    def reported(self, trial: "Trial", step: int, values: Mapping[str, float]) -> None:
        with self._lock:
            seen = self._seen.get(trial.number)
            if seen is not None:
                seen.curve.append((step, dict(values)))
                seen.values.update(values)
                self.version += 1

    def told(self, trial: "Trial", outcome: Mapping[str, Any], told: "Told") -> None:
        """Its end here; a result that came too late was not taken, and the trial has the state it had by then."""
        state = told.state or "cancelled"
        if told:
            state = "failed" if "failed" in outcome else "pruned" if "pruned" in outcome else "paused" if "paused" in outcome else "complete"
        self._ended(trial, state, outcome.get("failed") or told.why, outcome.get("values"))

    def returned(self, trial: "Trial") -> None:
        self._ended(trial, "queued", None, None)

    def queued(self, numbers: Iterable[int]) -> None:
        """They wait to be run again."""
        with self._lock:
            for seen in filter(None, map(self._seen.get, numbers)):
                seen.state, seen.reason, seen.ended = "queued", None, None
            self.version += 1

    def _ended(self, trial: "Trial", state: str, reason: Optional[str], values: Optional[Mapping[str, float]]) -> None:
        with self._lock:
            seen = self._seen.get(trial.number)
            if seen is not None:
                seen.state, seen.reason, seen.ended = state, reason, time.time()
                seen.values = {} if state == "failed" else dict(values or seen.values)
                self.version += 1

    def learn(self, record: "TrialRecord") -> "TrialRecord":
        """Takes down what the study says of a trial that was not seen here, or that others had a hand in."""
        with self._lock:
            seen = self._seen.get(record.number)
            if seen is None or (seen.state, seen.attempt) != (record.state, record.attempt):
                self._seen[record.number] = Seen(
                    record.number, record.attempt, record.parameters, record.state, record.values, seen.curve if seen else [], record.reason,
                    record.started.timestamp() if record.started else 0.0, record.finished.timestamp() if record.finished else None)
                self.version += 1
        return record

    def all(self) -> List[Seen]:
        """By the order in which they were first seen."""
        with self._lock:
            return list(self._seen.values())

    def counts(self) -> "collections.Counter[str]":
        return collections.Counter(seen.state for seen in self.all())

    def failures(self) -> str:
        """What went wrong, grouped, the most frequent first; empty if nothing did."""
        reasons = collections.Counter(seen.reason for seen in self.all() if seen.state == "failed")
        lines = [f"{count} × {why}" for why, count in reasons.most_common(5)]
        return "".join(["\nFailed here:", *("\n  " + line for line in lines)]) if lines else ""
