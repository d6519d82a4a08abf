"""A study as its file has it, from the arguments of `tune` and `create`."""

from __future__ import annotations

import datetime
import re
from typing import Any, Dict, Mapping, Optional, Sequence, Union

from .errors import WrongFormError
from .space import Space, space_form

Duration = Union[str, datetime.timedelta]
Words = Union[str, Sequence[str]]
Setting = Union[str, Mapping[str, Any]]

BUDGET = ("trials", "time", "stop_at", "stop_when", "patience", "max_failures")
REST = ("record", "limits", "require", "strategy", "stopping", "fidelity", "seed", "duplicates", "warm_start", "evolve")
OBJECTIVE = ("metric", "goal", "objectives")


def study_form(space: Space, settings: Mapping[str, Any]) -> Dict[str, Any]:
    """The members of `create`, without the study's name and its place."""
    unknown = [name for name in settings if name not in OBJECTIVE + BUDGET + REST]
    if unknown:
        raise TypeError(f"There is no setting {unknown[0]!r}; settings: {', '.join(OBJECTIVE + BUDGET + REST)}.")
    given = {name: value for name, value in settings.items() if value is not None}
    form: Dict[str, Any] = {"space": space_form(space), "objective": _objective(given)}
    limits = {name: value for name, value in given.items() if name in BUDGET}
    if limits:
        form["budget"] = budget(limits)
    for name in REST:
        if name in given and given[name] is not False:
            form["limit" if name == "limits" else name] = _listed(name, given[name])
    return form


def searching(settings: Mapping[str, Any]) -> Dict[str, Any]:
    """Settings of a search: one in which nothing succeeds ends by itself."""
    return {"max_failures": 10, **settings}


def budget(given: Mapping[str, Any]) -> Dict[str, Any]:
    """When a study ends, as its file has it."""
    unknown = [name for name in given if name not in BUDGET]
    if unknown:
        raise TypeError(f"A budget has no {unknown[0]!r}; it has: {', '.join(BUDGET)}.")
    return {name: duration(value) if name == "time" and value != "off" else value for name, value in given.items()}


def _listed(name: str, value: Any) -> Any:
    """One word stands for a list of one word."""
    return [value] if name in ("record", "limits", "require", "warm_start") and isinstance(value, str) else value


def _objective(given: Mapping[str, Any]) -> Any:
    if "objectives" not in given:
        objective = {"metric": given.get("metric", "value")}
        if "goal" in given or "metric" not in given:
            objective["goal"] = given.get("goal", "min")
        return objective
    if "metric" in given or "goal" in given:
        raise WrongFormError("Either metric and goal, or objectives={'loss': 'min', 'latency': 'min'}, not both.")
    several = given["objectives"]
    if not isinstance(several, Mapping) or not several:
        raise WrongFormError(f"objectives is a dict of goals by metric, not {several!r}.\nExample: objectives={{'loss': 'min', 'latency': 'min'}}")
    return [{"metric": metric, "goal": goal} for metric, goal in several.items()]


def metrics(form: Mapping[str, Any]) -> "list[str]":
    """The metrics of the objectives, in order."""
    objective = form["objective"]
    return [o["metric"] for o in (objective if isinstance(objective, list) else [objective]) if "metric" in o]


def goals(form: Mapping[str, Any]) -> "dict[str, str]":
    """`min` or `max` by the metric of each objective."""
    objective = form["objective"]
    return {o["metric"]: o.get("goal", "min") for o in (objective if isinstance(objective, list) else [objective]) if "metric" in o}


def duration(given: Duration) -> str:
    """A duration as a study file has it: `2h`, `90s`."""
    if isinstance(given, datetime.timedelta):
        return f"{round(given.total_seconds() * 1000)}ms"
    if isinstance(given, str):
        return given
    raise WrongFormError(f"A duration has a unit, and {given!r} has none.\nWrite '90s', '30m', '2h', or a datetime.timedelta.")


def seconds(given: Optional[Union[Duration, float]]) -> Optional[float]:
    """A time to wait, in seconds; a bare number is seconds."""
    if given is None or isinstance(given, (int, float)):
        return given
    if isinstance(given, datetime.timedelta):
        return given.total_seconds()
    parts = re.findall(r"([0-9.]+)(ms|s|m|h|d)", given)
    if not parts or "".join(n + u for n, u in parts) != given:
        raise WrongFormError(f"{given!r} is no duration.\nWrite '90s', '30m' or '1h30m'.")
    return sum(float(n) * {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}[u] for n, u in parts)
