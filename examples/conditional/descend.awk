# Walks down Rosenbrock's valley for 500 steps, from a point 24.2 high, and prints the height that it reaches.
# Usage: awk -vmethod=momentum -vrate=0.001 -vbeta=0.9 -vnesterov=true -f descend.awk
#
# `beta` is how much of the speed is kept, `beta2` (of Adam) how much of the mean square of the slope.
# Sources: Nesterov 1983; Sutskever et al., ICML 2013, section 2.1; Kingma and Ba, ICLR 2015, algorithm 1.

BEGIN {
    place["x"] = -1.2; place["y"] = 1
    for (step = 1; step <= 500; step++) {
        ahead = nesterov == "true" ? beta : 0
        look(place["x"] + ahead * speed["x"], place["y"] + ahead * speed["y"])
        for (axis in place)
            if (method == "adam") adapt(axis); else roll(axis)
    }
    print "height=" ((1 - place["x"])^2 + 100 * (place["y"] - place["x"]^2)^2)
}

function look(x, y) {
    slope["x"] = 2 * (x - 1) - 400 * x * (y - x^2)
    slope["y"] = 200 * (y - x^2)
}

function roll(axis) {
    speed[axis] = beta * speed[axis] - rate * slope[axis]
    place[axis] += speed[axis]
}

function adapt(axis,    size) {
    speed[axis] = beta * speed[axis] + (1 - beta) * slope[axis]
    square[axis] = beta2 * square[axis] + (1 - beta2) * slope[axis]^2
    size = sqrt(square[axis] / (1 - beta2^step)) + 1e-8
    place[axis] -= rate * speed[axis] / (1 - beta^step) / size
}
