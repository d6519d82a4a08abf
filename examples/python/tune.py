"""Tunes a function from Python: the least of Branin's three valleys.

    python3 examples/python/tune.py
"""

import math
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "python" / "src"))  # not needed after: pip install ./python

# cut: tune
import sextant


def branin(x, y):
    curve = y - 5.1 / (4 * math.pi**2) * x**2 + 5 / math.pi * x - 6
    return curve**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10


study = sextant.tune(branin, {"x": sextant.real(-5, 10), "y": sextant.real(0, 15)}, trials=60, seed=1)
print(f"{study.best.value:.4f} at {study.best.parameters}")
# end of cut
study.close()
