"""Where studies are: in this machine's home by a process of our own, or on a server."""

from __future__ import annotations

import os
import secrets
from typing import Any, Callable, Dict, List, Optional, Union

from .form import searching, study_form
from .http import Http
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
        if "budget" in form:
            self._transport.call("change", study=name, budget=form["budget"])  # of one that was there already
        return Study(self._transport, name, form, close)

    def load(self, study: str) -> Study:
        """A stored study. UnknownStudyError if there is none of this name."""
        return self._load(study, None)

    def _load(self, name: str, close: Optional[Callable[[], None]]) -> Study:
        return Study(self._transport, name, self._transport.call("show", study=name)["spec"], close)

    def tune(self, objective: Objective, space: Space, *, study: Optional[str] = None, trials: Optional[int] = 100, workers: int = 1,
             threads: Optional[int] = None, timeout: Any = None, progress: Optional[bool] = None, **settings: Any) -> Study:
        """As `sextant.tune`, here."""
        return self.create(space, study=study, trials=trials, **searching(settings)).run(
            objective, workers=workers, threads=threads, timeout=timeout, progress=progress)

    async def atune(self, objective: Objective, space: Space, *, study: Optional[str] = None, trials: Optional[int] = 100,
                    at_once: int = 1, **settings: Any) -> Study:
        """As `sextant.atune`, here."""
        made: Study = await in_thread(self.create, space, study=study, trials=trials, **searching(settings))
        return await made.arun(objective, at_once=at_once)

    def studies(self, search: Optional[str] = None) -> List[Dict[str, Any]]:
        """What a server says of its studies, or of those with `search` in the name or a tag, in whatever case, the latest used first: `study`, `state`, `counts`, `budget`, `objectives`, …;
        of one that cannot be read only `study`, `state` (`unreadable`) and `message`."""
        found: List[Dict[str, Any]] = []
        asked: Dict[str, Any] = {} if search is None else {"search": search}
        while True:
            page = self._transport.call("studies", **asked)
            found += page["studies"]
            if "next" not in page:
                return found
            asked["after"] = page["next"]

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


def connect(url: str, *, token: Optional[str] = None, ca: Optional[str] = None, fingerprint: Optional[str] = None,
            patience: Union[float, str] = "5m") -> Client:
    """Studies on a server that `sextant serve` runs, e.g. `connect("http://127.0.0.1:7700")`.

    `token`: who you are; else $SEXTANT_TOKEN. For https: `ca`, a file with the certificate to trust, or `fingerprint`, the SHA-256 that the
    server shows when it starts. `patience`: for how long a server that cannot be reached is tried again.
    """
    client = Client(Http(url, token=token or os.environ.get("SEXTANT_TOKEN"), ca=ca, fingerprint=fingerprint, patience=patience), memory=False)
    client._transport.call("service")
    return client


def local(home: Optional[PathLike] = None, *, program: Optional[PathLike] = None) -> Client:
    """Studies on this machine, by one process `sextant pipe`.

    `home`: the folder with stored studies; else the nearest `.sextant` above the current folder, or $SEXTANT_HOME.
    `program`: where `sextant` is; else $SEXTANT, the PATH, or a checkout above the current folder.
    """
    return Client(Pipe(home, program), memory=True)
