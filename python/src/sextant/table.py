"""Trials as a table with the columns that `sextant export` writes."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence

from .trial import TrialRecord

FIRST = ("trial", "attempt", "state", "origin", "created", "started", "finished", "seconds")


def row(trial: TrialRecord) -> Dict[str, Any]:
    """One trial; columns without a value are left out."""
    cells = {"trial": trial.number, "attempt": trial.attempt, "state": trial.state, "origin": trial.origin, "created": trial.created,
             "started": trial.started, "finished": trial.finished, "seconds": trial.seconds}
    cells.update({f"parameters.{name}": value for name, value in trial.flat.items()})
    cells.update({"fidelity": trial.fidelity} if trial.fidelity is not None else {})
    cells.update({f"values.{name}": value for name, value in trial.values.items()})
    return {**cells, "why": trial.why, "reason": trial.reason}


def columns(rows: Sequence[Dict[str, Any]]) -> List[str]:
    """All columns, in the order in which `export` has them."""
    names = list(dict.fromkeys(name for cells in rows for name in cells))
    return sorted(names, key=_group)


def _group(name: str) -> int:
    if name in FIRST:
        return 0
    return 1 if name.startswith("parameters.") else 2 if name == "fidelity" else 3 if name.startswith("values.") else 4


def frame(trials: Sequence[TrialRecord]) -> Any:
    """A pandas DataFrame."""
    try:
        import pandas  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        raise ImportError("to_pandas() needs pandas, which is not installed.\nInstall it with 'pip install pandas', or use study.trials.") from None
    rows = [row(trial) for trial in trials]
    return pandas.DataFrame(rows, columns=columns(rows) or list(FIRST))
