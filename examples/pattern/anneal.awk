# Looks for a short round trip through 40 towns in a square of one kilometre by simulated annealing.
# Usage: awk -f anneal.awk TEMPERATURE COOLING SEED
#
# A move travels a part of the trip backwards. Shorter trips are always taken, longer ones with the probability
# exp(-extra / temperature). After each of 60 rounds the temperature is multiplied by COOLING.

BEGIN {
    temperature = ARGV[1]; cooling = ARGV[2]; seed = ARGV[3]
    towns = 40; rounds = 60; moves = 200
    srand(1)
    for (i = 0; i < towns; i++) {
        x[i] = rand(); y[i] = rand(); trip[i] = i
        if (i > 0) now += distance(i - 1, i)
    }
    now += distance(towns - 1, 0)
    shortest = now

    srand(seed)
    for (round = 1; round <= rounds; round++) {
        for (move = 0; move < moves; move++) try(int(rand() * towns), int(rand() * towns))
        temperature *= cooling
        printf "[annealer] round %2d/%d: trip of %.4f km (shortest %.4f km)\n", round, rounds, now, shortest
    }
}

function distance(a, b) {
    return sqrt((x[a] - x[b])^2 + (y[a] - y[b])^2)
}

# Travels from place `from` to place `to` of the trip backwards, if that is short or lucky enough.
function try(from, to,    before, after, extra) {
    if (from >= to || to - from == towns - 1) return
    before = trip[(from + towns - 1) % towns]; after = trip[(to + 1) % towns]
    extra = distance(before, trip[to]) + distance(trip[from], after) \
        - distance(before, trip[from]) - distance(trip[to], after)
    if (extra > 0 && rand() >= exp(-extra / temperature)) return
    reverse(from, to)
    now += extra
    if (now < shortest) shortest = now
}

function reverse(from, to,    kept) {
    while (from < to) {
        kept = trip[from]; trip[from++] = trip[to]; trip[to--] = kept
    }
}
