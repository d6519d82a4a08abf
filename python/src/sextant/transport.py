"""The one seam between a study and whoever keeps it: a process of our own, or a server."""

from __future__ import annotations

import json
import math
import numbers
from typing import Any, Callable, Dict, Optional, Protocol

from .errors import WrongFormError

Answer = Dict[str, Any]
Late = Callable[[Answer], None]


class Transport(Protocol):
    """Speaks the requests of docs/reference/pipe.md. Thread-safe; a call is answered when what it asked for is durable."""

    waits: bool
    """Whether `ask` may be given `wait`, and then is answered when there is something."""

    where: str
    """Where the studies are, for messages."""

    def call(self, kind: str, *, late: Optional[Late] = None, **members: Any) -> Answer:
        """The answer to one request; SextantError if it is refused or nobody can be reached.

        `late` gets the answer if whoever waited for it was interrupted meanwhile, e.g. by Ctrl-C.
        """
        ...

    def close(self) -> None:
        """Lets go; trials that were asked here and not told return to the queue. Idempotent."""
        ...


def dumps(body: Any) -> str:
    """Strict JSON: numbers of numpy and the like as numbers, no NaN, no infinity."""
    try:
        return json.dumps(body, allow_nan=False, ensure_ascii=False, default=_plain)
    except (TypeError, ValueError) as wrong:
        raise WrongFormError(f"{_culprit(body)} cannot be sent: {wrong}.") from None


def _plain(value: Any) -> Any:
    if isinstance(value, numbers.Integral) or hasattr(value, "__index__"):
        return int(value)
    if hasattr(value, "item"):
        return value.item()
    if isinstance(value, (set, frozenset)):
        raise TypeError("a set has no order; give a list")
    if hasattr(value, "__float__"):
        return float(value)
    raise TypeError(f"a {type(value).__name__} is neither a word, a number, a truth value, a list nor a dict")


def _culprit(body: Any, path: str = "") -> str:
    """Names the first member that is no JSON."""
    if isinstance(body, dict):
        for name, value in body.items():
            found = _culprit(value, f"{path}.{name}" if path else str(name))
            if found:
                return found
        return "" if path else "This"
    if isinstance(body, (list, tuple)):
        return next(filter(None, (_culprit(value, f"{path}[{i}]") for i, value in enumerate(body))), "")
    if isinstance(body, float) and not math.isfinite(body):
        return f"{path} = {body}"
    try:
        json.dumps(body, allow_nan=False, default=_plain)
    except (TypeError, ValueError):
        return f"{path} = {body!r}"
    return ""
