"""Cross-validates gradient-boosted trees on the Wisconsin breast cancer data.

After every fold it prints the means so far, `step=2 log_loss=0.11 accuracy=0.96`: the last line counts all folds.
"""

import argparse
import os

from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import StratifiedKFold

parser = argparse.ArgumentParser(description="Cross-validate gradient boosting.")
parser.add_argument("--rate", type=float, default=0.1)
parser.add_argument("--trees", type=int, default=30)
parser.add_argument("--depth", type=int, default=3)
parser.add_argument("--subsample", type=float, default=1.0)
parser.add_argument("--features", choices=["all", "sqrt", "log2"], default="all")
settings = parser.parse_args()

model = GradientBoostingClassifier(
    learning_rate=settings.rate,
    n_estimators=settings.trees,
    max_depth=settings.depth,
    subsample=settings.subsample,
    max_features=None if settings.features == "all" else settings.features,
    random_state=int(os.environ.get("SEXTANT_SEED", "1")) % 2**32,  # all that scikit-learn accepts
)
cells, labels = load_breast_cancer(return_X_y=True)
folds = StratifiedKFold(5, shuffle=True, random_state=1)
loss = accuracy = 0.0
for step, (training, validation) in enumerate(folds.split(cells, labels), start=1):
    model.fit(cells[training], labels[training])
    loss += log_loss(labels[validation], model.predict_proba(cells[validation]))
    accuracy += model.score(cells[validation], labels[validation])
    print(f"step={step} log_loss={loss / step} accuracy={accuracy / step}")
