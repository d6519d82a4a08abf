"""What a study or a trial looks like where no script runs: a saved notebook, a rendered one, one that is not trusted."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Sequence

from .glance import glance
from .picture import history

if TYPE_CHECKING:
    from ..study import Study
    from ..trial import TrialRecord

ROWS = 15


def study_page(study: "Study") -> str:
    """The study as it is now, also what others did in it."""
    trials = study.trials
    for record in trials:
        study.board.learn(record)
    return static(glance(study, over=True))


def trial_page(trial: "TrialRecord") -> str:
    """A trial as a small table."""
    rows = [("trial", trial.number), ("state", trial.state), *trial.values.items(), *trial.flat.items(), ("why", trial.why), ("reason", trial.reason)]
    cells = "".join(f"<tr><th>{escape(str(name))}</th><td>{_text(value)}</td></tr>" for name, value in rows if value is not None)
    return f"<table>{cells}</table>"


def static(seen: Mapping[str, Any]) -> str:
    """Headline, history and a table of the best and the latest."""
    return f"<div><p>{headline(seen)}</p>{history(seen['history'], seen['metric'])}{_table(seen)}</div>"


def headline(seen: Mapping[str, Any]) -> str:
    """How far a study is, in a line."""
    counts = seen["counts"]
    done = sum(counts.get(state, 0) for state in ("complete", "failed", "pruned"))
    parts = [f"<b>{escape(seen['study'])}</b>", f"{done}/{seen['budget']} trials" if seen["budget"] else f"{done} trials"]
    parts += [f"{counts[state]} {state}" for state in ("running", "failed", "pruned") if counts.get(state)]
    best = next((row for row in seen["trials"] if row["n"] == seen["best"]), None)
    if best is not None:
        parts.append(f"best {escape(seen['metric'])} = <b>{_text(best['values'][seen['metric']])}</b> (trial {best['n']})")
    if seen["ending"] is not None:
        parts.append(escape(seen["ending"]["why"]))
    return " · ".join(parts)


def _table(seen: Mapping[str, Any]) -> str:
    rows: List[Dict[str, Any]] = [row for row in seen["trials"] if row["n"] == seen["best"]]
    rows += [row for row in reversed(seen["trials"]) if row["n"] != seen["best"]][:ROWS - len(rows)]
    if not rows:
        return ""
    metrics = list(dict.fromkeys(name for row in rows for name in row["values"]))
    names = list(dict.fromkeys(name for row in rows for name in row["parameters"]))
    head = "".join(f"<th>{escape(name)}</th>" for name in ["trial", "state", *metrics, *names, "reason"])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(_row(row, metrics, names) for row in rows)}</tbody></table>"


def _row(row: Mapping[str, Any], metrics: Sequence[str], names: Sequence[str]) -> str:
    cells = [row["n"], row["state"], *(row["values"].get(m) for m in metrics), *(row["parameters"].get(n) for n in names), row["reason"]]
    return "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in cells) + "</tr>"


def _text(value: Any) -> str:
    return "" if value is None else escape(f"{value:.6g}" if isinstance(value, float) else str(value))
