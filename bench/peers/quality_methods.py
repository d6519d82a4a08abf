"""Other programs behind one interface: `ask()` gives (handle, values), `tell(handle, loss)` takes the result, `fail(handle)` that
there is none.

Each has its own defaults. Those that know no conditions get all parameters, and what is inactive has no effect.
"""
import math
import re
import tempfile
import warnings

warnings.filterwarnings("ignore")


class Optuna:
    def __init__(self, problems, space, seed, evaluations, workers, sampler, pruner=lambda pruners, last: pruners.NopPruner()):
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        self.problems, self.space = problems, {p["name"]: p for p in space}
        last = max(problems.steps, default=1)
        self.study = optuna.create_study(directions=["minimize"] * problems.objectives, sampler=sampler(optuna.samplers, seed),
                                         pruner=pruner(optuna.pruners, last))

    def ask(self):
        trial, values = self.study.ask(), {}
        while name := self.problems.next(values):
            p = self.space[name]
            if p["kind"] == "choice":
                values[name] = trial.suggest_categorical(name, p["values"])
            else:
                suggest = trial.suggest_float if p["kind"] == "real" else trial.suggest_int
                values[name] = suggest(name, p["low"], p["high"], log=p["log"])
        return trial, values

    def tell(self, handle, loss):
        self.study.tell(handle, loss)

    def fail(self, handle):
        import optuna

        self.study.tell(handle, state=optuna.trial.TrialState.FAIL)

    def report(self, handle, step, loss):
        """Whether the trial should go on."""
        import optuna

        handle.report(loss, step)
        if not handle.should_prune():
            return True
        self.study.tell(handle, state=optuna.trial.TrialState.PRUNED)
        return False


def condition(text, parameter):
    """A condition of the problems, as ConfigSpace has it: terms joined by `and`."""
    import ConfigSpace as cs

    terms = []
    for term in text.split(" and "):
        name, relation, word = re.fullmatch(r"(\w+) (==|!=|>=|>) (\S+)", term).groups()
        parent, child = parameter[name], parameter[""]
        if relation == ">=":
            terms.append(cs.GreaterThanCondition(child, parent, int(word) - 1))
        elif relation == ">":
            terms.append(cs.GreaterThanCondition(child, parent, float(word)))
        else:
            value = {"true": True, "false": False}.get(word, word)
            if not isinstance(parent, cs.CategoricalHyperparameter):
                value = int(word)
            terms.append((cs.EqualsCondition if relation == "==" else cs.NotEqualsCondition)(child, parent, value))
    return terms[0] if len(terms) == 1 else cs.AndConjunction(*terms)


class Smac:
    def __init__(self, problems, space, seed, evaluations, workers):
        import ConfigSpace as cs
        from smac import HyperparameterOptimizationFacade, Scenario

        parameters = {}
        for p in space:
            if p["kind"] == "choice":
                parameters[p["name"]] = cs.CategoricalHyperparameter(p["name"], p["values"])
            elif p["kind"] == "int":
                parameters[p["name"]] = cs.UniformIntegerHyperparameter(p["name"], p["low"], p["high"], log=p["log"])
            else:
                parameters[p["name"]] = cs.UniformFloatHyperparameter(p["name"], p["low"], p["high"], log=p["log"])
        configurations = cs.ConfigurationSpace(seed=seed)
        configurations.add(*parameters.values())
        configurations.add(*[condition(p["if"], {**parameters, "": parameters[p["name"]]}) for p in space if p["if"]])
        self.folder = tempfile.TemporaryDirectory()
        scenario = Scenario(configurations, n_trials=evaluations + workers, seed=seed, deterministic=True, output_directory=self.folder.name)
        self.worst = -math.inf
        self.smac = HyperparameterOptimizationFacade(scenario, lambda c, seed=0: 0.0, overwrite=True, logging_level=False)

    def ask(self):
        info = self.smac.ask()
        values = {k: v.item() if hasattr(v, "item") else v for k, v in dict(info.config).items()}
        return info, {k: bool(v) if v in ("True", "False") else v for k, v in values.items()}

    def tell(self, handle, loss):
        from smac.runhistory import TrialValue

        self.worst = max(self.worst, loss)
        self.smac.tell(handle, TrialValue(cost=loss, time=1.0), save=False)

    def fail(self, handle):
        """Its own cost of a crash is infinite, of which its forest breaks."""
        from smac.runhistory import StatusType, TrialValue

        cost = self.worst if math.isfinite(self.worst) else 1.0
        self.smac.tell(handle, TrialValue(cost=cost, time=1.0, status=StatusType.CRASHED), save=False)


class Nevergrad:
    def __init__(self, problems, space, seed, evaluations, workers, optimizer="NGOpt"):
        import nevergrad as ng

        def axis(p):
            if p["kind"] == "choice":
                return ng.p.Choice(p["values"])
            axis = ng.p.Log(lower=p["low"], upper=p["high"]) if p["log"] else ng.p.Scalar(lower=p["low"], upper=p["high"])
            return axis.set_integer_casting() if p["kind"] == "int" else axis

        space = ng.p.Dict(**{p["name"]: axis(p) for p in space})
        space.random_state.seed(seed)
        self.optimizer = ng.optimizers.registry[optimizer](space, budget=evaluations, num_workers=workers)

    def ask(self):
        candidate = self.optimizer.ask()
        return candidate, {k: v.item() if hasattr(v, "item") else v for k, v in candidate.value.items()}

    def tell(self, handle, loss):
        self.optimizer.tell(handle, loss)

    def fail(self, handle):
        self.optimizer.tell(handle, math.inf)   # which it takes as 5e20


class Hebo:
    def __init__(self, problems, space, seed, evaluations, workers):
        import numpy as np
        import torch
        from hebo.design_space.design_space import DesignSpace
        from hebo.optimizers.hebo import HEBO

        np.random.seed(seed)
        torch.manual_seed(seed)

        def axis(p):
            if p["kind"] == "choice":
                return {"name": p["name"], "type": "cat", "categories": p["values"]}
            kind = {("real", False): "num", ("real", True): "pow", ("int", False): "int", ("int", True): "pow_int"}[p["kind"], p["log"]]
            return {"name": p["name"], "type": kind, "lb": p["low"], "ub": p["high"], **({"base": 10} if kind == "pow" else {})}

        self.kinds = {p["name"]: p for p in space}
        self.hebo = HEBO(DesignSpace().parse([axis(p) for p in space]), scramble_seed=seed)

    def ask(self):
        suggestion = self.hebo.suggest(n_suggestions=1)
        row = suggestion.iloc[0].to_dict()
        return suggestion, {k: self._value(self.kinds[k], v) for k, v in row.items()}

    @staticmethod
    def _value(p, v):
        if p["kind"] == "choice":
            return bool(v) if isinstance(p["values"][0], bool) else v
        return min(max(int(v) if p["kind"] == "int" else float(v), p["low"]), p["high"])

    def tell(self, handle, loss):
        import numpy as np

        self.hebo.observe(handle, np.array([[loss]]))


class Ax:
    def __init__(self, problems, space, seed, evaluations, workers):
        import logging

        logging.disable(logging.WARNING)
        from ax.api.client import Client
        from ax.api.configs import ChoiceParameterConfig, RangeParameterConfig

        def axis(p):
            if p["kind"] == "choice":
                kind = "bool" if isinstance(p["values"][0], bool) else "str"
                return ChoiceParameterConfig(name=p["name"], values=p["values"], parameter_type=kind, is_ordered=False)
            return RangeParameterConfig(name=p["name"], bounds=(p["low"], p["high"]), parameter_type="float" if p["kind"] == "real" else "int",
                                        scaling="log" if p["log"] else None)

        self.client = Client(random_seed=seed)
        self.client.configure_experiment(parameters=[axis(p) for p in space])
        self.client.configure_optimization(objective="-loss")

    def ask(self):
        (index, values), = self.client.get_next_trials(max_trials=1).items()
        return index, values

    def tell(self, handle, loss):
        self.client.complete_trial(handle, raw_data={"loss": loss})


class SyneTune:
    """Schedulers that stop trainings. Those that know no conditions get all parameters, as everywhere."""

    def __init__(self, problems, space, seed, evaluations, workers, scheduler):
        import logging

        import numpy as np

        logging.disable(logging.WARNING)
        from syne_tune import config_space as cs
        from syne_tune.optimizer import baselines

        np.random.seed(seed)

        def axis(p):
            if p["kind"] == "choice":
                return cs.choice([str(v) for v in p["values"]])
            whole = p["kind"] == "int"
            return ((cs.lograndint if whole else cs.loguniform) if p["log"] else (cs.randint if whole else cs.uniform))(p["low"], p["high"])

        self.kinds, self.trials = {p["name"]: p for p in space}, 0
        self.scheduler = getattr(baselines, scheduler)({p["name"]: axis(p) for p in space}, metric="loss", time_attr="step",
                                                       max_t=max(problems.steps), random_seed=seed)

    def ask(self):
        import datetime

        from syne_tune.backend.trial_status import Trial

        config = self.scheduler.suggest().config
        trial = Trial(self.trials, config, datetime.datetime.now())
        self.trials += 1
        self.scheduler.on_trial_add(trial)
        return trial, {k: self._value(self.kinds[k], v) for k, v in config.items()}

    @staticmethod
    def _value(p, v):
        if p["kind"] == "choice":
            return next(w for w in p["values"] if str(w) == v)
        return min(max(v, p["low"]), p["high"])     # a whole number on a logarithmic scale may be one too small

    def report(self, handle, step, loss):
        """Whether the trial should go on."""
        return self.scheduler.on_trial_result(handle, {"loss": loss, "step": step}) != "STOP" or step >= self.scheduler.max_t

    def tell(self, handle, loss):
        pass


class Dehb:
    """Each configuration is trained from the beginning up to the fidelity that is asked for."""

    def __init__(self, problems, space, seed, evaluations, workers):
        import ConfigSpace as cs
        import loguru
        from dehb import DEHB

        def axis(p):
            if p["kind"] == "choice":
                return cs.CategoricalHyperparameter(p["name"], [str(v) for v in p["values"]])
            kind = cs.UniformIntegerHyperparameter if p["kind"] == "int" else cs.UniformFloatHyperparameter
            return kind(p["name"], p["low"], p["high"], log=p["log"])

        self.kinds = {p["name"]: p for p in space}
        configurations = cs.ConfigurationSpace(seed=seed)
        configurations.add(*[axis(p) for p in space])
        self.folder = tempfile.TemporaryDirectory()
        self.dehb = DEHB(cs=configurations, f=None, min_fidelity=1, max_fidelity=max(problems.steps), n_workers=workers, seed=seed,
                         output_path=self.folder.name)
        loguru.logger.remove()

    def ask(self):
        job = self.dehb.ask()
        return job, {k: SyneTune._value(self.kinds[k], v) for k, v in dict(job["config"]).items()}

    def report(self, handle, step, loss):
        """Whether the trial should go on."""
        if step < handle["fidelity"] - 1e-9:
            return True
        self.dehb.tell(handle, {"fitness": loss, "cost": step})
        return False

    def tell(self, handle, loss):
        pass


class Sobol:
    """Scrambled Sobol points of scipy, the same for every order of results."""

    def __init__(self, problems, space, seed, evaluations, workers):
        from scipy.stats import qmc

        self.space = space
        self.points = iter(qmc.Sobol(len(space), seed=seed).random(2 ** math.ceil(math.log2(evaluations + workers))))

    def ask(self):
        return None, {p["name"]: self._at(p, float(u)) for p, u in zip(self.space, next(self.points))}

    @staticmethod
    def _at(p, u):
        if p["kind"] == "choice":
            return p["values"][int(u * len(p["values"]))]
        half = 0.5 if p["kind"] == "int" else 0
        low, high = p["low"] - half, p["high"] + half
        x = math.exp(math.log(low) + u * math.log(high / low)) if p["log"] else low + u * (high - low)
        return min(max(round(x) if half else x, p["low"]), p["high"])

    def tell(self, handle, loss):
        pass

    def fail(self, handle):
        pass


def optuna(*parts):
    return lambda *arguments: Optuna(*arguments, *parts)


def syne_tune(*parts):
    return lambda *arguments: SyneTune(*arguments, *parts)


def tpe(samplers, seed):
    return samplers.TPESampler(seed=seed)


METHODS = {
    "optuna-random": optuna(lambda s, seed: s.RandomSampler(seed=seed)),
    "scipy-sobol": Sobol,
    "optuna-tpe": optuna(tpe),
    "optuna-hyperband": optuna(tpe, lambda p, last: p.HyperbandPruner(1, last)),
    "optuna-asha": optuna(tpe, lambda p, last: p.SuccessiveHalvingPruner()),
    "optuna-median": optuna(tpe, lambda p, last: p.MedianPruner()),
    "synetune-asha": syne_tune("ASHA"),
    "synetune-bohb": syne_tune("BOHB"),
    "automl-dehb": Dehb,
    "optuna-group-tpe": optuna(lambda s, seed: s.TPESampler(seed=seed, multivariate=True, group=True)),
    "optuna-cmaes": optuna(lambda s, seed: s.CmaEsSampler(seed=seed)),
    "optuna-nsga2": optuna(lambda s, seed: s.NSGAIISampler(seed=seed)),
    "optuna-gp": optuna(lambda s, seed: s.GPSampler(seed=seed)),
    "nevergrad-ngopt": Nevergrad,
    "smac": Smac,
    "hebo": Hebo,
    "ax": Ax,
}
