"""Packs Joe and Kuo's direction numbers (new-joe-kuo-6.21201) into joe-kuo-6.21201.bits.

Reads scipy's copy of the table (`_sobol_direction_numbers.npz` of the wheel `scipy`, any version since 1.7):

    python3 joe_kuo.py path/to/_sobol_direction_numbers.npz path/to/joe-kuo-6.21201.bits

Form: a stream of bits, most significant first, one record a dimension, from dimension 2 on (dimension 1 is the
van der Corput sequence and has no record): the degree s of the primitive polynomial (5 bits), its coefficients
without the first and the last, which are 1 (s - 1 bits), and for k = 1..s the initial number m_k without its last
bit, which is 1 (k - 1 bits).
"""
import sys

import numpy


def bits(value, width):
    assert 0 <= value < (1 << width)
    return format(value, "b").zfill(width) if width else ""


def record(polynomial, initial):
    degree = polynomial.bit_length() - 1
    numbers = [int(m) for m in initial[:degree]]
    assert all(m & 1 and m < (1 << k) for k, m in enumerate(numbers, start=1))
    inner = (polynomial >> 1) & ((1 << (degree - 1)) - 1)
    return bits(degree, 5) + bits(inner, degree - 1) + "".join(bits(m >> 1, k) for k, m in enumerate(numbers))


def main(source, target):
    table = numpy.load(source)
    stream = "".join(record(int(p), v) for p, v in zip(table["poly"][1:], table["vinit"][1:]))
    stream += "0" * (-len(stream) % 8)
    with open(target, "wb") as file:
        file.write(int(stream, 2).to_bytes(len(stream) // 8, "big"))


if __name__ == "__main__":
    main(*sys.argv[1:])
