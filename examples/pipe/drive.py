"""Minimises a function with Sextant from Python: ask, compute, tell, over the pipe. Standard library only.

    python3 examples/pipe/drive.py
"""

import json
import math
import subprocess
from pathlib import Path

SEXTANT = Path(__file__).resolve().parents[2] / "sextant"


class Pipe:
    """A running `sextant pipe`: one JSON object a line goes in, one comes back."""

    def __enter__(self):
        self.process = subprocess.Popen(
            [SEXTANT, "pipe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        return self

    def __exit__(self, *_):
        self.process.communicate()  # closes the pipe: Sextant ends

    def __call__(self, verb, **details):
        print(json.dumps({verb: details}), file=self.process.stdin, flush=True)
        answer = json.loads(self.process.stdout.readline() or '{"error": {"message": "Sextant has ended"}}')
        if "error" in answer:
            raise RuntimeError(f"{verb}: {answer['error']['message']}")
        return answer


def branin(x, y):
    """Three valleys, the floor of each at 0.397887: (-π, 12.275), (π, 2.275) and (9.42478, 2.475)."""
    curve = y - 5.1 / (4 * math.pi**2) * x**2 + 5 / math.pi * x - 6
    return curve**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10


with Pipe() as sextant:
    sextant(
        "create", study="branin", store="memory", seed=1,
        space={"x": {"real": [-5, 10]}, "y": {"real": [0, 15]}},
        objective={"metric": "height", "goal": "min"})
    for _ in range(100):
        [trial] = sextant("ask", study="branin", count=1)["trials"]
        height = branin(**trial["parameters"])
        sextant("tell", study="branin", trial=trial["trial"], values={"height": height})
    best = sextant("best", study="branin")["trial"]
    print(f"height {best['values']['height']:.4f} at {best['parameters']}")
