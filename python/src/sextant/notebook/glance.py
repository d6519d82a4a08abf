"""What a view shows of a study: bounded, however long it runs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from ..board import Seen

if TYPE_CHECKING:
    from ..study import Study

ROWS = 400
"""Trials in a table: those that run, the best, and the latest."""

CURVES = 60
"""Learning curves in a plot, of as many steps each as a plot has pixels to spare."""

STEPS = 200

POINTS = 1000
"""Results in the history; beyond that every so many are left out, but never the best so far."""


def glance(study: "Study", over: bool) -> Dict[str, Any]:
    """Everything there is to see now, as JSON has it."""
    seen = study.board.all()
    metric, goal = _objective(study, seen)
    sign = -1.0 if goal == "max" else 1.0
    done = [s for s in seen if s.state == "complete" and metric in s.values]
    best = min(done, key=lambda s: sign * s.values[metric], default=None)
    shown = _chosen(seen, sorted(done, key=lambda s: sign * s.values[metric])[:20], ROWS)
    drawn = {s.number for s in _chosen([s for s in seen if s.curve], sorted((d for d in done if d.curve), key=lambda s: sign * s.values[metric])[:10], CURVES)}
    return {
        "study": study.name, "metric": metric, "goal": goal, "over": over, "counts": study.board.counts(),
        "ending": None if study.ending is None or not over else {"kind": study.ending.kind, "why": study.ending.why},
        "budget": ((study._form or {}).get("budget") or {}).get("trials"), "best": None if best is None else best.number,
        "paused": study.paused, "trials": [_row(s, s.number in drawn) for s in shown], "all": len(seen), "history": _history(done, metric, sign)}


def _objective(study: "Study", seen: Sequence[Seen]) -> "tuple[str, str]":
    from ..form import goals
    known = goals(study._form) if study._form else {}
    if known:
        return next(iter(known.items()))
    return next((name for s in seen for name in s.values), "value"), "min"


def _chosen(seen: Sequence[Seen], best: Sequence[Seen], most: int) -> List[Seen]:
    """Those that run, the best and the latest, by number."""
    wanted = {s.number: s for s in seen if s.state == "running"}
    wanted.update((s.number, s) for s in best)
    for s in reversed(seen):
        if len(wanted) >= most:
            break
        wanted[s.number] = s
    return sorted(wanted.values(), key=lambda s: s.number)


def _row(s: Seen, curve: bool) -> Dict[str, Any]:
    row: Dict[str, Any] = {"n": s.number, "attempt": s.attempt, "state": s.state, "parameters": _flat(s.parameters), "values": s.values,
                           "begun": s.begun, "ended": s.ended, "reason": s.reason}
    if curve and s.curve:
        stride = math.ceil(len(s.curve) / STEPS)
        row["curve"] = [[step, values] for step, values in s.curve[::stride]]
    if s.curve:
        row["step"] = s.curve[-1][0]
    return row


def _flat(parameters: Dict[str, Any]) -> Dict[str, Any]:
    """Lists as text."""
    return {name: value if isinstance(value, (str, int, float, bool)) else str(value) for name, value in parameters.items()}


def _history(done: Sequence[Seen], metric: str, sign: float) -> List[List[float]]:
    """Number, value and the best value so far, by the order of their ends."""
    points: List[List[float]] = []
    best: Optional[float] = None
    stride = math.ceil(len(done) / POINTS) or 1
    for i, s in enumerate(sorted(done, key=lambda s: s.ended or 0.0)):
        value = s.values[metric]
        better = best is None or sign * value < sign * best
        best = value if better or best is None else best
        if better or i % stride == 0:
            points.append([s.number, value, best])
    return points
