import asyncio
import unittest

import sextant
from sextant.threads import in_thread
from tests.support import LINE, WithHome, square


class AnEventLoop(WithHome):
    def test_asks_and_tells(self):
        async def main():
            study = self.line(trials=5)
            first = await study.aask()
            self.assertTrue((await first.areport(0, 3.0)).go_on)
            self.assertTrue(await study.atell(first, 1.0))
            await (await study.aask()).afail("no")
            async for trial in study:
                await trial.atell(square(trial["x"]))
            return study

        study = asyncio.run(main())
        self.assertEqual([t.state for t in study.trials], ["complete", "failed", "complete", "complete", "complete"])
        self.assertEqual(study.ending.kind, "trials")

    def test_awaits_several_objectives_at_once(self):
        async def main():
            waiting = []

            async def objective(x):
                waiting.append(asyncio.get_running_loop().create_future())
                mine = waiting[-1]
                if len(waiting) % 3 == 0:
                    for other in waiting:
                        other.done() or other.set_result(None)
                await mine
                if x > 2:
                    raise ValueError("too large")
                return x

            return await self.client.atune(objective, LINE, trials=9, at_once=3, seed=1, strategy="random")

        study = asyncio.run(main())
        self.assertEqual({t.state for t in study.trials}, {"complete", "failed"})
        self.assertEqual(len(study.trials), 9)

    def test_a_cancelled_run_gives_its_trials_back(self):
        async def main():
            study = await in_thread(self.line)
            began = asyncio.Event()

            async def objective(x):
                began.set()
                await asyncio.sleep(3600)

            run = asyncio.ensure_future(study.arun(objective, at_once=2))
            await began.wait()
            run.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await run
            return study, sorted(t.number for t in (await study.aask(), await study.aask()))

        study, numbers = asyncio.run(main())
        self.assertEqual(numbers, [0, 1])


if __name__ == "__main__":
    unittest.main()
