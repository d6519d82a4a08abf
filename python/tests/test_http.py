"""Studies on a real server."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import socketserver
import ssl
import subprocess
import tempfile
import threading
import unittest
from unittest import mock

import sextant
from tests import objectives
from tests.support import LINE, ROOT, square, until
from sextant.http import Http


class Server:
    """A `sextant serve`."""

    def __init__(self, home, port=0, options=(), log=os.devnull):
        with open(log, "w") as err:
            self.process = subprocess.Popen([ROOT / "sextant", "serve", "--home", home, "--port", str(port), *options], stdout=subprocess.PIPE,
                                            stderr=err, text=True)
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rpartition(":")[2])

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.communicate(timeout=60)


class Wire(socketserver.ThreadingTCPServer):
    """Hands bytes on to a server; can lose an answer, and can speak TLS to whoever calls."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port, tls=None):
        self.far, self.tls, self.lose, self.lost = port, tls, 0, 0
        super().__init__(("127.0.0.1", 0), None)
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def finish_request(self, request, address):
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            near = stack.enter_context(self.tls.wrap_socket(request, server_side=True) if self.tls else request)
            far = stack.enter_context(socket.create_connection(("127.0.0.1", self.far)))
            threading.Thread(target=pump, args=(near, far), daemon=True).start()
            while True:
                said = far.recv(65536)
                if self.lose:
                    self.lose, self.lost = self.lose - 1, self.lost + 1
                    near.shutdown(socket.SHUT_RDWR)
                    return
                if not said:
                    return
                near.sendall(said)


def pump(source, sink):
    with contextlib.suppress(OSError):
        for said in iter(lambda: source.recv(65536), b""):
            sink.sendall(said)
        sink.shutdown(socket.SHUT_WR)


class OnAServer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sextant-python-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.server = Server(cls.folder)
        cls.addClassCleanup(cls.server.end)
        cls.client = sextant.connect(cls.server.url)
        cls.addClassCleanup(cls.client.close)

    def wire(self, **settings):
        wire = Wire(self.server.port, **settings)
        self.addCleanup(wire.server_close)
        self.addCleanup(wire.shutdown)
        return wire, f"http{'s' if wire.tls else ''}://127.0.0.1:{wire.server_address[1]}"

    def test_the_same_is_found_as_without_one(self):
        with sextant.local(self.folder / "local") as local:
            here = local.tune(square, LINE, trials=15, seed=3)
            there = self.client.tune(square, LINE, trials=15, seed=3, study="same")
            self.assertEqual([(t.parameters, t.value, t.state) for t in here.trials], [(t.parameters, t.value, t.state) for t in there.trials])
            self.assertEqual((there.ending, there.best.number), (here.ending, here.best.number))
        self.assertEqual([card["counts"] for card in self.client.studies("same")], [{"complete": 15}])

    def test_threads_and_processes_ask_and_report(self):
        study = self.client.tune(objectives.where, LINE, trials=4, workers=2, seed=1, record=["process", "worker"], study="workers")
        self.assertEqual([t.state for t in study.trials], ["complete"] * 4)
        study.change(trials=12)
        study.run(objectives.where, threads=3)
        self.assertEqual([t.state for t in study.trials], ["complete"] * 12)

    def test_everything_that_can_be_done_with_a_study_can_be_done_there(self):
        self.client.create(LINE, seed=1, study="steered", metric="loss", strategy="random")
        study = self.client.load("steered")
        trial = study.ask()
        self.assertTrue(trial.report(1, 0.5).go_on)
        self.assertTrue(trial.tell(0.25))
        self.assertEqual((study.best.value, study.trial(0).values), (0.25, {"loss": 0.25}))
        self.assertEqual(study.ask(2)[0].parameters, study.trial(1).parameters)
        study.enqueue(x=3.0)
        self.assertEqual(study.trial(study.add({"x": 4.0}, 0.5)).origin, "added")
        study.stop(1, why="enough")
        self.assertEqual(study.retry(1), [1])
        study.pause()
        with self.assertRaises(sextant.NothingNowError):
            study.ask()
        study.resume()
        for trial in (study.ask() for _ in range(6)):
            trial.fail("no")
        self.assertIn("x", [p["parameter"] for p in study.importance()] if len(study.front) > 3 else ["x"])
        study.delete()
        with self.assertRaises(sextant.UnknownStudyError):
            self.client.load("steered")

    def test_what_a_program_left_is_listed_and_saved_as_a_whole_or_not_at_all(self):
        subprocess.run([ROOT / "sextant", "tune", "--home", self.folder, "--name", "leaves", "-p", "x=0.0..1.0", "--trials", "1", "--quiet", "--artifact", "a/",
                        "--", "sh", "-c", "cd $SEXTANT_RUN_DIR; mkdir a; echo trained > 'a/model 1.pt'; echo FoM=1"], check=True, stdout=subprocess.DEVNULL)
        with tempfile.TemporaryDirectory() as folder:
            study = self.client.load("leaves")
            found = study.artifacts(study.best)
            self.assertEqual([(one.name, one.size, one.here) for one in found], [("a/model 1.pt", 8, True)])
            saved = study.artifact(0, "a/model 1.pt", folder)
            self.assertEqual(saved, pathlib.Path(folder, "model 1.pt"))
            self.assertEqual(saved.read_text(), "trained\n")
            with self.assertRaisesRegex(sextant.SextantError, "none of trial 0"):
                study.artifact(0, "other", folder)
            with mock.patch("hashlib.sha256", lambda: mock.Mock(hexdigest=lambda: "another")), self.assertRaisesRegex(sextant.SextantError, "broke off"):
                study.artifact(0, "a/model 1.pt", pathlib.Path(folder, "half"))
            self.assertEqual(os.listdir(folder), ["model 1.pt"])
        with sextant.create(LINE, metric="loss") as study, self.assertRaisesRegex(sextant.SextantError, "from a server"):
            study.artifacts(0)

    def test_a_lost_answer_is_asked_for_again_and_nothing_is_done_twice(self):
        wire, url = self.wire()
        with sextant.connect(url) as client:
            study = client.create(LINE, seed=1, study="lossy", strategy="random", trials=6)
            for _ in range(3):
                wire.lose = 1
                trial = study.ask()
                wire.lose = 1
                self.assertTrue(trial.tell(float(trial.number)))
            self.assertGreaterEqual(wire.lost, 6)
            self.assertEqual([(t.number, t.attempt, t.state) for t in study.trials if t.attempt], [(n, 1, "complete") for n in range(3)])

    def test_trials_of_a_client_that_leaves_are_queued(self):
        with sextant.connect(self.server.url) as leaving:
            leaving.create(LINE, seed=1, study="left").ask()
            self.assertEqual(self.client.load("left").trial(0).state, "running")
        self.assertEqual(self.client.load("left").trial(0).state, "queued")

    def test_a_server_that_restarts_is_waited_for(self):
        home = self.folder / "restarted"
        server = Server(home)
        began, restarted = threading.Event(), threading.Event()

        def objective(x, trial):
            began.set()
            restarted.wait(60)
            trial.report(0, x)
            return x

        def restart():
            nonlocal server
            began.wait(60)
            server.end(signal.SIGKILL)
            server = Server(home, server.port)
            restarted.set()

        restarting = threading.Thread(target=restart)
        restarting.start()
        try:
            with sextant.connect(server.url) as client:
                study = client.tune(objective, LINE, trials=4, seed=1, study="r")
                self.assertEqual([(t.state, t.attempt) for t in study.trials], [("complete", 1)] * 4)
        finally:
            restarting.join()
            server.end()

    def test_an_interrupted_ask_loses_no_trial(self):
        study = self.client.create(LINE, seed=1, study="interrupted", strategy="random")
        once = [KeyboardInterrupt]
        exchange = study._transport._door.exchange

        def broken(*arguments):
            answer = exchange(*arguments)
            if once:
                raise once.pop()
            return answer

        with mock.patch.object(study._transport._door, "exchange", broken):
            with self.assertRaises(KeyboardInterrupt):
                study.ask()
            until("the answer has come after all", lambda: study._left)
        self.assertEqual((study.ask().number, study.ask().number), (0, 1))

    def test_nobody_at_an_address_is_an_error_that_names_it(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{taken.getsockname()[1]}"
            with self.assertRaisesRegex(sextant.ConnectionLostError, f"{url} cannot be reached: .*refused"):
                sextant.connect(url, patience=0.3)
        with self.assertRaisesRegex(ValueError, "no address of a server"):
            sextant.connect("localhost:7700")

    def test_a_heartbeat_names_what_is_held(self):
        study = self.client.create(LINE, seed=1, study="heard", strategy="random")
        first, second = study.ask(2)
        second.tell(1)
        pulse = study._transport._pulse
        with mock.patch.object(pulse._door, "exchange", return_value=(200, {"unwanted": [], "silence": "2m"})) as exchange:
            pulse.beat()
        (method, path, body, _), _ = exchange.call_args
        self.assertEqual((method, path), ("POST", f"/api/v1/workers/{pulse.worker}/heartbeat"))
        self.assertIn({"study": "heard", "trial": 0, "attempt": 1}, body["running"])
        self.assertNotIn(1, [held["trial"] for held in body["running"] if held["study"] == "heard"])
        pulse.beat()
        self.assertEqual(study.trial(0).state, "running")

    def test_tokens_and_the_certificate_of_the_server_itself(self):
        home = self.folder / "guarded"
        token = subprocess.run([ROOT / "sextant", "token", "create", "me", "--role", "submit", "--home", home], check=True, capture_output=True, text=True).stdout.strip()
        log = self.folder / "guarded.log"
        server = Server(home, options=["--bind", "0.0.0.0"], log=log)
        try:
            url = f"https://127.0.0.1:{server.port}"
            until("the fingerprint is shown", lambda: re.search("[0-9A-F:]{95}", log.read_text()))
            fingerprint = re.search("[0-9A-F:]{95}", log.read_text()).group()
            with sextant.connect(url, token=token, fingerprint=fingerprint) as client:
                self.assertEqual(len(client.tune(square, LINE, trials=5, study="guarded").trials), 5)
                with self.assertRaises(sextant.SextantError) as refused:
                    client.delete("guarded")
                self.assertEqual(refused.exception.code, "forbidden")
            with self.assertRaises(sextant.SextantError) as refused:
                sextant.connect(url, token="sxt_no", fingerprint=fingerprint)
            self.assertEqual(refused.exception.code, "unauthorized")
        finally:
            server.end()

    @unittest.skipUnless(shutil.which("openssl"), "There is no openssl here to make a certificate with.")
    def test_a_certificate_is_known_by_its_fingerprint_or_a_file(self):
        key, certificate = self.folder / "key.pem", self.folder / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=sextant",
                        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        _, url = self.wire(tls=context)
        shown = subprocess.run(["openssl", "x509", "-in", certificate, "-noout", "-fingerprint", "-sha256"], check=True, capture_output=True, text=True)
        fingerprint = shown.stdout.strip().partition("=")[2]

        for trusted in ({"fingerprint": fingerprint}, {"fingerprint": "sha256:" + fingerprint.lower()}, {"ca": str(certificate)}):
            with self.subTest(trusted=list(trusted)), sextant.connect(url, **trusted) as client:
                client.studies()
        for wrong, text in (({}, "certificate verify failed|self.signed"), ({"fingerprint": "ab" * 32}, "has the fingerprint .*, not abab")):
            with self.subTest(wrong=wrong), self.assertRaisesRegex(sextant.ConnectionLostError, text):
                sextant.connect(url, **wrong)

    def test_a_token_is_sent_and_the_address_may_have_a_path(self):
        with mock.patch("http.client.HTTPConnection.request", side_effect=KeyboardInterrupt) as request, self.assertRaises(KeyboardInterrupt):
            Http(self.server.url + "/sextant/", token="secret").call("studies")
        (method, path, body, headers), _ = request.call_args
        self.assertEqual((method, path, body, headers["Authorization"]), ("GET", "/sextant/api/v1/studies", None, "Bearer secret"))


if __name__ == "__main__":
    unittest.main()
