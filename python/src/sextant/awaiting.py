"""A study in an event loop. Requests are made in threads; nothing here blocks the loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Optional

from .objective import Call, Objective
from .running import Run
from .trial import Trial, reason

if TYPE_CHECKING:
    from .study import Study

PATIENCE = 5.0
"""Seconds that an ask that was cancelled gets to end, so that what it was given is there for the next."""

BREATH = 0.05
"""Seconds between looks for something to run, while there is nothing."""


async def aask(study: "Study") -> Optional[Trial]:
    """The next trial; None when the study is over. One that arrives after it was cancelled is kept for the next to ask."""
    while True:
        asking = asyncio.get_running_loop().run_in_executor(None, study._ask_once, 1, 0.0)
        try:
            trials, _ = await asyncio.shield(asking)
        except asyncio.CancelledError:
            await asyncio.wait([asking], timeout=PATIENCE)
            if asking.done() and not asking.exception():
                study._keep(asking.result()[0])
            raise
        if trials or study.ending:
            return trials[0] if trials else None
        await asyncio.sleep(BREATH)


async def arun(study: "Study", objective: Objective, *, trials: Optional[int], at_once: int) -> None:
    """Runs a study whose objective is awaited. When it is cancelled, trials that run return to the queue."""
    call = Call(objective, study._form)
    running = Run(study, trials)
    study._begin(running)
    try:
        workers = [asyncio.ensure_future(_work(study, call, running, index)) for index in range(at_once)]
        try:
            await asyncio.wait(workers, return_when=asyncio.FIRST_EXCEPTION)
        finally:
            for worker in workers:
                worker.cancel()
            results = await asyncio.gather(*workers, return_exceptions=True)
        for broken in results:
            if isinstance(broken, Exception):
                raise broken
    finally:
        study._run = None


async def _work(study: "Study", call: Call, running: Run, index: int) -> None:
    while running.may_begin():
        trial = await aask(study)
        if trial is None:
            return
        trial.worker = index
        try:
            result = await call(trial)
        except Exception as failed:
            await trial.afail(reason(failed))
        except BaseException:
            study._keep([trial])
            raise
        else:
            await _tell(trial, result)


async def _tell(trial: Trial, result: object) -> None:
    if trial.told is None:
        try:
            await trial.atell(result)
        except TypeError as unusable:
            await trial.afail(f"the objective returned {result!r}: {unusable}")
