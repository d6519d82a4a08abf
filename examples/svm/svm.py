"""Cross-validates a support vector machine on the Wisconsin breast cancer data.

Takes its parameters from the JSON file $SEXTANT_PARAMS and writes its figures to the JSON file $SEXTANT_RESULT.
The file names only the parameters that are active: no `degree` unless the kernel is polynomial.
"""

import json
import os

from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

with open(os.environ["SEXTANT_PARAMS"]) as file:
    parameters = json.load(file)

cells, labels = load_breast_cancer(return_X_y=True)
model = make_pipeline(StandardScaler(), SVC(**parameters))
folds = StratifiedKFold(5, shuffle=True, random_state=1)
scores = cross_val_score(model, cells, labels, cv=folds)

with open(os.environ["SEXTANT_RESULT"], "w") as file:
    json.dump({"accuracy": scores.mean(), "deviation": scores.std()}, file)
