"""Problems of bench/quality, evaluated by the Java process that has their formulas and tables."""
import json
import os
import subprocess


class Problems:
    """One Java process; `begin` chooses the instance that the other calls are about."""

    def __init__(self):
        command = os.environ["QUALITY_SERVER"].split("\n")
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _call(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def begin(self, name, seed):
        """Family, least loss, steps of a training (empty without curves), and parameters: name, kind (real, int, choice), low,
        high, log, values, if."""
        instance = self._call({"problem": name, "seed": seed})
        self.steps, self.objectives = instance["steps"], instance["objectives"]
        self.reals = {p["name"]: p for p in instance["parameters"] if p["kind"] == "real"}
        return instance

    def _inside(self, values):
        """Logarithms there and back put a value a last digit beyond its bound."""
        return {name: min(max(value, self.reals[name]["low"]), self.reals[name]["high"]) if name in self.reals else value
                for name, value in values.items()}

    def next(self, values):
        """The name of an active parameter that has no value yet, or an empty text."""
        return self._call({"next": self._inside(values)})["next"]

    def evaluate(self, values, trial, step=None):
        """loss, regret, seconds, at the end or at a step; values of inactive parameters are passed over. With several objectives,
        losses, and the regret of all evaluations so far."""
        return self._call({"evaluate": self._inside(values), "trial": trial, **({} if step is None else {"step": step})})
