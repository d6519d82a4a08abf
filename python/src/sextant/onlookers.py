"""Who looks on while a study runs: a view in a notebook, a bar on a terminal, or nobody."""

from __future__ import annotations

import contextlib
import shutil
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, ContextManager, Optional

from .errors import SextantError
from .notebook.kernel import in_notebook

if TYPE_CHECKING:
    from .study import Study

SETTLED = ("complete", "failed", "pruned", "cancelled")

LOOK = 1.0
"""Seconds between two looks at what others do."""

REDRAWN = 0.2
"""Seconds between two drawings."""


def onlooker(study: "Study", wanted: Optional[bool]) -> ContextManager[Any]:
    """The bar if wanted; if nothing was said, a view in a notebook, or the bar if standard error is a terminal."""
    if wanted is False:
        return contextlib.nullcontext()
    if in_notebook():
        from .notebook.live import Live
        return Live(study)
    return Bar(study) if wanted or sys.stderr.isatty() else contextlib.nullcontext()


def watch(study: "Study") -> None:
    """Looks at a study again and again; only at what was not settled at the last look."""
    first = 0
    with contextlib.suppress(KeyboardInterrupt), onlooker(study, True):
        while True:
            unsettled = [record.number for record in map(study.board.learn, study.iter_trials(first)) if record.state not in SETTLED]
            first = min(unsettled, default=len(study.board.all()))
            budget = ((study._form or {}).get("budget") or {}).get("trials")
            counts = study.board.counts()
            if isinstance(budget, int) and sum(counts[state] for state in ("complete", "failed", "pruned")) >= budget:
                return
            time.sleep(LOOK)


class Bar:
    """One line on standard error: how many trials of how many, what runs, what failed, the best so far, the time left."""

    def __init__(self, study: "Study"):
        self._study = study
        self._over = threading.Event()
        self._began = time.monotonic()
        self._thread = threading.Thread(target=self._draw, name="sextant bar", daemon=True)

    def __enter__(self) -> "Bar":
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._over.set()
        self._thread.join()
        self._write(self.line() + "\n")

    def _draw(self) -> None:
        while not self._over.wait(REDRAWN):
            self._write(self.line())

    @staticmethod
    def _write(line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        end = "\n" if line.endswith("\n") else ""
        print(f"\r\x1b[K{line.rstrip()[:width]}{end}", end="", file=sys.stderr, flush=True)

    def line(self) -> str:
        """What the line says now."""
        counts = self._study.board.counts()
        done = counts["complete"] + counts["failed"] + counts["pruned"]
        budget = ((self._study._form or {}).get("budget") or {}).get("trials")
        parts = [_share(done, budget) if budget else f"{done} trials"]
        parts += [f"{counts[state]} {state}" for state in ("running", "failed", "pruned") if counts[state]]
        parts += [self._best(), self._left(done, budget)]
        return " · ".join(part for part in parts if part)

    def _best(self) -> str:
        try:
            front = self._study.front if self._study.board.counts()["complete"] else []
        except SextantError:
            return ""  # whoever runs it says what is wrong
        if len(front) > 1:
            return f"front of {len(front)}"
        if not front:
            return ""
        settings = " ".join(f"{name}={_short(value)}" for name, value in front[0].flat.items())
        figures = " ".join(f"{name}={_short(value)}" for name, value in front[0].values.items())
        return f"best {figures} (trial {front[0].number}: {settings})"

    def _left(self, done: int, budget: Any) -> str:
        if not (isinstance(budget, int) and 0 < done < budget):
            return ""
        seconds = int((time.monotonic() - self._began) / done * (budget - done))
        return f"{seconds // 60}:{seconds % 60:02d} left"


def _share(done: int, budget: int) -> str:
    filled = min(20, 20 * done // budget)
    return f"{done}/{budget} {'█' * filled}{'░' * (20 - filled)}"


def _short(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
