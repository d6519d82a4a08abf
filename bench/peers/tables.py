"""Tables of real trainings: every point of a grid, trained once with scikit-learn on the data it ships.

Usage: tables.py FOLDER [TABLE...]

Writes FOLDER/TABLE.csv.gz, a row per configuration: its parameters (empty where they have no effect), then validation
figures: `error` (share of wrong answers), `logloss`, or `rmse` (relative to the spread of the targets). Of trainings that
go through epochs or trees, each figure has a column per checkpoint, as `error@9`. A table that exists is left alone.
"""
import csv
import gzip
import io
import itertools
import os
import re
import sys
import warnings

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np
from sklearn import datasets, ensemble, linear_model, metrics, model_selection, neural_network, pipeline, preprocessing, svm

warnings.filterwarnings("ignore")
SPLITS = 3
REGRESSION = ("diabetes", "friedman")


def data(name):
    if name == "friedman":  # drawn, not recorded: ten features of which five count, and noise
        x, y = datasets.make_friedman1(600, noise=1.0, random_state=1)
    else:
        x, y = getattr(datasets, f"load_{name}")(return_X_y=True)
    if name in REGRESSION:
        y = (y - y.mean()) / y.std()
    return x, y


def parts(name, share=1 / 3):
    """Training and validation parts, scaled by the training part; the same for every configuration."""
    x, y = data(name)
    for seed in range(SPLITS):
        strata = None if name in REGRESSION else y
        a, b, ya, yb = model_selection.train_test_split(x, y, test_size=share, random_state=seed, stratify=strata)
        scale = preprocessing.StandardScaler().fit(a)
        yield scale.transform(a), scale.transform(b), ya, yb


def grid(**axes):
    return [dict(zip(axes, values)) for values in itertools.product(*axes.values())]


def powers(base, exponents):
    return [float(f"{base ** e:.6g}") for e in exponents]


def mean(figures):
    return {k: float(np.mean([f[k] for f in figures])) for k in figures[0]}


def proba_figures(y, p):
    return {"error": float(np.mean(p.argmax(1) != y)), "logloss": metrics.log_loss(y, np.clip(p, 1e-7, 1), labels=range(p.shape[1]))}


def svm_rows(name):
    c, gamma = powers(10, np.arange(-3, 4.1, 0.5)), powers(10, np.arange(-5, 1.1, 0.5))
    space = grid(kernel=["linear"], C=c) + grid(kernel=["rbf", "sigmoid"], C=c, gamma=gamma)
    space += grid(kernel=["poly"], C=c, gamma=gamma, degree=[2, 3, 4])
    for row in space:
        figures = []
        for a, b, ya, yb in parts(name):
            options = {k: v for k, v in row.items()}
            if name == "diabetes":
                model = svm.SVR(**options, max_iter=20000).fit(a, ya)
                figures.append({"rmse": float(np.sqrt(np.mean((np.clip(model.predict(b), -10, 10) - yb) ** 2)))})
            else:
                model = svm.SVC(**options, max_iter=20000).fit(a, ya)
                figures.append({"error": float(np.mean(model.predict(b) != yb))})
        yield {**row, **mean(figures)}


TREES = [1, 2, 4, 8, 16, 32, 64, 128, 192]


def boosting_rows(name):
    if name == "diabetes":
        space = grid(learning_rate=powers(10, np.arange(-3, 0.1, 0.375)), max_depth=[1, 2, 3, 4, 6], subsample=[0.3, 0.55, 0.8, 1.0],
                     min_samples_leaf=[1, 4, 16])
    else:
        space = grid(learning_rate=powers(10, np.arange(-3, 0.1, 0.5)), max_depth=[1, 2, 4, 6], subsample=[0.3, 0.6, 1.0],
                     min_samples_leaf=[1, 16])
    for row in space:
        figures = []
        for a, b, ya, yb in parts(name):
            if name == "diabetes":
                model = ensemble.GradientBoostingRegressor(**row, n_estimators=TREES[-1], random_state=1).fit(a, ya)
                stages = {t: {"rmse": float(np.sqrt(np.mean((p - yb) ** 2)))} for t, p in enumerate(model.staged_predict(b), 1) if t in TREES}
            else:
                model = ensemble.GradientBoostingClassifier(**row, n_estimators=TREES[-1], random_state=1).fit(a, ya)
                stages = {t: proba_figures(yb, p) for t, p in enumerate(model.staged_predict_proba(b), 1) if t in TREES}
            figures.append({f"{k}@{t}": v for t, stage in stages.items() for k, v in stage.items()})
        yield {**row, **mean(figures)}


def forest_rows(name):
    space = []
    for bootstrap in [True, False]:
        more = {"max_samples": [0.1, 0.3, 0.8]} if bootstrap else {}
        space += grid(criterion=["gini", "entropy"], max_depth=[2, 4, 6, 9, 14], max_features=[0.02, 0.05, 0.1, 0.25, 0.5, 1.0],
                      min_samples_leaf=[1, 5], bootstrap=[bootstrap], **more)
    for row in space:
        figures = []
        for a, b, ya, yb in parts(name):
            model = ensemble.RandomForestClassifier(**row, n_estimators=20, random_state=1).fit(a, ya)
            figures.append(proba_figures(yb, model.predict_proba(b)))
        yield {**row, "bootstrap": str(row["bootstrap"]).lower(), **mean(figures)}


ENSEMBLE = [1, 2, 3, 5, 7, 10, 14, 21, 30, 43, 64, 90, 128, 192]


def rmse_of(p, y):
    return {"rmse": float(np.sqrt(np.mean((p - y) ** 2)))}


def ensemble_rows(name):
    """Boosting with more checkpoints than in `boosting_rows`, and with a choice of what is fitted where targets are numbers."""
    common = dict(learning_rate=powers(10, np.arange(-3, 0.1, 0.375)), max_depth=[1, 2, 3, 5], subsample=[0.3, 0.6, 1.0])
    if name in REGRESSION:
        space = grid(loss=["squared_error", "absolute_error", "huber"], **common, max_features=[0.3, 1.0])
    else:
        space = grid(**common, max_features=[0.1, 0.3, 1.0])
    for row in space:
        figures = []
        for a, b, ya, yb in parts(name):
            if name in REGRESSION:
                model = ensemble.GradientBoostingRegressor(**row, n_estimators=ENSEMBLE[-1], random_state=1).fit(a, ya)
                stages = {t: rmse_of(p, yb) for t, p in enumerate(model.staged_predict(b), 1) if t in ENSEMBLE}
            else:
                model = ensemble.GradientBoostingClassifier(**row, n_estimators=ENSEMBLE[-1], random_state=1).fit(a, ya)
                stages = {t: {"logloss": proba_figures(yb, p)["logloss"]} for t, p in enumerate(model.staged_predict_proba(b), 1) if t in ENSEMBLE}
            figures.append({f"{k}@{t}": v for t, stage in stages.items() for k, v in stage.items()})
        yield {**row, **mean(figures)}


EPOCHS = [1, 2, 3, 4, 6, 9, 13, 18, 27]


def sgd_rows(name):
    """Linear models, epoch by epoch."""
    common = dict(loss=["hinge", "log_loss", "modified_huber"], penalty=["l2", "l1"], alpha=powers(10, np.arange(-6, 0.1, 2)),
                  eta0=powers(10, np.arange(-4, 1.1, 0.625)), average=[True, False])
    space = grid(learning_rate=["constant"], **common) + grid(learning_rate=["invscaling"], power_t=[0.25, 0.5], **common)
    a, b, ya, yb = next(parts(name))
    for row in space:
        model, figures = linear_model.SGDClassifier(**row, random_state=1), {}
        for epoch in range(1, EPOCHS[-1] + 1):
            try:
                model.partial_fit(a, ya, classes=np.unique(ya))
                wrong = float(np.mean(model.predict(b) != yb))
            except ValueError as e:
                if not re.search("finite|NaN|infinity|overflow", str(e)):
                    raise
                wrong = 1 - 1 / len(np.unique(ya))
            if epoch in EPOCHS:
                figures[f"error@{epoch}"] = wrong
        yield {**row, "average": str(row["average"]).lower(), **figures}


def network_rows(name):
    common = dict(learning_rate_init=powers(10, np.arange(-4, 0.1, 0.5)), alpha=powers(10, [-5, -1]), activation=["relu", "tanh"])
    space = []
    for layers in [1, 2]:
        sizes = {"units1": [4, 16, 64], **({"units2": [4, 16, 64]} if layers == 2 else {})}
        space += grid(layers=[layers], **sizes, solver=["adam"], **common)
        space += grid(layers=[layers], **sizes, solver=["sgd"], momentum=[0.0, 0.9], **common)
    split = next(parts(name))
    for row in space:
        options = {k: row[k] for k in ("learning_rate_init", "alpha", "activation", "solver", "momentum") if k in row}
        sizes = tuple(row[k] for k in ("units1", "units2") if k in row)
        options.update(batch_size=128 if name == "digits" else 32, random_state=1)
        yield {**row, **classified(sizes, options, split)}


def classified(sizes, options, split):
    """Figures of a network, epoch by epoch. Where it diverged it guesses from there on."""
    a, b, ya, yb = split
    classes, model, figures = np.unique(ya), neural_network.MLPClassifier(hidden_layer_sizes=sizes, **options), {}
    for epoch in range(1, EPOCHS[-1] + 1):
        p = tried(lambda: model.partial_fit(a, ya, classes=classes).predict_proba(b), np.full((len(yb), len(classes)), np.nan))
        p = np.where(np.isfinite(p).all(1, keepdims=True), p, 1 / len(classes))
        if epoch in EPOCHS:
            figures[f"logloss@{epoch}"] = proba_figures(yb, p)["logloss"]
    return figures


def tried(train, otherwise):
    try:
        return train()
    except ValueError as e:
        if not re.search("finite|NaN|infinity", str(e)):
            raise
        return otherwise


TABLES = {
    "svm-wine": lambda: svm_rows("wine"), "svm-cancer": lambda: svm_rows("breast_cancer"),
    "svr-diabetes": lambda: svm_rows("diabetes"), "svm-digits": lambda: svm_rows("digits"),
    "boosting-diabetes": lambda: boosting_rows("diabetes"), "boosting-cancer": lambda: boosting_rows("breast_cancer"),
    "forest-cancer": lambda: forest_rows("breast_cancer"), "forest-digits": lambda: forest_rows("digits"),
    "ensemble-wine": lambda: ensemble_rows("wine"), "ensemble-friedman": lambda: ensemble_rows("friedman"),
    "sgd-digits": lambda: sgd_rows("digits"),
    "network-wine": lambda: network_rows("wine"), "network-digits": lambda: network_rows("digits"),
}


def text(value):
    return f"{value:.5g}" if isinstance(value, float) else str(value)


def write(path, rows):
    rows = list(rows)
    columns = list(dict.fromkeys(k for row in rows for k in row))
    figures = [c for c in columns if c.split("@")[0] in ("error", "logloss", "rmse")]
    columns = [c for c in columns if c not in figures] + figures
    out = io.StringIO()
    table = csv.DictWriter(out, columns, lineterminator="\n")
    table.writeheader()
    table.writerows({k: text(v) for k, v in row.items()} for row in rows)
    with open(path + ".part", "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(out.getvalue().encode())
    os.replace(path + ".part", path)


if __name__ == "__main__":
    folder = sys.argv[1]
    for name in sys.argv[2:] or TABLES:
        path = os.path.join(folder, name + ".csv.gz")
        if not os.path.exists(path):
            write(path, TABLES[name]())
        print(name, os.path.getsize(path), "bytes", flush=True)
