#!/bin/sh
# Computes x² – when it works: half of the attempts end badly, each in a way of its own.
case $(((SEXTANT_TRIAL * 5 + SEXTANT_ATTEMPT + 4) % 8)) in
    0) echo "cannot allocate memory" >&2; exit 12 ;;
    1) echo "somebody kills me" >&2; kill -s KILL $$ ;;
    2) echo "loss=nan" ;;
    3) echo "finished, but forgot to say how well it went" ;;
    *) LC_ALL=C awk -v x="$SEXTANT_PARAM_x" 'BEGIN { print "loss=" x^2 }' ;;
esac
