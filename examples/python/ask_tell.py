"""The loop in your own hands, and in an event loop.

    python3 examples/python/ask_tell.py
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "python" / "src"))  # not needed after: pip install ./python

# cut: ask
import sextant

with sextant.create({"temperature": sextant.real(20, 90), "solvent": sextant.choice("water", "ethanol")},
                    metric="yield", goal="max", trials=20, seed=1) as study:
    study.enqueue(temperature=60.0, solvent="ethanol")
    for trial in study:
        heat = (trial["temperature"] - 70) / 50
        trial.tell(0.9 - heat**2 - (0.1 if trial["solvent"] == "water" else 0.0))
    print(study.best.value, study.best.parameters, study.ending.why)
# end of cut

# cut: await
import asyncio


async def simulate(x):
    await asyncio.sleep(0.01)
    return (x - 3) ** 2


async def main():
    with await sextant.atune(simulate, {"x": sextant.real(0, 10)}, trials=20, at_once=4) as study:
        print(f"{study.best.value:.2f}")


asyncio.run(main())
# end of cut
