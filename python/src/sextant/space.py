"""What can be tuned: parameters and their domains, in Python's words. Each is one object of a study file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from .errors import WrongFormError

Scalar = Union[str, int, float, bool]
Form = Dict[str, Any]


@dataclass(frozen=True)
class Domain:
    """The values a parameter can take; made by `real`, `integer`, `choice`, …. Immutable."""

    form: Mapping[str, Any]

    def __repr__(self) -> str:
        return f"sextant.Domain({dict(self.form)!r})"


Parameter = Union[Domain, Mapping[str, Any], Scalar]
Space = Mapping[str, Parameter]


def _domain(form: Form, **options: Any) -> Domain:
    """A domain with those options that were given; `when` is called `if` in a study file."""
    stated = {("if" if name == "when" else name): value for name, value in options.items() if value is not None}
    return Domain({**form, **stated})


def real(lower: float, upper: float, *, log: bool = False, step: Optional[float] = None, default: Optional[float] = None,
         around: Optional[float] = None, spread: Optional[float] = None, when: Optional[str] = None, was: Optional[float] = None) -> Domain:
    """Real numbers from `lower` to `upper`, both included.

    `log`: spread evenly in the logarithm. `step`: only every so many, counted from below. `default`: tried first.
    `around`, `spread`: good values are believed to lie around this, and how far (for log a factor, else a distance).
    `when`: exists only where this condition holds. `was`: what programs did before the space had it, for `evolve`.
    """
    return _domain({"real": [lower, upper]}, log=log or None, step=step, default=default, around=around, spread=spread,
                   when=when, was=was)


def integer(lower: int, upper: int, *, log: bool = False, step: Optional[int] = None, default: Optional[int] = None,
            around: Optional[float] = None, spread: Optional[float] = None, when: Optional[str] = None, was: Optional[int] = None) -> Domain:
    """Whole numbers from `lower` to `upper`, both included; options as in `real`."""
    return _domain({"int": [lower, upper]}, log=log or None, step=step, default=default, around=around, spread=spread,
                   when=when, was=was)


def choice(*values: Any, default: Optional[Scalar] = None, around: Optional[Scalar] = None, spread: Optional[float] = None,
           when: Optional[str] = None, was: Optional[Scalar] = None) -> Domain:
    """One of these words and numbers; numbers that rise or fall are in order: `choice("relu", "tanh")` or `choice(["relu", "tanh"])`."""
    return _domain({"choice": _values("choice", values)}, default=default, around=around, spread=spread, when=when, was=was)


def ordered(*values: Any, default: Optional[Scalar] = None, around: Optional[Scalar] = None, spread: Optional[float] = None,
            when: Optional[str] = None, was: Optional[Scalar] = None) -> Domain:
    """One of these, lowest first: `ordered(16, 32, 64)`. Neighbours are tried more alike than in a `choice`."""
    return _domain({"ordered": _values("ordered", values)}, default=default, around=around, spread=spread, when=when, was=was)


def boolean(*, default: Optional[bool] = None, around: Optional[bool] = None, spread: Optional[float] = None,
            when: Optional[str] = None, was: Optional[bool] = None) -> Domain:
    """True or False; True stands in for a default."""
    return _domain({"bool": [True, False]}, default=default, around=around, spread=spread, when=when, was=was)


def constant(value: Scalar) -> Domain:
    """Always this; it appears among the parameters. A bare word or number in a space is the same."""
    return Domain({"constant": value})


def list_of(element: Space, length: Tuple[int, int], *, default: Optional[Sequence[Mapping[str, Any]]] = None,
            when: Optional[str] = None) -> Domain:
    """A list of `length` (least, most) elements that have these parameters, each its own, such as the layers of a network.

    The objective gets a list of dicts. `default`: the elements of the first trial; what one leaves out is its parameter's default.
    """
    return _domain({"list": space_form(element), "length": list(length)},
                   default=None if default is None else [dict(e) for e in default], when=when)


def _values(who: str, values: Tuple[Any, ...]) -> List[Any]:
    given = list(values[0]) if len(values) == 1 and not isinstance(values[0], (str, int, float, bool)) else list(values)
    for value in given:
        if not (isinstance(value, (str, int, float, bool)) or hasattr(value, "item")):
            raise WrongFormError(
                f"{who}(…) has words and numbers, not {value!r}.\n"
                "Give each a word, and look it up in the objective: {'relu': torch.relu, …}[act].")
    return given


def space_form(space: Space) -> Form:
    """The `space` of a study file. Plain dicts as in the file are taken as they are; what is wrong in them the program says."""
    if not isinstance(space, Mapping):
        raise WrongFormError(f"A space is a dict of parameters by name, not {space!r}.\nExample: {{'lr': sextant.real(1e-5, 1e-1, log=True)}}")
    return {name: _form(name, parameter) for name, parameter in space.items()}


def _form(name: Any, parameter: Any) -> Any:
    if not isinstance(name, str):
        raise WrongFormError(f"A parameter's name is a word, not {name!r}.")
    if isinstance(parameter, Domain):
        return dict(parameter.form)
    if isinstance(parameter, Mapping):
        form = dict(parameter)
        if isinstance(form.get("list"), Mapping):
            form["list"] = space_form(form["list"])
        return form
    if isinstance(parameter, (str, int, float, bool)) or hasattr(parameter, "item"):
        return parameter
    hint = "sextant.choice(…)" if isinstance(parameter, (list, set)) else "sextant.real(…), integer(…) or choice(…)"
    raise WrongFormError(f"Parameter {name!r}: {parameter!r} is no domain.\nWrite {hint}.")


def conditional(form: Mapping[str, Any]) -> "set[str]":
    """Names of the parameters that may be absent from a configuration."""
    return {name for name, domain in form.items() if isinstance(domain, Mapping) and "if" in domain}


def lists(form: Mapping[str, Any]) -> "set[str]":
    """Names of the parameters that are lists."""
    return {name for name, domain in form.items() if isinstance(domain, Mapping) and "list" in domain}


def nested(parameters: Mapping[str, Any], known: Optional[Iterable[str]] = None) -> Form:
    """Parameters with lists as lists: `layer.length`, `layer.1.units`, … as `layer: [{units: …}, …]`.

    `known`: names of the lists; without it they are recognised by their form.
    """
    names = set(known) if known is not None else _recognised(parameters)
    whole: Form = {}
    for name, value in parameters.items():
        owner = next((n for n in names if name.startswith(n + ".")), None)
        if owner is None:
            whole[name] = value
        elif owner not in whole:
            whole[owner] = [{} for _ in range(parameters[owner + ".length"])]
        if owner is not None and name != owner + ".length":
            place, _, member = name[len(owner) + 1:].partition(".")
            whole[owner][int(place) - 1][member] = value
    return whole


def _recognised(parameters: Mapping[str, Any]) -> "set[str]":
    """Names N with a whole `N.length` whose other parameters `N.…` are all `N.PLACE.…` with places up to that length."""
    found = set()
    for name, value in parameters.items():
        if not name.endswith(".length") or isinstance(value, bool) or not isinstance(value, int):
            continue
        owner = name[:-len(".length")]
        rest = [n[len(owner) + 1:] for n in parameters if n.startswith(owner + ".") and n != name]
        if all(_place(r) and int(r.partition(".")[0]) <= value for r in rest) and (rest or value == 0):
            found.add(owner)
    return found


def _place(rest: str) -> bool:
    place, dot, member = rest.partition(".")
    return place.isdigit() and bool(member)
