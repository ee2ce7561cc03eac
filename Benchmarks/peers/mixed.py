"""The numbers that Swift and C draw, too: each from its position and a seed."""

import numpy as np


def words(count, seed):
    """64 mixed bits a number."""
    with np.errstate(over="ignore"):
        word = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        word += np.uint64(seed) * np.uint64(0xD1B54A32D192ED03)
        return (word ^ (word >> np.uint64(31))) * np.uint64(0xBF58476D1CE4E5B9)


def uniform(count, seed, scale):
    """Uniform in ±scale/2, single precision."""
    mixed = words(count, seed) >> np.uint64(40)
    return (scale * (mixed.astype(np.float64) * 2.0**-24 - 0.5)).astype(np.float32)


def coarse(count, seed):
    """Multiples of 1/64 from -1 to 63/64: sums of 1024 products of two of them are exact in single precision."""
    mixed = words(count, seed) >> np.uint64(57)
    return (mixed.astype(np.float32) - np.float32(64)) / np.float32(64)
