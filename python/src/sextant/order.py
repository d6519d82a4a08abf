"""In which order trials begin, and in which they end."""

from __future__ import annotations

import time
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional

from .transport import Answer, Transport
from .trial import TrialRecord

PATIENCE = 30.0
"""Seconds that a server may keep an answer back."""

GLANCE = 0.2
"""Seconds after which somebody who cannot wait is asked again."""

MOST = 500
"""Numbers in one question."""

QUEUE = 100_000
"""Trials of the queue in one answer."""


class InOrder:
    """What a study does about the order of its trials."""

    _transport: Transport

    def _call(self, kind: str, **members: Any) -> Answer:
        raise NotImplementedError

    def _record(self, said: Mapping[str, Any]) -> TrialRecord:
        raise NotImplementedError

    def prioritise(self, priorities: Mapping[int, int]) -> List[int]:
        """How urgent trials are, by number: of those that wait, the highest comes first. Those that have ended meanwhile."""
        late: List[int] = self._call("prioritise", priorities=[{"trial": t, "priority": p} for t, p in priorities.items()])["late"]
        return late

    def queue(self) -> Dict[int, int]:
        """The priorities of the trials that wait, by number, the next one first."""
        return {waiting["trial"]: waiting["priority"] for waiting in self._call("queue", count=QUEUE)["queue"]}

    def as_completed(self, trials: Optional[Iterable[int]] = None, *, timeout: Optional[float] = None) -> Iterator[TrialRecord]:
        """Trials as they end, whoever runs them, each once: `for done in study.as_completed([7, 8])`, until all of those have ended.

        Without numbers every trial from the first on, for ever; TimeoutError if none ends within the timeout, in seconds.
        """
        missing = None if trials is None else set(trials)
        after, until = 0, _until(timeout)
        while missing is None or missing:
            left = PATIENCE if until is None else until - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"No trial ended within {timeout:g} s.")
            answer = self._finished(after, missing, left)
            after = answer["next"]
            for said in answer["trials"]:
                if missing is None or said["trial"] in missing:
                    missing = None if missing is None else missing - {said["trial"]}
                    yield self._record(said)
                    until = _until(timeout)

    def _finished(self, after: int, missing: Optional[Iterable[int]], left: float) -> Answer:
        numbers = None if missing is None else sorted(missing)
        asked: Dict[str, Any] = {"trials": numbers} if numbers is not None and len(numbers) <= MOST else {}
        if self._transport.waits:
            asked["wait"] = f"{max(1, int(1000 * min(left, PATIENCE)))}ms"
        answer = self._call("finished", after=after, **asked)
        if not answer["trials"] and not self._transport.waits:
            time.sleep(min(GLANCE, left))
        return answer


def _until(timeout: Optional[float]) -> Optional[float]:
    return None if timeout is None else time.monotonic() + timeout
