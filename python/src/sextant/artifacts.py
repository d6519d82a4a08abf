"""Artifacts: files that trials with a command leave, and that their study names."""

from __future__ import annotations

import hashlib
import os
import pathlib
import secrets
import urllib.parse
from dataclasses import dataclass
from typing import Any, List

from .errors import SextantError
from .http import Http
from .program import PathLike


@dataclass(frozen=True)
class Artifact:
    """A file that a trial left: its `name` in the run folder, `size` in bytes, `sha256`; `here`: whether the server has it already."""

    name: str
    size: int
    sha256: str
    here: bool


def listed(transport: Any, study: str, trial: int) -> List[Artifact]:
    """What a trial left."""
    said = _server(transport).call("artifacts", study=study, trial=trial)
    return [Artifact(one["name"], one["size"], one["sha256"], one["here"]) for one in said["artifacts"]]


def fetched(transport: Any, study: str, trial: int, name: str, to: PathLike) -> pathlib.Path:
    """A file of a trial, saved as a whole or not at all; `to` names the file, or a folder for it."""
    server = _server(transport)
    target = pathlib.Path(to)
    if target.is_dir():
        target = target / name.rpartition("/")[2]
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    path = f"/api/v1/studies/{urllib.parse.quote(study, safe='')}/trials/{trial}/artifacts/{urllib.parse.quote(name, safe='')}"
    digest = hashlib.sha256()
    try:
        with open(draft, "wb") as out:
            def write(part: bytes) -> None:
                digest.update(part)
                out.write(part)
            wanted = server.download(path, write)
        if digest.hexdigest() != wanted:
            raise SextantError(f"The artifact {name!r} of trial {trial} broke off on its way: what came is not what it is. Try again.", code="connection")
        os.replace(draft, target)
    finally:
        if draft.exists():
            draft.unlink()
    return target


def _server(transport: Any) -> Http:
    if isinstance(transport, Http):
        return transport
    raise SextantError("Artifacts are had from a server: sextant.connect(URL).load(STUDY).\n"
                       "On this machine: sextant artifacts STUDY TRIAL NAME --output FILE", code="not_allowed")
