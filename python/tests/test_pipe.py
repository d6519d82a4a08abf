"""The process behind a study: found, started, ended, and never left behind."""

import gc
import os
import pathlib
import shutil
import stat
import tempfile
import threading
import unittest
from unittest import mock

import sextant
from sextant import program
from sextant.pipe import Pipe
from tests.support import LINE, ROOT, WithHome, alive, square, until


class TheProgram(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def script(self, text):
        path = self.folder / "sextant"
        path.write_text("#!/bin/sh\n" + text)
        path.chmod(0o755)
        return path

    def test_is_the_one_stated_then_that_of_the_environment_then_of_the_path(self):
        here = self.script("")
        with mock.patch.dict(os.environ, {"SEXTANT": str(self.folder), "PATH": ""}):
            self.assertEqual(program.find(), str(here))
            self.assertEqual(program.find(ROOT), str(ROOT / "sextant"))
            del os.environ["SEXTANT"]
            os.environ["PATH"] = str(self.folder)
            self.assertEqual(program.find(), str(here))

    def test_is_found_in_a_checkout_around_the_package(self):
        with mock.patch.dict(os.environ, {"PATH": ""}):
            del os.environ["SEXTANT"]
            self.assertEqual(program.find(), str(ROOT / "sextant"))

    def test_that_is_not_there_is_missed_with_a_way_out(self):
        with mock.patch.dict(os.environ, {"SEXTANT": str(self.folder / "no")}):
            with self.assertRaisesRegex(sextant.ProgramError, r"\$SEXTANT is .*: no program is there"):
                sextant.create(LINE)
        with mock.patch.dict(os.environ, {"PATH": ""}), mock.patch.object(program, "_checkouts", lambda: iter(())):
            del os.environ["SEXTANT"]
            with self.assertRaisesRegex(sextant.ProgramError, "(?s)was not found.*Set SEXTANT to the path"):
                program.find()

    def test_that_ends_at_once_is_quoted(self):
        with self.assertRaisesRegex(sextant.ProgramError, "(?s)exit code 3.*It said:\nNo JDK 25 or newer was found"):
            sextant.create(LINE, program=self.script("echo 'No JDK 25 or newer was found.' >&2; exit 3"))
        with self.assertRaisesRegex(sextant.ProgramError, "killed by signal 9. It said nothing"):
            sextant.create(LINE, program=self.script("kill -9 $$"))


class AProcess(WithHome):
    def test_ends_with_its_study_and_what_was_asked_is_queued(self):
        with sextant.create(LINE, study="closed", home=self.folder) as study:
            pid = study._transport.pid
            study.ask()
            self.assertTrue(alive(pid))
        self.assertFalse(alive(pid))
        study.close()
        with self.assertRaisesRegex(sextant.ProgramError, "the study is closed"):
            study.ask()
        self.assertEqual(self.client.load("closed").trial(0).state, "queued")

    def test_ends_when_nobody_has_the_study_any_more(self):
        study = sextant.create(LINE)
        pid = study._transport.pid
        del study
        gc.collect()
        until("the process has ended", lambda: not alive(pid))

    def test_ends_with_a_study_that_could_not_be_made(self):
        with mock.patch.object(Pipe, "close", autospec=True, side_effect=Pipe.close) as close:
            with self.assertRaises(sextant.WrongFormError):
                sextant.create({"x": {"real": [1]}})
        (pipe,), _ = close.call_args
        self.assertFalse(alive(pipe.pid))

    def test_that_is_killed_is_told_to_whoever_asks(self):
        study = sextant.create(LINE)
        os.kill(study._transport.pid, 9)
        for _ in range(2):
            with self.assertRaisesRegex(sextant.ProgramError, "was killed by signal 9"):
                study.ask()
        study.close()

    def test_is_not_kept_alive_by_a_forked_child(self):
        study = sextant.create(LINE)
        held, release = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(release)
            os.read(held, 1)
            os._exit(0)
        os.close(held)
        study.close()
        self.assertFalse(alive(study._transport.pid))
        os.close(release)
        self.assertEqual(os.waitpid(child, 0)[1], 0)

    def test_cannot_be_used_by_a_forked_child(self):
        study = self.line()
        child = os.fork()
        if child == 0:
            try:
                study.ask()
            except sextant.ProgramError as refused:
                os._exit(0 if "forked" in str(refused) else 1)
            os._exit(2)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        self.assertEqual(study.ask().number, 0)

    def test_answers_many_threads(self):
        study = self.line(trials=200)

        def work():
            for trial in study:
                trial.tell(square(trial["x"]))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([t.state for t in study.trials], ["complete"] * 200)

    def test_an_interrupted_ask_loses_no_trial(self):
        study = self.line()
        late = []
        with mock.patch("sextant.pipe.Future.result", side_effect=KeyboardInterrupt):
            with self.assertRaises(KeyboardInterrupt):
                study.ask()
        until("the answer has come after all", lambda: study._left)
        self.assertEqual((study.ask().number, study.ask().number), (0, 1))


if __name__ == "__main__":
    unittest.main()
