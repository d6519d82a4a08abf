"""Trials in processes of their own, and what becomes of processes when somebody dies."""

import functools
import importlib.util
import logging
import os
import pathlib
import signal
import subprocess
import sys
import textwrap
import threading
import unittest

import sextant
from tests import objectives
from tests.support import LINE, WithHome, alive, until


class Workers(WithHome):
    def setUp(self):
        logging.getLogger("sextant").setLevel(logging.CRITICAL)

    def test_compute_in_processes_of_their_own_and_report(self):
        study = self.client.tune(objectives.where, LINE, trials=6, workers=2, seed=1, record=["process", "worker"])

        processes = {t.values["process"] for t in study.trials if t.state == "complete"}
        self.assertEqual(len(study.trials), 6)
        self.assertLessEqual(len(processes), 2)
        self.assertNotIn(os.getpid(), processes)
        self.assertEqual({t.values["worker"] for t in study.trials} | {0, 1}, {0, 1})
        self.assertTrue(all(seen.curve == [(3, {"value": 1.5})] for seen in study.board.all()))
        for process in processes:
            until("the process has ended", lambda: not alive(int(process)))

    def test_that_fail_or_die_or_return_nothing_fail_their_trial_and_the_next_goes_on(self):
        study = self.client.tune(objectives.trouble, {"how": sextant.choice(*objectives.TROUBLE)}, strategy="grid", trials=20, workers=2)

        found = {t.parameters["how"]: t.reason for t in study.trials}
        self.assertRegex(found["raise"], r"^ValueError: no data \(objectives.py:\d+\)$")
        self.assertRegex(found["exit"], r"^SystemExit: 3 ")
        self.assertEqual(found["die"], "its process ended with exit code 7")
        self.assertEqual(found["kill"], "its process was killed by SIGKILL")
        self.assertRegex(found["nothing"], "^the objective returned None")
        self.assertEqual(found["nan"], "value is nan")
        self.assertRegex(found["metric"], "has no metric 'widht'")
        self.assertIsNone(found["good"])

    def test_that_take_too_long_are_ended_with_all_they_started(self):
        study = self.client.tune(objectives.forever, {"folder": str(self.folder)}, trials=1, max_failures=1, timeout=1.5)

        self.assertEqual([t.reason for t in study.trials if t.attempt], ["it took longer than 1.5 s"])
        grandchild = int((self.folder / "grandchild").read_text())
        until("its own child has ended", lambda: not alive(grandchild))

    def test_a_trial_is_stopped_in_the_middle_of_its_objective(self):
        study = self.client.create({"folder": str(self.folder)}, trials=1)
        (self.folder / "grandchild").unlink(missing_ok=True)

        def stop():
            until("the objective runs", (self.folder / "grandchild").exists)
            study.stop(0, why="enough")

        stopper = threading.Thread(target=stop)
        stopper.start()
        study.run(objectives.forever, trials=1, workers=2)
        stopper.join()
        self.assertEqual(study.trial(0).state, "cancelled")

    def test_what_cannot_be_sent_to_a_process_is_refused_with_a_way_out(self):
        study = self.line()
        with self.assertRaisesRegex(sextant.WorkerError, "cannot be sent to a worker process.*(\n.*)*threads instead of workers"):
            lock = threading.Lock()
            study.run(lambda x: lock, workers=2)

    @unittest.skipUnless(importlib.util.find_spec("cloudpickle"), "cloudpickle is not installed.")
    def test_with_cloudpickle_also_a_lambda_is_sent(self):
        study = self.client.tune(lambda x: x, LINE, trials=2, workers=2, seed=1)
        self.assertEqual([t.value for t in study.trials], [t.parameters["x"] for t in study.trials])

    def test_of_a_script_without_a_guard_say_what_is_missing(self):
        script = self.folder / "unguarded.py"
        script.write_text(textwrap.dedent("""
            import sextant
            def f(x): return x
            sextant.tune(f, {"x": sextant.real(0, 1)}, trials=4, workers=2)
            """))
        ended = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, env=environment())
        self.assertNotEqual(ended.returncode, 0)
        self.assertIn('if __name__ == "__main__":', ended.stderr)

    def test_ctrl_c_of_a_terminal_ends_them_and_their_trials_are_queued(self):
        (self.folder / "grandchild").unlink(missing_ok=True)
        started, lines = self.start("interrupted", "objectives.forever", {"folder": str(self.folder)}, workers=2)
        until("two objectives run", lambda: (self.folder / "grandchild").exists())
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=60)

        self.assertEqual(started.returncode, 0, err)
        self.assertIn("interrupted", out)
        self.assertNotIn("Traceback", err)
        self.assertEqual([(t.state, t.reason) for t in self.client.load("interrupted").trials if t.state != "queued"], [], out)

    def test_nobody_outlives_python_that_is_killed(self):
        (self.folder / "grandchild").unlink(missing_ok=True)
        started, lines = self.start("killed", "objectives.forever", {"folder": str(self.folder)}, workers=2)
        until("an objective runs", (self.folder / "grandchild").exists)
        pipe = int(next(lines))
        family = {pipe, int((self.folder / "grandchild").read_text())} | children(started.pid)
        started.kill()
        started.communicate()

        for process in family:
            until(f"process {process} has ended", lambda: not alive(process))
        self.assertEqual({t.state for t in self.client.load("killed").trials}, {"queued"})

    def start(self, name, objective, space, **settings):
        script = self.folder / f"{name}.py"
        script.write_text(textwrap.dedent(f"""
            import sextant
            from tests import objectives
            if __name__ == "__main__":
                with sextant.create({space!r}, study={name!r}, home={str(self.folder)!r}, duplicates="allow:9") as study:
                    print(study._transport.pid, flush=True)
                    study.run({objective}, **{settings!r})
                    print(study.ending.kind)
            """))
        # Who was started in the background may ignore Ctrl-C, and so would those it starts.
        started = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(),
                                   preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL))
        self.addCleanup(started.kill)
        return started, started.stdout


def environment():
    here = pathlib.Path(__file__).resolve().parents[1]
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(here / "src"), str(here)])}


def children(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return {int(word) for word in found.split()}


if __name__ == "__main__":
    unittest.main()
