"""Notebooks, executed without a browser."""

import os
import pathlib
import re
import unittest

import nbformat
from nbclient import NotebookClient

ROOT = pathlib.Path(__file__).resolve().parents[2]
os.environ.setdefault("SEXTANT", str(ROOT / "sextant"))


def executed(notebook, **settings):
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(ROOT / "examples/notebook")}}, **settings).execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def html(cell):
    return [output.data["text/html"] for output in cell.outputs if output.output_type in ("display_data", "execute_result") and "text/html" in output.data]


class TheExample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cells = executed(nbformat.read(ROOT / "examples/notebook/tune.ipynb", as_version=4))

    def page(self, source):
        return html(next(cell for cell in self.cells if cell.source.startswith(source)))

    def test_keeps_a_page_that_needs_no_script(self):
        view, kept = self.page("study = sextant.tune")
        self.assertIn("the budget of 30 trials is used", kept)
        self.assertIn("<svg", kept)
        self.assertEqual(kept.count("<tr>"), 16)
        self.assertIn('class="sextant-live"', view)

    def test_shows_a_trial_and_a_study(self):
        (best,) = self.page("study.best")
        self.assertIn("<th>lr</th>", best)
        (study,) = html(next(c for c in self.cells if c.source == "study"))
        self.assertRegex(re.sub("<[^>]+>", "", study), r"30/30 trials .* best loss = 0\.\d+ \(trial \d+\)")

    def test_knows_how_the_notebook_can_interrupt_it(self):
        view, _ = self.page("study = sextant.tune")
        self.assertRegex(view, r'"kernel": "[0-9a-f-]{36}"|"kernel": null')


class AView(unittest.TestCase):
    def test_writes_names_and_reasons_as_text_and_never_as_markup(self):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(
            "import sys; sys.path.insert(0, '../../python/src')\nimport sextant\n"
            "def f(x):\n    raise ValueError('</script><script>alert(1)</script><img src=x onerror=alert(2)>')\n"
            "study = sextant.tune(f, {'x': sextant.choice('<b>', '<i>')}, trials=1, max_failures=1)")])
        (cell,) = executed(notebook)
        _, kept = html(cell)
        self.assertIn("&lt;img", kept)
        self.assertNotIn("<img", kept)
        self.assertEqual(kept.count("</script>"), 1)


if __name__ == "__main__":
    unittest.main()
