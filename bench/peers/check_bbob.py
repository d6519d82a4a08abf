"""Compares the functions of dev.sextant.bench.quality.Bbob with those of `ioh`, at random points of several instances."""
import random
import sys

import ioh

from quality_problem import Problems

FUNCTIONS = [1, 3, 6, 8, 10, 13, 15, 17, 20, 21, 22, 24]
problems, dice, worst = Problems(), random.Random(1), 0.0
for function in FUNCTIONS:
    for d in (5, 10):
        for instance in (1, 2, 7, 20):
            problems.begin(f"bbob-f{function}-d{d}", instance)
            theirs = ioh.get_problem(function, instance, d, ioh.ProblemClass.BBOB)
            for _ in range(20):
                x = [dice.uniform(-5, 5) for _ in range(d)]
                ours, other = problems.evaluate({f"x{i + 1}": v for i, v in enumerate(x)}, 0)["loss"], theirs(x)
                difference = abs(ours - other) / max(1.0, abs(other))
                worst = max(worst, difference)
                if difference > 1e-9:
                    print(f"f{function} d{d} instance {instance}: {ours} here, {other} in ioh")
                    break
print(f"largest relative difference: {worst:.2g}")
sys.exit(worst > 1e-9)
