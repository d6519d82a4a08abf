import math
import unittest
from datetime import timedelta

import sextant
from sextant.form import duration, seconds, study_form
from sextant.space import nested, space_form
from sextant.transport import dumps


class ASpace(unittest.TestCase):
    def test_is_written_as_in_a_study_file(self):
        form = space_form({
            "lr": sextant.real(1e-5, 1e-1, log=True, default=1e-3),
            "layers": sextant.integer(1, 9, step=2),
            "act": sextant.choice("relu", "tanh"),
            "batch": sextant.ordered([16, 32, 64]),
            "bias": sextant.boolean(default=False),
            "degree": sextant.integer(2, 4, when="kernel == poly", was=0),
            "kernel": {"choice": ["linear", "poly"]},
            "optimiser": "adam",
            "seed": sextant.constant(7),
            "layer": sextant.list_of({"units": sextant.integer(8, 512, around=64, spread=2)}, (1, 5), default=[{"units": 16}]),
        })

        self.assertEqual(form, {
            "lr": {"real": [1e-5, 1e-1], "log": True, "default": 1e-3},
            "layers": {"int": [1, 9], "step": 2},
            "act": {"choice": ["relu", "tanh"]},
            "batch": {"ordered": [16, 32, 64]},
            "bias": {"bool": [True, False], "default": False},
            "degree": {"int": [2, 4], "if": "kernel == poly", "was": 0},
            "kernel": {"choice": ["linear", "poly"]},
            "optimiser": "adam",
            "seed": {"constant": 7},
            "layer": {"list": {"units": {"int": [8, 512], "around": 64, "spread": 2}}, "length": [1, 5], "default": [{"units": 16}]},
        })

    def test_refuses_what_is_no_domain_and_says_how_to_write_it(self):
        for wrong, hint in ((["relu", "tanh"], "choice"), (None, "real"), (object(), "real")):
            with self.subTest(wrong=wrong), self.assertRaisesRegex(sextant.WrongFormError, f"'act'.*\n.*{hint}"):
                space_form({"act": wrong})
        with self.assertRaisesRegex(sextant.WrongFormError, "look it up in the objective"):
            sextant.choice(math.sin, math.cos)
        with self.assertRaisesRegex(sextant.WrongFormError, "dict of parameters"):
            space_form([1])

    def test_a_list_in_flat_parameters_is_put_together(self):
        flat = {"x": 1, "l.length": 2, "l.1.u": 3, "l.2.u": 4, "l.2.act": "relu", "e.length": 0, "net.depth": 5, "odd.length": 1}

        self.assertEqual(nested(flat), {"x": 1, "l": [{"u": 3}, {"u": 4, "act": "relu"}], "e": [], "net.depth": 5, "odd.length": 1})
        self.assertEqual(nested(flat, {"l"})["e.length"], 0)


class AStudyForm(unittest.TestCase):
    def test_has_one_objective_unless_several_are_said(self):
        self.assertEqual(study_form({}, {})["objective"], {"metric": "value", "goal": "min"})
        self.assertEqual(study_form({}, {"goal": "max"})["objective"], {"metric": "value", "goal": "max"})
        self.assertEqual(study_form({}, {"metric": "accuracy"})["objective"], {"metric": "accuracy"})
        self.assertEqual(study_form({}, {"objectives": {"loss": "min", "size": "max"}})["objective"],
                         [{"metric": "loss", "goal": "min"}, {"metric": "size", "goal": "max"}])
        with self.assertRaisesRegex(sextant.WrongFormError, "not both"):
            study_form({}, {"metric": "loss", "objectives": {"loss": "min"}})

    def test_puts_limits_of_the_study_into_the_budget(self):
        form = study_form({}, {"trials": 10, "time": timedelta(hours=1.5), "patience": 5, "limits": "latency <= 20", "require": ["x < y"]})

        self.assertEqual(form["budget"], {"trials": 10, "time": "5400000ms", "patience": 5})
        self.assertEqual((form["limit"], form["require"]), (["latency <= 20"], ["x < y"]))

    def test_refuses_an_unknown_setting_and_a_duration_without_a_unit(self):
        with self.assertRaisesRegex(TypeError, "no setting 'trails'; settings: .*trials"):
            study_form({}, {"trails": 10})
        with self.assertRaisesRegex(sextant.WrongFormError, "has a unit"):
            duration(90)
        self.assertEqual((seconds("1h30m"), seconds("250ms"), seconds(3), seconds(timedelta(minutes=1))), (5400, 0.25, 3, 60))
        with self.assertRaises(sextant.WrongFormError):
            seconds("soon")


class ALine(unittest.TestCase):
    def test_has_numbers_of_other_libraries_as_numbers(self):
        class Whole:
            def __index__(self):
                return 7

        class Scalar:
            def item(self):
                return 0.5

        self.assertEqual(dumps({"a": Whole(), "b": Scalar()}), '{"a": 7, "b": 0.5}')

    def test_names_the_first_member_that_is_no_json(self):
        for wrong, text in (({"a": {"b": [1, float("nan")]}}, r"a\.b\[1\] = nan"), ({"a": {1, 2}}, "a = {1, 2}.*a set has no order"), ({"a": print}, "a = <built-in")):
            with self.subTest(wrong=wrong), self.assertRaisesRegex(sextant.WrongFormError, text):
                dumps(wrong)


if __name__ == "__main__":
    unittest.main()
