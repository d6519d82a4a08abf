"""What the tests share: the program, a home of their own, and objectives that processes can import."""

import os
import pathlib
import shutil
import signal
import tempfile
import time
import unittest

import sextant

os.environ.setdefault("SEXTANT", str(pathlib.Path(__file__).resolve().parents[2] / "sextant"))
ROOT = pathlib.Path(os.environ["SEXTANT"]).resolve().parent

LINE = {"x": sextant.real(-5, 10)}


def square(x):
    return (x - 2) ** 2


class WithHome(unittest.TestCase):
    """Tests that share one process and one home, which are gone afterwards."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sextant-python-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.client = sextant.local(cls.folder)
        cls.addClassCleanup(cls.client.close)

    def line(self, **settings):
        """A study in memory with one parameter x and seed 1."""
        return self.client.create(LINE, **{"seed": 1, "strategy": "random", **settings})


def alive(pid):
    """Whether a process is there and does not only wait to be buried."""
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return not stat.rpartition(")")[2].split()[0] == "Z"


def until(what, holds, patience=60):
    """Waits until something holds, and fails if it never does."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"It never came about that {what}.")
        time.sleep(0.02)
