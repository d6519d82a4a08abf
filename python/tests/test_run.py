import contextlib
import io
import logging
import signal
import threading
import unittest

import sextant
from sextant.onlookers import Bar
from tests.support import LINE, WithHome, square, until


class ARun(WithHome):
    def setUp(self):
        logging.getLogger("sextant").setLevel(logging.CRITICAL)

    def test_finds_the_least_and_the_same_again_with_the_same_seed(self):
        first, second = (self.client.tune(square, LINE, trials=20, seed=3) for _ in range(2))

        self.assertLess(first.best.value, 0.01)
        self.assertEqual([t.parameters for t in first.trials], [t.parameters for t in second.trials])
        self.assertEqual(first.ending.kind, "trials")

    def test_a_failing_objective_is_a_failed_trial_that_says_why(self):
        def objective(x):
            if x > 2:
                raise ValueError("too large")
            return None if x < -2 else x

        study = self.client.tune(objective, LINE, trials=20, seed=1, strategy="random")
        self.assertEqual({t.state for t in study.trials}, {"complete", "failed"})
        reasons = {t.reason for t in study.trials if t.state == "failed"}
        self.assertEqual(len(reasons), 2)
        self.assertRegex(min(reasons), r"^ValueError: too large \(test_run.py:\d+\)$")
        self.assertIn("the objective returned None: tell() needs a value", max(reasons))

    def test_of_which_every_trial_fails_ends_by_itself_and_says_so(self):
        def objective(x):
            raise RuntimeError("no data")

        with self.assertLogs("sextant", "WARNING") as said:
            study = self.client.tune(objective, LINE, trials=100, max_failures=3)
        self.assertEqual((study.ending.kind, len(study.trials)), ("failures", 3))
        self.assertIn("3 × RuntimeError: no data", said.output[0])

    def test_reports_without_a_returned_value_are_the_result(self):
        def objective(x, trial):
            for step in range(3):
                if not trial.report(step, x + step).go_on:
                    return

        study = self.client.tune(objective, LINE, trials=3, seed=1)
        self.assertEqual([(t.state, t.value) for t in study.trials], [("complete", t.parameters["x"] + 2) for t in study.trials])

    def test_trials_of_a_fidelity_are_paused_and_go_on(self):
        attempts = {}

        def objective(trial, x, epochs):
            attempts.setdefault(trial.number, []).append(epochs)
            for epoch in range(1, epochs + 1):
                if not trial.report(epoch, square(x) + 1 / epoch).go_on:
                    break

        study = self.client.tune(objective, LINE, trials=20, seed=1, strategy="halving", fidelity={"name": "epochs", "min": 1, "max": 9})
        self.assertEqual({"complete", "pruned"}, {t.state for t in study.trials if t.state in ("complete", "pruned")})
        self.assertTrue(any(seen == [1, 3, 9] for seen in attempts.values()), attempts)

    def test_ends_after_so_many_more_trials_and_goes_on_later(self):
        study = self.client.create(LINE, seed=1)
        self.assertEqual(len(study.run(square, trials=3).trials), 3)
        self.assertEqual(len(study.run(square, trials=4).trials), 7)

    def test_several_threads_run_at_once(self):
        together = threading.Barrier(3, timeout=60)

        def objective(x, trial):
            together.wait()
            return trial.worker

        study = self.client.tune(objective, LINE, trials=6, threads=3, seed=1)
        self.assertEqual(sorted(t.value for t in study.trials if t.state == "complete"), [0, 0, 1, 1, 2, 2])

    def test_ctrl_c_ends_it_and_what_ran_is_queued_again(self):
        def objective(x, trial):
            if trial.number == 2:
                raise KeyboardInterrupt
            return x

        study = self.client.tune(objective, LINE, trials=10, seed=1)
        self.assertEqual((study.ending.kind, [t.state for t in study.trials]), ("interrupted", ["complete", "complete", "queued"]))
        study.run(square)
        self.assertEqual([t.state for t in study.trials], ["complete"] * 10)

    def test_is_stopped_from_another_thread_in_the_middle_of_an_objective(self):
        began = threading.Event()
        study = self.client.create(LINE, seed=1, trials=10)

        def stop():
            began.wait(60)
            study.stop()

        def objective(x):
            began.set()
            threading.Event().wait(60)

        stopper = threading.Thread(target=stop)
        stopper.start()
        study.run(objective)
        stopper.join()
        self.assertEqual((study.ending.kind, [t.state for t in study.trials]), ("interrupted", ["queued"]))

    def test_is_stopped_so_where_ctrl_c_is_ignored_too(self):
        """As by who was started in the background."""
        self.addCleanup(signal.signal, signal.SIGINT, signal.signal(signal.SIGINT, signal.SIG_IGN))
        self.test_is_stopped_from_another_thread_in_the_middle_of_an_objective()
        self.assertIs(signal.getsignal(signal.SIGINT), signal.SIG_IGN)

    def test_threads_that_report_end_when_it_is_stopped(self):
        study = self.client.create(LINE, seed=1, trials=10)
        running = threading.Barrier(2, timeout=60)

        def objective(x, trial):
            if running.wait() == 0:
                study.stop()
            until("the run is stopped", lambda: trial.report(0, x).stop)

        study.run(objective, threads=2)
        self.assertEqual([t.state for t in study.trials], ["queued"] * 2)

    def test_what_breaks_the_study_itself_is_raised(self):
        with sextant.create(LINE) as study:
            def objective(x):
                study.close()
                return x

            with self.assertRaisesRegex(sextant.ProgramError, "the study is closed"):
                study.run(objective)

    def test_settings_that_exclude_each_other_are_refused_before_anything_runs(self):
        study = self.line()
        for settings, text in (({"workers": 2, "threads": 2}, "not both"), ({"workers": 0}, "at least 1"), ({"threads": 2, "timeout": 3}, "processes")):
            with self.subTest(settings=settings), self.assertRaisesRegex(ValueError, text):
                study.run(square, **settings)
        self.assertEqual([t.attempt for t in study.trials], [0])

    def test_a_study_that_others_work_at_is_watched_until_its_budget_is_used(self):
        mine = self.client.create(LINE, seed=1, trials=6, study="watched")
        theirs = self.client.load("watched")
        working = threading.Thread(target=mine.run, args=(square,))
        with contextlib.redirect_stderr(io.StringIO()) as shown:
            working.start()
            theirs.watch()
        working.join()
        self.assertIn("6/6", shown.getvalue())
        self.assertEqual(theirs.board.counts(), {"complete": 6})

    def test_the_bar_says_how_far_it_is_and_what_is_best(self):
        study = self.client.tune(square, LINE, trials=4, seed=1, progress=False)
        self.assertRegex(Bar(study).line(), r"^4/4 █{20} · best value=0.25 \(trial 0: x=2.5\)$")
        shown = io.StringIO()
        with contextlib.redirect_stderr(shown):
            self.client.tune(square, LINE, trials=4, progress=True)
        self.assertIn("4/4", shown.getvalue())
        silent = io.StringIO()
        with contextlib.redirect_stderr(silent):
            self.client.tune(square, LINE, trials=4)
        self.assertEqual(silent.getvalue(), "")


if __name__ == "__main__":
    unittest.main()
