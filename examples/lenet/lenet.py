"""The network of LeNet.java in PyTorch, on a GPU if there is one; the same flags, checkpoints and lines.

By hand: python3 lenet.py --data=../digits/digits.csv.gz --epochs=5 --lr=0.05
With Sextant: ./sextant tune examples/lenet.yaml --name lenet-torch -- python3 examples/lenet/lenet.py --data=examples/digits/digits.csv.gz '{params}'
"""
import argparse
import gzip
import os
import pathlib

import torch
from torch import nn

VALIDATION, TEST = 400, 400


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default="../digits/digits.csv.gz")
    for name, standard in dict(epochs=10, batch=16, c1_sz=3, c1_ft=6, c2_sz=3, c2_ft=12, fc=32).items():
        parser.add_argument("--" + name, type=int, default=standard)
    for name, standard in dict(dropout=0.2, momentum=0.5, lr=0.01).items():
        parser.add_argument("--" + name, type=float, default=standard)
    return parser.parse_args()


def images(file, device):
    """Pixels from 0 to 1 and digits, shuffled the same way for every trial: test, validation, training."""
    with gzip.open(file, "rt") as lines:
        rows = torch.tensor([[float(number) for number in line.split(",")] for line in lines])
    rows = rows[torch.randperm(len(rows), generator=torch.Generator().manual_seed(1))].to(device)
    pixels, digits = rows[:, :-1].reshape(-1, 1, 8, 8) / 16, rows[:, -1].long()
    cuts = [TEST, VALIDATION, len(rows) - TEST - VALIDATION]
    return list(zip(pixels.split(cuts), digits.split(cuts)))


def network(flags):
    return nn.Sequential(
        nn.Conv2d(1, flags.c1_ft, flags.c1_sz, padding="same"), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(flags.c1_ft, flags.c2_ft, flags.c2_sz, padding="same"), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(flags.c2_ft * 4, flags.fc), nn.ReLU(), nn.Dropout(flags.dropout),
        nn.Linear(flags.fc, 10))


def train(model, optimiser, pixels, digits, batch):
    model.train()
    for some in torch.randperm(len(digits), device=digits.device).split(batch):
        optimiser.zero_grad()
        nn.functional.cross_entropy(model(pixels[some]), digits[some]).backward()
        optimiser.step()


@torch.no_grad()
def figures(model, pixels, digits):
    model.eval()
    scores = model(pixels)
    return nn.functional.cross_entropy(scores, digits).item(), (scores.argmax(1) == digits).float().mean().item()


def main():
    flags = arguments()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    seed = int(os.environ.get("SEXTANT_SEED", "1"))
    torch.manual_seed(seed)
    test, validation, training = images(flags.data, device)
    model = network(flags).to(device)
    optimiser = torch.optim.SGD(model.parameters(), lr=flags.lr, momentum=flags.momentum)
    folder = os.environ.get("SEXTANT_CHECKPOINT")
    file = pathlib.Path(folder, "network.pt") if folder else None
    done = 0
    if file and file.exists():
        saved = torch.load(file, map_location=device)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        for group in optimiser.param_groups:  # the settings of this trial, not those it takes over from
            group.update(lr=flags.lr, momentum=flags.momentum)
        done = saved["epoch"]
    for epoch in range(done + 1, flags.epochs + 1):
        torch.manual_seed(seed * 1_000_003 + epoch)
        train(model, optimiser, *training, flags.batch)
        if file:  # before the report, at which the program may be stopped; renamed, so that it is whole
            file.parent.mkdir(parents=True, exist_ok=True)
            torch.save(dict(epoch=epoch, model=model.state_dict(), optimiser=optimiser.state_dict()), file.with_suffix(".new"))
            file.with_suffix(".new").replace(file)
        loss, accuracy = figures(model, *validation)
        print(f"epoch={epoch} loss={loss} accuracy={accuracy} test_accuracy={figures(model, *test)[1]}", flush=True)


if __name__ == "__main__":
    main()
