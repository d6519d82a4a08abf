"""The same function on a server, which this starts for the occasion.

    python3 examples/python/on_a_server.py
"""

import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python" / "src"))  # not needed after: pip install ./python

# cut: server
import sextant


def square(x):
    return (x - 2) ** 2


def work(url):
    with sextant.connect(url) as client:
        study = client.tune(square, {"x": sextant.real(-5, 10)}, study="shared", trials=20, threads=2)
        print(study.best.value < 1, [card["study"] for card in client.studies()])
# end of cut


with tempfile.TemporaryDirectory() as home:
    server = subprocess.Popen([ROOT / "sextant", "serve", "--home", home, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        work(server.stdout.readline().strip())
    finally:
        server.terminate()
        server.communicate()
