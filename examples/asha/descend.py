"""Rolls down Rosenbrock's valley for so many steps, and goes on from where it was if it has been there before."""
import argparse
import json
import math
import os
from pathlib import Path

flags = argparse.ArgumentParser()
flags.add_argument("--rate", type=float, default=1e-3)
flags.add_argument("--inertia", type=float, default=0.5)
flags.add_argument("--steps", type=int, default=256)
flags = flags.parse_args()

# cut: checkpoint
folder = Path(os.environ.get("SEXTANT_CHECKPOINT", "checkpoint"))
state = {"step": 0, "x": -1.2, "y": 1.0, "dx": 0.0, "dy": 0.0}
if (folder / "state.json").exists():
    state = json.loads((folder / "state.json").read_text())


def save(state):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "new.json").write_text(json.dumps(state))
    (folder / "new.json").replace(folder / "state.json")  # whole or not at all
# end of cut


step, x, y, dx, dy = state.values()
while step < flags.steps:
    step += 1
    dx = flags.inertia * dx - flags.rate * (-2 * (1 - x) - 400 * x * (y - x * x))
    dy = flags.inertia * dy - flags.rate * 200 * (y - x * x)
    x, y = max(-9, min(9, x + dx)), max(-9, min(9, y + dy))
    height = (1 - x) ** 2 + 100 * (y - x * x) ** 2
    if step == flags.steps:
        save({"step": step, "x": x, "y": y, "dx": dx, "dy": dy})
    if math.log2(step).is_integer():
        print(f"step={step} height={height:.6g}")
