"""Trials in the order in which they end."""

from __future__ import annotations

import time
from typing import Any, Callable, Iterator, List, Optional

from .trial import TrialRecord

PATIENCE = 30.0
"""Seconds that a server may keep an answer back."""

GLANCE = 0.2
"""Seconds after which somebody who cannot wait is asked again."""

MOST = 500
"""Numbers in one question."""


def completed(call: Callable[..., Any], waits: bool, trials: Optional[List[int]], timeout: Optional[float],
              record: Callable[[Any], TrialRecord]) -> Iterator[TrialRecord]:
    """What `Study.as_completed` gives."""
    missing = None if trials is None else set(trials)
    after, until = 0, _until(timeout)
    while missing is None or missing:
        left = PATIENCE if until is None else until - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"No trial ended within {timeout:g} s.")
        asked = {"trials": sorted(missing)} if missing is not None and len(missing) <= MOST else {}
        patience = {"wait": f"{max(1, int(1000 * min(left, PATIENCE)))}ms"} if waits else {}
        answer = call("finished", after=after, **asked, **patience)
        after = answer["next"]
        for said in answer["trials"]:
            if missing is None or said["trial"] in missing:
                missing = None if missing is None else missing - {said["trial"]}
                yield record(said)
                until = _until(timeout)
        if not answer["trials"] and not waits:
            time.sleep(min(GLANCE, max(0.0, left)))


def _until(timeout: Optional[float]) -> Optional[float]:
    return None if timeout is None else time.monotonic() + timeout
