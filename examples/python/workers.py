"""A training in four processes that reports every epoch and is stopped early where it promises little; conditions, a constraint.

    python3 examples/python/workers.py
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "python" / "src"))  # not needed after: pip install ./python

# cut: workers
import sextant

SPACE = {
    "lr": sextant.real(1e-4, 1e0, log=True, default=1e-2),
    "layers": sextant.integer(1, 6),
    "width": sextant.ordered(16, 32, 64, 128),
    "optimiser": sextant.choice("sgd", "adam"),
    "momentum": sextant.real(0.0, 0.99, when="optimiser == sgd"),
}


def train(trial, lr, layers, width, optimiser, momentum=0.0):
    loss = 1.0
    for epoch in range(1, 21):
        loss *= 1 - min(0.3, lr * layers * (1 + momentum)) / (1 + abs(width - 64) / 64)
        if not trial.report(epoch, loss=loss).go_on:  # raises nothing; .stop and .pause say which
            break
    return loss


if __name__ == "__main__":
    with sextant.tune(train, SPACE, metric="loss", trials=40, workers=4, seed=1, require="layers * width <= 512",
                      stopping="median", timeout="10m") as study:
        print(study.best.value, study.best.parameters)
        print(sum(trial.state == "pruned" for trial in study.trials), "of", len(study.trials), "were stopped early")
# end of cut
