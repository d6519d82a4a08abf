"""Where the program `sextant` is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Iterator, Optional, Union

from .errors import ProgramError

PathLike = Union[str, "os.PathLike[str]"]


def find(stated: Optional[PathLike] = None) -> str:
    """The program: the one stated, `$SEXTANT`, `sextant` on the PATH, or that of a checkout around this folder or this file."""
    if stated is not None:
        return _stated(Path(stated), "program")
    if os.environ.get("SEXTANT"):
        return _stated(Path(os.environ["SEXTANT"]), "$SEXTANT")
    found = shutil.which("sextant") or next(_checkouts(), None)
    if found is None:
        raise ProgramError(
            "The program 'sextant' was not found: $SEXTANT is not set, it is not on the PATH, and neither "
            f"{Path.cwd()} nor a folder above it is a checkout of Sextant.\n"
            "Set SEXTANT to the path of the program, e.g. SEXTANT=/opt/sextant/sextant.")
    return str(found)


def _stated(path: Path, who: str) -> str:
    program = path / "sextant" if path.is_dir() else path
    if not (program.is_file() and os.access(program, os.X_OK)):
        raise ProgramError(f"{who} is {str(path)!r}: no program is there.\nGive the path of 'sextant', or of the checkout that has it.")
    return str(program.resolve())


def _checkouts() -> Iterator[str]:
    for start in (Path.cwd(), Path(__file__).resolve().parent):
        for folder in (start, *start.parents):
            program = folder / "sextant"
            if program.is_file() and (folder / "pom.xml").is_file() and os.access(program, os.X_OK):
                yield str(program)
