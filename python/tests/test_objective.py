import math
import unittest

import sextant
from sextant.form import study_form
from sextant.objective import Call, figures, inspect_coroutine
from sextant.trial import Trial

FORM = study_form({"x": sextant.real(0, 1), "k": sextant.choice("a", "b"), "y": sextant.real(0, 1, when="k == a")}, {})


def called(objective, parameters, form=None):
    return Call(objective, form)(Trial(None, 0, 1, parameters))


class AnObjective(unittest.TestCase):
    def test_gets_by_name_what_its_signature_asks_for(self):
        here = {"x": 0.5, "k": "a", "y": 0.25}

        self.assertEqual(called(lambda x, k, y=None: (x, k, y), here, FORM), (0.5, "a", 0.25))
        self.assertEqual(called(lambda x, k, y=None: (x, k, y), {"x": 0.5, "k": "b"}, FORM), (0.5, "b", None))
        self.assertEqual(called(lambda x, **rest: (x, rest), here, FORM), (0.5, {"k": "a", "y": 0.25}))
        self.assertEqual(called(lambda trial: trial.parameters, here, FORM), here)
        self.assertEqual(called(lambda x, trial: (x, trial["k"]), here, FORM), (0.5, "a"))
        self.assertEqual(called(math.sin, {"x": 0.0}), 0.0)

    def test_gets_a_parameter_that_is_called_trial_if_the_space_has_one(self):
        self.assertEqual(called(lambda trial: trial, {"trial": 3}, study_form({"trial": sextant.integer(1, 5)}, {})), 3)

    def test_that_needs_what_there_is_not_is_refused_before_the_first_trial(self):
        for objective, text in (
                (lambda x, k, z: 0, "needs 'z', which is no parameter of the space; parameters: k, x, y"),
                (lambda x, k, y: 0, r"needs 'y', which exists only where 'k == a' holds.\n.*y=None"),
                (lambda x, y=0: 0, "takes no 'k', so tuning it would change nothing"),
                (3, "is a function, not 3")):
            with self.subTest(text=text), self.assertRaisesRegex(TypeError, text):
                Call(objective, FORM)

    def test_that_is_a_coroutine_function_is_refused_where_nobody_awaits(self):
        async def objective(x):
            return x

        with self.assertRaisesRegex(TypeError, "atune"):
            inspect_coroutine(objective)


class WhatItReturns(unittest.TestCase):
    def test_is_a_number_a_dict_or_a_value_for_each_objective(self):
        class Tensor:
            def __float__(self):
                return 0.5

        self.assertEqual(figures(1, {}, ["loss"]), {"loss": 1.0})
        self.assertEqual(figures(Tensor(), {}, ["loss"]), {"loss": 0.5})
        self.assertEqual(figures({"loss": 1, "size": 2}, {}, ["loss"]), {"loss": 1.0, "size": 2.0})
        self.assertEqual(figures((1, 2), {}, ["loss", "size"]), {"loss": 1.0, "size": 2.0})
        self.assertEqual(figures(None, {"loss": 1}, []), {"loss": 1.0})

    def test_is_refused_if_it_is_neither(self):
        for value, metrics, text in (
                (True, ["loss"], "loss is True, a bool"), ("0.5", ["loss"], "loss is '0.5', a str"), ({"loss": None}, ["loss"], "loss is None"),
                ((1, 2, 3), ["loss", "size"], r"3 values for 2 objectives \(loss, size\)"), (1.0, ["loss", "size"], "By|by name: loss=…, size=…"),
                (1.0, [], "not known here")):
            with self.subTest(value=value), self.assertRaisesRegex(TypeError, text):
                figures(value, {}, metrics)


if __name__ == "__main__":
    unittest.main()
