"""Where studies are: in this machine's home by a process of our own, or on a server."""

from __future__ import annotations

import secrets
from typing import Any, Callable, Dict, Optional

from .form import study_form
from .objective import Objective
from .pipe import Pipe
from .program import PathLike
from .space import Space
from .study import Study
from .threads import in_thread
from .transport import Transport


class Client:
    """Studies in one place; they share one connection. A context manager that lets go of all of them. Thread-safe."""

    def __init__(self, transport: Transport, *, memory: bool):
        self._transport = transport
        self._memory = memory

    def __repr__(self) -> str:
        return f"<sextant.Client of {self._transport.where}>"

    def create(self, space: Space, *, study: Optional[str] = None, **settings: Any) -> Study:
        """A study to ask and tell, new or continued. See `sextant.create`."""
        return self._create(space, study, settings, None)

    def _create(self, space: Space, name: Optional[str], settings: Dict[str, Any], close: Optional[Callable[[], None]]) -> Study:
        form = study_form(space, settings)
        place: Dict[str, Any] = {"store": "home" if name else "memory"} if self._memory else {}
        name = name or f"python-{secrets.token_hex(4)}"
        self._transport.call("create", study=name, **form, **place)
        return Study(self._transport, name, form, close)

    def load(self, study: str) -> Study:
        """A stored study. UnknownStudyError if there is none of this name."""
        return self._load(study, None)

    def _load(self, name: str, close: Optional[Callable[[], None]]) -> Study:
        found = Study(self._transport, name, None, close)
        found._call("trials", count=1)
        return found

    def tune(self, objective: Objective, space: Space, *, study: Optional[str] = None, trials: Optional[int] = 100, workers: int = 1,
             threads: Optional[int] = None, timeout: Any = None, progress: Optional[bool] = None, **settings: Any) -> Study:
        """As `sextant.tune`, here."""
        return self.create(space, study=study, trials=trials, **settings).run(
            objective, workers=workers, threads=threads, timeout=timeout, progress=progress)

    async def atune(self, objective: Objective, space: Space, *, study: Optional[str] = None, trials: Optional[int] = 100,
                    at_once: int = 1, **settings: Any) -> Study:
        """As `sextant.atune`, here."""
        made: Study = await in_thread(self.create, space, study=study, trials=trials, **settings)
        return await made.arun(objective, at_once=at_once)

    def delete(self, study: str) -> None:
        """Deletes a stored study and all it holds."""
        self._transport.call("delete", study=study)

    def close(self) -> None:
        """Lets go of all studies. Trials that were asked for here and not told return to the queue. Idempotent."""
        self._transport.close()

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


def local(home: Optional[PathLike] = None, *, program: Optional[PathLike] = None) -> Client:
    """Studies on this machine, by one process `sextant pipe`.

    `home`: the folder with stored studies; else the nearest `.sextant` above the current folder, or $SEXTANT_HOME.
    `program`: where `sextant` is; else $SEXTANT, the PATH, or a checkout above the current folder.
    """
    return Client(Pipe(home, program), memory=True)
