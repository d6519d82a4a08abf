"""Hyperparameter optimisation that never loses a result.

    import sextant

    def objective(lr, layers):
        return train(lr, layers)

    study = sextant.tune(objective, {"lr": sextant.real(1e-5, 1e-1, log=True), "layers": sextant.integer(1, 6)})
    print(study.best.value, study.best.parameters)

How to: docs/how-to/use-from-python.md; every name: docs/reference/python.md.
"""

from __future__ import annotations

from typing import Any, Callable, Optional

from .artifacts import Artifact
from .client import Client, connect, local
from .errors import (
    ConnectionLostError, HeldError, NoResultError, NotAllowedError, NothingNowError, ProgramError, SextantError,
    StudyExistsError, UnknownStudyError, UnknownTrialError, WorkerError, WrongFormError)
from .form import searching
from .objective import Objective
from .program import PathLike
from .space import Domain, Space, boolean, choice, constant, integer, list_of, ordered, real
from .study import Ending, Importance, Study
from .threads import in_thread
from .trial import Decision, Told, Trial, TrialRecord

__all__ = [
    "Artifact", "Client", "ConnectionLostError", "Decision", "Domain", "Ending", "HeldError", "Importance", "NoResultError",
    "NotAllowedError", "NothingNowError", "ProgramError", "SextantError", "Study", "StudyExistsError", "Told", "Trial", "TrialRecord",
    "UnknownStudyError", "UnknownTrialError", "WorkerError", "WrongFormError", "atune", "boolean", "choice",
    "connect", "constant", "create", "integer", "list_of", "load", "local", "ordered", "real", "tune"]

__version__ = "0.1.0"


def tune(objective: Objective, space: Space, *, study: Optional[str] = None, trials: Optional[int] = 100, workers: int = 1,
         threads: Optional[int] = None, timeout: Any = None, progress: Optional[bool] = None,
         home: Optional[PathLike] = None, program: Optional[PathLike] = None, **settings: Any) -> Study:
    """Finds the parameters for which an objective is best; the study, with all it found.

    `objective` gets by name what it asks for: parameters, and `trial`, the trial itself. It returns a number, or figures by metric.
    What it raises fails that trial, and the search goes on. `space`: domains by name.

    `study`: a name keeps it on disk, in the home, and the same call again goes on; without a name it is in memory only.
    `trials`: complete, failed and pruned ones; more of the budget: `time stop_at stop_when patience max_failures`.
    `workers`: that many processes; `threads`: that many threads; else everything happens in the calling thread, and the same
    `seed` gives the same trials. `timeout`: the longest a trial may take, in a process. `progress`: whether there is a bar.

    `settings`: `metric goal objectives record limits require strategy stopping fidelity seed duplicates warm_start evolve`
    as in a study file. Ctrl-C ends the search; `study.ending` says so.
    """
    made = create(space, study=study, trials=trials, home=home, program=program, **searching(settings))
    try:
        return made.run(objective, workers=workers, threads=threads, timeout=timeout, progress=progress)
    except BaseException:
        made.close()
        raise


async def atune(objective: Objective, space: Space, *, study: Optional[str] = None, trials: Optional[int] = 100, at_once: int = 1,
                home: Optional[PathLike] = None, program: Optional[PathLike] = None, **settings: Any) -> Study:
    """`tune` for an objective that is a coroutine function; up to `at_once` of them are awaited at the same time."""
    made: Study = await in_thread(create, space, study=study, trials=trials, home=home, program=program, **searching(settings))
    try:
        return await made.arun(objective, at_once=at_once)
    except BaseException:
        made.close()
        raise


def create(space: Space, *, study: Optional[str] = None, home: Optional[PathLike] = None, program: Optional[PathLike] = None,
           **settings: Any) -> Study:
    """A study to ask and tell; settings as those of `tune`. It has no budget unless one is given.

    With a name it is kept on disk, and goes on if it is there already; without one it is in memory only.
    """
    return _alone(home, program, lambda client: client._create(space, study, settings, client.close))


def load(study: str, *, home: Optional[PathLike] = None, program: Optional[PathLike] = None) -> Study:
    """A stored study of this machine. UnknownStudyError if there is none of this name."""
    return _alone(home, program, lambda client: client._load(study, client.close))


def _alone(home: Optional[PathLike], program: Optional[PathLike], make: Callable[[Client], Study]) -> Study:
    """A study with a process of its own, which ends with it."""
    client = local(home, program=program)
    try:
        return make(client)
    except BaseException:
        client.close()
        raise
