import importlib.util
import unittest

import sextant
from tests.support import LINE, WithHome, square


class AskAndTell(WithHome):
    def test_the_same_seed_and_results_give_the_same_trials(self):
        def course():
            study = self.client.create({"x": sextant.real(-5, 10), "n": sextant.integer(1, 4)}, seed=7, trials=15)
            asked = []
            for trial in study:
                asked.append(trial.parameters)
                trial.tell(square(trial["x"]) + trial["n"])
            return asked, study.ending

        first, ending = course()
        self.assertEqual((first, ending), course())
        self.assertEqual((len(first), ending.kind), (15, "trials"))
        self.assertEqual(first[0], {"x": 2.5, "n": 2})

    def test_several_at_once_by_number_and_by_name(self):
        study = self.line(record="seconds")
        first, second, third = study.ask(3)

        self.assertTrue(first.tell(1.5))
        self.assertTrue(study.tell(second.number, value=0.5, seconds=12))
        self.assertTrue(study.fail(third.number, "the flask broke"))
        self.assertEqual((study.best.number, study.best.value, study.best.values), (1, 0.5, {"value": 0.5, "seconds": 12}))
        self.assertEqual([(t.state, t.reason) for t in study.trials], [("complete", None), ("complete", None), ("failed", "the flask broke")])
        self.assertEqual(study.trial(0).parameters, first.parameters)
        self.assertGreaterEqual(study.trial(0).seconds, 0)

    def test_what_is_urgent_comes_first_and_trials_are_given_as_they_end(self):
        study = self.line()
        study.ask().tell(9.0)
        first, second, third = (study.enqueue(x=x, priority=p) for x, p in ((1.0, None), (2.0, 1), (3.0, -1)))
        self.assertEqual(study.queue(), {second: 1, first: 0, third: -1})
        self.assertEqual(study.prioritise({third: 7}), [])
        trials = study.ask(3)
        self.assertEqual([trial.number for trial in trials], [third, second, first])

        for trial in reversed(trials):
            trial.tell(trial["x"])
        self.assertEqual([(done.number, done.value) for done in study.as_completed([third, first, second])], [(first, 1.0), (second, 2.0), (third, 3.0)])
        self.assertEqual(study.prioritise({first: 1}), [first])
        with self.assertRaises(TimeoutError):
            list(study.as_completed([study.enqueue(x=4.0)], timeout=0.3))

    def test_a_late_result_changes_nothing_and_is_answered_politely(self):
        study = self.line()
        trial = study.ask()
        study.stop(trial.number, why="enough")

        self.assertTrue(trial.report(1, 0.5).stop)
        told = trial.tell(0.5)
        self.assertFalse(told)
        self.assertEqual(told.state, "cancelled")
        self.assertIn("changes nothing", told.why)

    def test_reports_are_answered_by_a_decision_and_a_stopped_trial_keeps_its_figures(self):
        study = self.line(stopping={"median": {"startup": 1}}, metric="loss", goal="min")
        *good, bad = study.ask(4)
        for trial in good:
            self.assertTrue(trial.report(1, loss=0.1).go_on)
            trial.tell(loss=0.1)
        decision = bad.report(1, loss=9.0)

        self.assertTrue(decision.stop)
        self.assertFalse(decision.go_on or decision.pause)
        with self.assertRaisesRegex(TypeError, "neither true nor false"):
            bool(decision)
        self.assertTrue(bad.tell())
        self.assertEqual([(t.state, t.value) for t in study.trials], [("complete", 0.1)] * 3 + [("pruned", 9.0)])

    def test_a_figure_that_is_no_number_is_not_reported_and_no_result(self):
        study = self.line()
        trial = study.ask()

        self.assertTrue(trial.report(0, float("nan")).go_on)
        trial.tell(float("inf"))
        self.assertEqual(study.trial(0).reason, "value is inf")
        with self.assertRaisesRegex(TypeError, "value is '1', a str"):
            study.ask().tell("1")
        with self.assertRaisesRegex(TypeError, "needs a value"):
            study.ask().tell()

    def test_a_trial_as_context_fails_with_its_block_or_goes_back_to_the_queue(self):
        study = self.line()
        with self.assertRaises(ZeroDivisionError):
            with study.ask() as trial:
                1 / 0
        with self.assertRaises(KeyboardInterrupt):
            with study.ask() as interrupted:
                raise KeyboardInterrupt

        self.assertRegex(study.trial(trial.number).reason, r"^ZeroDivisionError: division by zero \(test_ask_tell.py:\d+\)$")
        again = study.ask()
        self.assertEqual((again.number, again.attempt, again.parameters), (interrupted.number, 2, interrupted.parameters))

    def test_a_study_of_lists_gives_lists_and_takes_lists(self):
        study = self.client.create({"layer": sextant.list_of({"units": sextant.integer(1, 8)}, (0, 3), default=[{}])}, seed=1)
        trial = study.ask()
        self.assertEqual(trial.parameters, {"layer": [{"units": 4}]})
        trial.tell(1)
        study.enqueue(layer=[{"units": 2}, {"units": 3}])

        queued = study.ask()
        self.assertEqual(queued.parameters, {"layer": [{"units": 2}, {"units": 3}]})
        queued.tell(0)
        self.assertEqual(study.best.parameters, {"layer": [{"units": 2}, {"units": 3}]})
        self.assertEqual(study.best.flat, {"layer.length": 2, "layer.1.units": 2, "layer.2.units": 3})

    def test_enqueued_and_added_trials_have_their_numbers(self):
        study = self.line()
        added = study.add({"x": 2.0}, 0.0, why="from the paper")
        queued = study.enqueue({"x": 3.0})
        asked = {trial.number: trial.parameters for trial in study.ask(2)}

        self.assertEqual(asked[queued], {"x": 3.0})
        self.assertEqual((study.best.number, study.best.origin, study.best.why), (added, "added", "from the paper"))
        with self.assertRaisesRegex(sextant.NotAllowedError, "x") as refused:
            study.enqueue(x=11.0)
        self.assertEqual(refused.exception.at, "/enqueue/parameters")

    def test_a_paused_study_gives_nothing_until_it_goes_on(self):
        study = self.line()
        study.pause()
        with self.assertRaisesRegex(sextant.NothingNowError, "nothing to run now"):
            study.ask()
        study.resume()
        trial = study.ask()
        trial.fail("no")
        self.assertEqual(study.retry(), [0])
        self.assertEqual((study.ask().number, study.trial(0).attempt), (0, 2))

    def test_several_objectives_have_a_front_and_no_best(self):
        study = self.client.create(LINE, objectives={"a": "min", "b": "max"}, seed=1)
        self.assertEqual(study.front, [])
        for a, b in ((1, 1), (2, 2), (3, 0)):
            study.ask().tell((a, b))

        self.assertEqual(sorted(t.number for t in study.front), [0, 1])
        with self.assertRaisesRegex(sextant.SextantError, "several objectives: look at .front"):
            study.best

    def test_what_cannot_be_done_is_an_error_of_its_own_kind(self):
        study = self.line()
        for kind, wrong in (
                (sextant.NoResultError, lambda: study.best), (sextant.UnknownTrialError, lambda: study.trial(7)),
                (sextant.UnknownTrialError, lambda: study.tell(7, 0.5)), (sextant.UnknownStudyError, lambda: self.client.load("nowhere")),
                (sextant.WrongFormError, lambda: self.client.create({"x": {"raal": [0, 1]}})),
                (sextant.WrongFormError, lambda: self.client.create(LINE, metric="accuracy")),
                (sextant.NotAllowedError, lambda: study.enqueue(x=11.0))):
            with self.subTest(kind=kind), self.assertRaises(kind):
                wrong()

    def test_the_reasons_of_failures_stand_where_a_result_is_missed(self):
        study = self.line()
        for _ in range(2):
            study.ask().fail("no data")
        with self.assertRaisesRegex(sextant.NoResultError, "2 × no data"):
            study.best

    def test_a_stored_study_goes_on_and_can_be_deleted(self):
        study = self.client.create(LINE, study="kept", seed=1)
        study.ask().tell(4.0)
        self.assertEqual(self.client.load("kept").best.value, 4.0)
        loaded = self.client.load("kept")
        self.assertTrue(loaded.ask().tell(3.0))
        loaded.delete()
        with self.assertRaises(sextant.UnknownStudyError):
            self.client.load("kept")

    def test_the_budget_grows_when_a_study_goes_on_or_is_changed(self):
        with sextant.create(LINE, study="grown", home=self.folder, seed=1, trials=2) as study:
            self.assertEqual(len([trial.tell(1) for trial in study]), 2)
            study.change(trials=3)
            self.assertEqual(len([trial.tell(1) for trial in study]), 1)
            with self.assertRaisesRegex(TypeError, "no 'trails'; it has: trials, time"):
                study.change(trails=3)
        with sextant.create(LINE, study="grown", home=self.folder, trials=5) as study:
            self.assertEqual(len([trial.tell(1) for trial in study]), 2)

    def test_importance_names_what_mattered_first(self):
        study = self.client.create({"a": sextant.real(0, 1), "b": sextant.real(0, 1)}, strategy="random", seed=1, trials=50)
        for trial in study:
            trial.tell(trial["a"] ** 2)
        self.assertEqual(next(iter(study.importance()))["parameter"], "a")

    def test_a_table_has_the_columns_of_export(self):
        from sextant.table import columns, row
        study = self.line()
        study.ask().tell(1.0)
        study.ask().fail("no")

        self.assertEqual(columns([row(t) for t in study.trials]), [
            "trial", "attempt", "state", "origin", "created", "started", "finished", "seconds", "parameters.x", "values.value", "why", "reason"])

    @unittest.skipUnless(importlib.util.find_spec("pandas"), "pandas is not installed.")
    def test_a_data_frame_has_a_row_for_each_trial(self):
        study = self.line(trials=5)
        for trial in study:
            trial.tell(trial["x"])
        frame = study.to_pandas()
        self.assertEqual(list(frame["parameters.x"]), list(frame["values.value"]))
        self.assertEqual((len(frame), frame["state"].unique().tolist()), (5, ["complete"]))

    @unittest.skipIf(importlib.util.find_spec("pandas"), "pandas is installed.")
    def test_a_data_frame_without_pandas_says_what_to_do(self):
        with self.assertRaisesRegex(ImportError, "pip install pandas"):
            self.line().to_pandas()


if __name__ == "__main__":
    unittest.main()
