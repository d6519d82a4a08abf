"""How an objective is called, and what it may return.

The rule: an objective gets by name what its signature asks for – parameters of the space by their names, and `trial`, the
trial itself. `**rest` gets the parameters that it does not name.
"""

from __future__ import annotations

import inspect
import math
from typing import Any, Callable, Dict, Mapping, Optional, Sequence

from .space import conditional
from .trial import Trial

Objective = Callable[..., Any]


class Call:
    """An objective and which arguments it takes. Picklable if the objective is."""

    def __init__(self, objective: Objective, form: Optional[Mapping[str, Any]] = None):
        """Refuses an objective that cannot be called with every configuration of the study; without a form nothing is checked."""
        if not callable(objective):
            raise TypeError(f"An objective is a function, not {objective!r}.")
        self.objective = objective
        self.positional, self.named, self.rest = _signature(objective)
        self.trial = form is None or "trial" not in form["space"]
        if form is not None:
            self._check(form)

    def __call__(self, trial: Trial) -> Any:
        given = dict(trial.parameters)
        if self.trial and "trial" in self.named | set(self.positional):
            given["trial"] = trial
        by_place = [given.pop(name) for name in self.positional if name in given]
        return self.objective(*by_place, **{name: value for name, value in given.items() if self.rest or name in self.named})

    def _check(self, form: Mapping[str, Any]) -> None:
        space = form["space"]
        names = set(space) | ({form["fidelity"]["name"]} if isinstance(form.get("fidelity"), Mapping) and "name" in form["fidelity"] else set())
        who = getattr(self.objective, "__qualname__", repr(self.objective))
        asked = self.named | set(self.positional)
        for name, needed in _arguments(self.objective):
            if name not in names and not (name == "trial" and self.trial) and needed:
                raise TypeError(f"{who}() needs {name!r}, which is no parameter of the space; parameters: {', '.join(sorted(names))}.\n"
                                "Give it a default value, or add it to the space.")
            if name in conditional(space) and needed:
                raise TypeError(f"{who}() needs {name!r}, which exists only where {space[name]['if']!r} holds.\n"
                                f"Give it a default value: {name}=None.")
        ignored = sorted(names - asked)
        if ignored and not self.rest and "trial" not in asked:
            raise TypeError(f"{who}() takes no {ignored[0]!r}, so tuning it would change nothing.\n"
                            "Add it to the arguments, or take 'trial' or '**rest'.")


def _arguments(objective: Objective) -> "list[tuple[str, bool]]":
    """Names of the arguments, and whether each is needed."""
    try:
        parameters = inspect.signature(objective).parameters.values()
    except (TypeError, ValueError):
        return []
    return [(p.name, p.default is p.empty) for p in parameters if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]


def _signature(objective: Objective) -> "tuple[list[str], set[str], bool]":
    """Arguments by place only, arguments by name, and whether it takes any others; a function that does not say takes all."""
    try:
        parameters = list(inspect.signature(objective).parameters.values())
    except (TypeError, ValueError):
        return [], set(), True
    return ([p.name for p in parameters if p.kind is p.POSITIONAL_ONLY],
            {p.name for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)},
            any(p.kind is p.VAR_KEYWORD for p in parameters))


def inspect_coroutine(objective: Objective) -> None:
    """Refuses a coroutine function, which returns before it has computed anything."""
    if inspect.iscoroutinefunction(objective) or inspect.iscoroutinefunction(getattr(objective, "__call__", None)):
        raise TypeError(f"{getattr(objective, '__qualname__', objective)} is a coroutine function.\nUse 'await sextant.atune(…)' or 'await study.arun(…)'.")


def figures(value: Any, values: Mapping[str, Any], metrics: Sequence[str]) -> Dict[str, float]:
    """What was told or returned, as numbers by metric: a number for the only objective, a dict, or a sequence in their order."""
    found = {name: number(name, figure) for name, figure in values.items()}
    if value is None:
        return found
    if isinstance(value, Mapping):
        return {**{str(name): number(str(name), figure) for name, figure in value.items()}, **found}
    if isinstance(value, (tuple, list)):
        if len(value) != len(metrics):
            raise TypeError(f"{len(value)} values for {_count(metrics)}.\nGive one for each, or a dict by metric.")
        return {**{name: number(name, figure) for name, figure in zip(metrics, value)}, **found}
    if len(metrics) != 1:
        raise TypeError(f"One value for {_count(metrics)}.\nGive them by name: {', '.join(m + '=…' for m in metrics) or 'loss=…'}.")
    return {metrics[0]: number(metrics[0], value), **found}


def _count(metrics: Sequence[str]) -> str:
    return f"{len(metrics)} objectives ({', '.join(metrics)})" if metrics else "a study whose objectives are not known here"


def number(name: str, figure: Any) -> float:
    """A figure as a float; truth values and texts are mistakes."""
    if isinstance(figure, (bool, str, bytes)) or not hasattr(figure, "__float__"):
        raise TypeError(f"{name} is {figure!r}, a {type(figure).__name__}, and has to be a number.")
    return float(figure)


def unsound(figures: Mapping[str, float]) -> Optional[str]:
    """Why these cannot be a result: the first that is NaN or infinite."""
    return next((f"{name} is {figure}" for name, figure in figures.items() if not math.isfinite(figure)), None)
