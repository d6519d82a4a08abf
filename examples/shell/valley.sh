#!/bin/sh
# The height of Rosenbrock's valley at a point. Its lowest point, 0, lies at x = 1, y = 1.
LC_ALL=C awk -v x="$SEXTANT_PARAM_x" -v y="$SEXTANT_PARAM_y" \
    'BEGIN { print "height:", (1 - x)^2 + 100 * (y - x^2)^2 }'
