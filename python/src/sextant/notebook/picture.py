"""The history of a study as SVG: each result, and the best so far."""

from __future__ import annotations

import math
from html import escape
from typing import List, Sequence

WIDTH, HEIGHT, LEFT, BOTTOM = 520, 200, 56, 24


class Axis:
    """Maps values to pixels; if it may, logarithmically where all are positive and span two decades or more."""

    def __init__(self, values: Sequence[float], first: float, last: float, *, may_log: bool):
        low, high = min(values), max(values)
        self.log = may_log and low > 0 and high / low >= 100
        self._low, self._high = (math.log10(low), math.log10(high)) if self.log else (low, high)
        if self._high <= self._low:
            self._low, self._high = self._low - 0.5, self._high + 0.5
        self._first, self._last = first, last

    def __call__(self, value: float) -> float:
        place = ((math.log10(value) if self.log else value) - self._low) / (self._high - self._low)
        return self._first + place * (self._last - self._first)

    def ticks(self) -> List[float]:
        """Three values to write at the axis."""
        places = [self._low, (self._low + self._high) / 2, self._high]
        return [10 ** place for place in places] if self.log else places


def history(points: Sequence[Sequence[float]], metric: str) -> str:
    """Points are number, value, best so far. Empty if there are none."""
    if not points:
        return ""
    x = Axis([p[0] for p in points], LEFT, WIDTH - 8, may_log=False)
    y = Axis([p[1] for p in points], HEIGHT - BOTTOM, 10, may_log=True)
    dots = "".join(f'<circle cx="{x(p[0]):.1f}" cy="{y(p[1]):.1f}" r="2.5" fill="currentColor" opacity="0.45"/>' for p in points)
    steps = " ".join(f"{x(i):.1f},{y(p[2]):.1f}" for i, p in _stairs(points))
    marks = "".join(f'<text x="{LEFT - 6}" y="{y(t) + 4:.1f}" text-anchor="end">{t:.3g}</text>' for t in y.ticks())
    ends = "".join(f'<text x="{x(t):.1f}" y="{HEIGHT - 8}" text-anchor="middle">{t:.0f}</text>' for t in dict.fromkeys((points[0][0], max(p[0] for p in points))))
    return (f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" style="max-width:100%;font:11px sans-serif;fill:currentColor" role="img" '
            f'aria-label="{escape(metric)} of each trial, and the best so far">{marks}{ends}{dots}'
            f'<polyline points="{steps}" fill="none" stroke="#1a7f5a" stroke-width="2"/></svg>')


def _stairs(points: Sequence[Sequence[float]]) -> "list[tuple[float, Sequence[float]]]":
    """Corners of the line of the best so far, by rising number."""
    corners: "list[tuple[float, Sequence[float]]]" = []
    for p in sorted(points, key=lambda p: p[0]):
        if corners and corners[-1][1][2] != p[2]:
            corners.append((p[0], corners[-1][1]))
        corners.append((p[0], p))
    return corners
