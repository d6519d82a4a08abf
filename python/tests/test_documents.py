"""What the documents promise: every public name is there, and the examples run."""

import pathlib
import re
import subprocess
import sys
import unittest

import sextant
from tests.support import ROOT

EXAMPLES = {
    "tune.py": r"^0\.39\d\d at \{'x': ",
    "workers.py": r"(?s)^0\.000.*\n\d+ of 40 were stopped early$",
    "on_a_server.py": r"^True \['shared'\]$",
    "ask_tell.py": r"(?s)^0\.8.* the budget of 20 trials is used\n0\.\d\d$",
}


class TheDocuments(unittest.TestCase):
    page = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")

    def test_name_everything_that_is_public(self):
        names = set(sextant.__all__)
        for kind in (sextant.Study, sextant.Trial, sextant.Decision, sextant.Client):
            names |= {name for name in dir(kind) if not name.startswith("_") and name != "of"}
        named = set(re.findall(r"[A-Za-z_]+", " ".join(re.findall(r"`([^`]+)`", self.page))))
        self.assertGreater(len(names), 60)
        self.assertEqual(names - named, set())

    def test_their_examples_run(self):
        folder = ROOT / "examples/python"
        self.assertEqual({path.name for path in folder.glob("*.py")}, set(EXAMPLES))
        for name, expected in EXAMPLES.items():
            with self.subTest(name=name):
                ended = subprocess.run([sys.executable, folder / name], capture_output=True, text=True, timeout=120)
                self.assertEqual((ended.returncode, ended.stderr), (0, ""))
                self.assertRegex(ended.stdout.strip(), expected)

    def test_every_module_says_what_it_is(self):
        for path in (ROOT / "python/src/sextant").rglob("*.py"):
            with self.subTest(path=path.name):
                text = path.read_text(encoding="utf-8")
                self.assertTrue(text.startswith('"""'))
                self.assertLess(text.count("\n"), 400)


if __name__ == "__main__":
    unittest.main()
