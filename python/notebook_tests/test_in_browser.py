"""The view in JupyterLab, in a real browser: what it shows, and that every button does what it says."""

import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

import nbformat
from playwright.sync_api import expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PATIENCE = 90_000

SETUP = """import sys, time, pathlib
sys.path.insert(0, %r)
import sextant
folder = pathlib.Path(%r)
def train(x, trial):
    for step in range(100_000):
        time.sleep(0.02)
        if (folder / "finish").exists() or not trial.report(step, (x - 2) ** 2 + 1 / (step + 1)).go_on:
            return (x - 2) ** 2
def deaf(x):
    (folder / "deaf").touch()
    time.sleep(3600)
"""


@unittest.skipUnless(os.access(CHROMIUM, os.X_OK), f"There is no {CHROMIUM} here.")
class InJupyterLab(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sextant-notebook-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.port = free_port()
        environment = {**os.environ, "SEXTANT": str(ROOT / "sextant"), "JUPYTER_CONFIG_DIR": str(cls.folder / "config"),
                       "JUPYTER_RUNTIME_DIR": str(cls.folder / "runtime"), "JUPYTER_DATA_DIR": str(cls.folder / "data")}
        cls.log = open(cls.folder / "log", "w")
        cls.addClassCleanup(cls.log.close)
        lab = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={cls.port}", "--ServerApp.port_retries=0",
             "--IdentityProvider.token=secret", f"--ServerApp.root_dir={cls.folder}"],
            env=environment, stdout=cls.log, stderr=cls.log)
        cls.addClassCleanup(lab.wait)
        cls.addClassCleanup(lab.terminate)
        until("JupyterLab answers", cls.answers)
        playwright = sync_playwright().start()
        cls.addClassCleanup(playwright.stop)
        cls.browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    @classmethod
    def answers(cls):
        with contextlib.suppress(OSError):
            return urllib.request.urlopen(f"http://127.0.0.1:{cls.port}/api?token=secret").status == 200

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        self.page = self.browser.new_page(viewport={"width": 1300, "height": 1500})
        self.addCleanup(self.page.close)
        self.page.add_locator_handler(self.page.locator(".jp-Dialog"), self.accept)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, *cells, host="127.0.0.1"):
        """Opens a notebook with these cells and runs all."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(text) for text in (SETUP % (str(ROOT / "python/src"), str(self.work)), *cells)],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
        self.file = self.work / "study.ipynb"
        nbformat.write(notebook, self.file)
        self.page.goto(f"http://{host}:{self.port}/lab/tree/{self.file.relative_to(self.folder)}?token=secret&reset")
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE)
        self.page.locator("text=Kernel status: Idle").first.wait_for(state="attached", timeout=PATIENCE)
        self.run_all()
        view = self.page.locator(".sextant-live")
        try:
            expect(view.locator("tbody tr")).not_to_have_count(0, timeout=PATIENCE)
        except AssertionError:
            self.page.screenshot(path=os.environ.get("SCREENSHOT", str(self.folder / "failed.png")))
            print(self.page.locator(".jp-Notebook").inner_text(), flush=True)
            raise
        return view

    def accept(self, question):
        """JupyterLab asks something, such as which kernel to take."""
        print("asked:", question.inner_text(), flush=True)
        question.locator(".jp-mod-accept").click()

    def run_all(self):
        """JupyterLab passes over what it is told while it still starts."""
        for _ in range(10):
            self.page.get_by_role("menuitem", name="Run", exact=True).click()
            self.page.get_by_text("Run All Cells", exact=True).click()
            with contextlib.suppress(AssertionError):
                expect(self.page.locator(".jp-InputPrompt").last).to_have_text(re.compile(r"\[(\*|\d+)\]:"), timeout=3000)
                return

    def finish(self):
        (self.work / "finish").touch()

    def printed(self, text):
        expect(self.page.locator(".jp-OutputArea-output").filter(has_text=text).last).to_be_visible(timeout=PATIENCE)

    def test_what_is_seen_lives_and_the_static_page_is_hidden(self):
        view = self.open("study = sextant.tune(train, {'x': sextant.real(-5, 10)}, trials=6, threads=3, seed=1)", "print('ended', study.ending.kind)")
        expect(view.locator("tr[data-trial]")).to_have_count(3, timeout=PATIENCE)
        expect(view.locator(".curves polyline")).to_have_count(3, timeout=PATIENCE)
        self.assertEqual(self.page.locator(".sextant-static:visible").count(), 0)
        view.locator("tr[data-trial='1'] td").first.click()
        expect(view.locator(".curves figcaption")).to_contain_text("trial 1")
        view.get_by_role("columnheader", name="trial").click()
        expect(view.locator("tbody tr").first).to_have_attribute("data-trial", "0")
        view.get_by_placeholder("failed").fill("nowhere")
        expect(view.locator("tr[data-trial]")).to_have_count(0)
        view.get_by_placeholder("failed").fill("")
        self.finish()
        self.printed("ended trials")
        expect(view.locator("[role=status]")).to_contain_text("6/6 trials")
        expect(view.locator(".history circle")).to_have_count(6)
        view.get_by_label("horizontal axis").select_option("x")
        expect(view.locator(".history svg")).to_have_attribute("aria-label", "value by x")
        expect(view.get_by_role("button", name="Stop", exact=True)).to_be_disabled()
        self.page.screenshot(path=os.environ.get("SCREENSHOT", str(self.work / "view.png")))
        self.assertEqual(self.errors, [])

    def test_stop_in_a_row_ends_that_trial_and_retry_runs_it_again(self):
        view = self.open("study = sextant.tune(train, {'x': sextant.real(-5, 10)}, trials=3, threads=2, seed=1)",
                         "print('ended', [(t.number, t.state, t.attempt) for t in study.trials])")
        view.get_by_role("button", name="Stop trial 0").click()
        expect(view.locator("tr[data-trial='0']")).to_contain_text("cancelled", timeout=PATIENCE)
        view.get_by_role("button", name="Retry trial 0").click()
        expect(view.get_by_role("button", name="Retry trial 0")).to_have_count(0, timeout=PATIENCE)
        self.finish()
        self.printed("ended [(0, 'complete', 2), (1, 'complete', 1), (2, 'complete', 1)]")

    def test_stop_ends_an_objective_that_reports_nothing_and_what_was_found_stays(self):
        view = self.open("study = sextant.create({'x': sextant.real(-5, 10)}, seed=1)\nstudy.ask().tell(7.0)\nstudy.run(deaf)",
                         "print('ended', study.ending.kind, study.best.value, [t.state for t in study.trials])")
        until("the objective runs", (self.work / "deaf").exists)
        view.get_by_role("button", name="Stop", exact=True).click()
        self.printed("ended interrupted 7.0 ['complete', 'queued']")

    def test_stop_works_where_only_the_notebook_server_can_be_reached(self):
        self.page.route(re.compile(r"http://127\.0\.0\.1:(?!%d/)" % self.port), lambda route: route.abort())
        view = self.open("study = sextant.tune(deaf, {'x': sextant.real(-5, 10)}, trials=2, seed=1)", "print('ended', study.ending.kind)")
        until("the objective runs", (self.work / "deaf").exists)
        view.get_by_role("button", name="Stop trial 0").click()
        expect(view.get_by_role("alert")).to_contain_text("cannot be reached from this browser", timeout=PATIENCE)
        view.get_by_role("button", name="Stop", exact=True).click()
        self.printed("ended interrupted")

    def test_processes_are_ended_and_a_pause_holds(self):
        (self.work / "worked.py").write_text("import time\ndef work(x):\n    time.sleep(3600)\n")
        view = self.open("sys.path.insert(0, str(folder))\nimport worked\nstudy = sextant.tune(worked.work, {'x': sextant.real(-5, 10)}, trials=5, workers=2, seed=1)",
                         "print('ended', study.ending.kind, sorted({t.state for t in study.trials}))")
        view.get_by_role("button", name="Pause").click()
        expect(view.get_by_role("button", name="Resume")).to_be_visible(timeout=PATIENCE)
        view.get_by_role("button", name="Stop trial 0").click()
        expect(view.locator("tr[data-trial='0']")).to_contain_text("cancelled", timeout=PATIENCE)
        expect(view.locator("tr[data-trial]")).to_have_count(2)
        view.get_by_role("button", name="Resume").click()
        expect(view.locator("tr[data-trial]")).to_have_count(3, timeout=PATIENCE)
        view.get_by_role("button", name="Stop", exact=True).click()
        self.printed("ended interrupted ['cancelled', 'queued']")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def until(what, holds):
    end = time.monotonic() + PATIENCE / 1000
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"It never came about that {what}.")
        time.sleep(0.1)


if __name__ == "__main__":
    unittest.main()
