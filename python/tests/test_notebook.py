"""What a notebook shows, without one; `python/test-notebook` has the real thing."""

import http.client
import json
import unittest

from sextant.board import Seen
from sextant.notebook.door import Door
from sextant.notebook.glance import CURVES, POINTS, ROWS, STEPS, glance
from sextant.notebook.live import Live, _json
from sextant.notebook.page import static
from tests.support import WithHome


class AGlance(WithHome):
    def test_is_bounded_and_has_what_runs_what_is_best_and_what_is_new(self):
        study = self.line()
        for n in range(5000):
            state = "running" if n == 7 else "complete"
            study.board._seen[n] = Seen(n, 1, {"x": 1.0}, state, {"value": abs(n - 2000.0)}, [(s, {"value": 1.0}) for s in range(500)], ended=float(n))
        seen = glance(study, over=False)

        numbers = [row["n"] for row in seen["trials"]]
        self.assertEqual((len(numbers), seen["all"], seen["best"]), (ROWS, 5000, 2000))
        self.assertTrue({7, 2000, 4999} <= set(numbers))
        curves = [row["curve"] for row in seen["trials"] if "curve" in row]
        self.assertLessEqual(len(curves), CURVES)
        self.assertLessEqual(max(map(len, curves)), STEPS)
        self.assertLess(len(seen["history"]), 3 * POINTS + 1)
        self.assertEqual(min(best for _, _, best in seen["history"]), 0.0)

    def test_as_a_page_shows_text_as_text(self):
        study = self.line()
        study.ask().fail("<script>alert(1)</script>")
        study.ask().tell(0.5)
        page = static(glance(study, over=True))
        self.assertIn("&lt;script&gt;", page)
        self.assertNotIn("<script", page)
        self.assertIn("best value = <b>0.5</b>", page)
        self.assertNotIn("<", _json({"a": "</script>\u2028"}))
        self.assertEqual(json.loads(_json({"a": "</script>\u2028"})), {"a": "</script>\u2028"})

    def test_of_a_study_that_others_worked_at_is_read_anew(self):
        study = self.client.create({"x": {"real": [0, 1]}}, study="shown")
        study.ask().tell(0.25)
        self.assertIn("<b>0.25</b>", self.client.load("shown")._repr_html_())
        self.assertIn("0.25", study.best._repr_html_())


class AView(WithHome):
    def test_brings_its_script_and_its_style(self):
        view = Live(self.line())
        self.addCleanup(view._door._server.server_close)
        shell = view.shell()
        self.assertIn(".sextant-live button.stop {", shell)
        self.assertIn("function plotCurves(view)", shell)
        self.assertIn(f'"port": {view._door.port}', shell)
        self.assertIn(f'window.sextantLive.show("{view._id}");', view.carried(False))


class ADoor(WithHome):
    def post(self, door, path, method="POST"):
        connection = http.client.HTTPConnection("127.0.0.1", door.port, timeout=10)
        connection.request(method, path)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        return answer.status, json.loads(said) if said.startswith(b"{") else {}

    def test_lets_nobody_in_without_its_word(self):
        study = self.line()
        trial = study.ask()
        with Door(study) as door:
            other = door.word[:-1] + ("y" if door.word.endswith("x") else "x")
            for path in ("/", "//stop/0", f"/{other}/stop/0", f"/{door.word}/delete", f"/{door.word}/stop/x", f"/{door.word}/stop/../1"):
                with self.subTest(path=path):
                    self.assertEqual(self.post(door, path)[0], 404)
            self.assertEqual(self.post(door, f"/{door.word}/stop/0", "GET")[0], 501)
            self.assertEqual(study.trial(trial.number).state, "running")

    def test_does_what_its_buttons_say(self):
        study = self.line()
        study.ask()
        with Door(study) as door:
            self.assertEqual(self.post(door, f"/{door.word}/ping"), (200, {"ok": True}))
            self.assertEqual(self.post(door, f"/{door.word}/stop/0")[0], 200)
            self.assertEqual(study.trial(0).state, "cancelled")
            self.assertEqual(self.post(door, f"/{door.word}/retry/0")[0], 200)
            self.assertEqual(study.trial(0).state, "queued")
            status, said = self.post(door, f"/{door.word}/stop/99")
            self.assertEqual(status, 409)
            self.assertIn("no trial 99", said["error"])


if __name__ == "__main__":
    unittest.main()
