// Eight doubles or eight 64-bit words at a time, elementary functions and random bits for the reference.

#ifndef LANES_H
#define LANES_H

#include <math.h>
#include <stdint.h>

typedef double vd __attribute__((ext_vector_type(8)));
typedef uint64_t vu __attribute__((ext_vector_type(8)));
typedef int64_t vi __attribute__((ext_vector_type(8)));

#define INLINE static inline __attribute__((always_inline))

INLINE vd fma8(vd a, vd b, vd c) { return __builtin_elementwise_fma(a, b, c); }
INLINE vd all(double x) { return (vd)x; }
INLINE vd select8(vi mask, vd x, vd y) { return (vd)((mask & (vi)x) | (~mask & (vi)y)); }

// e^x by reduction to |r| <= ln 2 / 2 and Taylor's series to degree 12; x clamped to [-700, 700].
INLINE vd exp8(vd x) {
  x = __builtin_elementwise_max(__builtin_elementwise_min(x, all(700)), all(-700));
  vd t = fma8(x, all(1.4426950408889634), all(0x1.8p52));
  vd n = t - 0x1.8p52;
  vd r = fma8(n, all(-1.42860682030941723212e-6), fma8(n, all(-0.693145751953125), x));
  vd p = all(1.0 / 479001600);
  static const double c[] = {1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
                             1.0 / 120,      1.0 / 24,      1.0 / 6,      0.5,         1.0,        1.0};
  for (int i = 0; i < 12; i++) p = fma8(p, r, all(c[i]));
  return (vd)((vu)p + ((vu)t << 52));
}
INLINE vd sigmoid8(vd x) { return 1.0 / (1.0 + exp8(-x)); }
INLINE vd tanh8(vd x) { return 1.0 - 2.0 / (1.0 + exp8(2.0 * x)); }

// xoshiro256++ (Blackman, Vigna), one generator a lane, seeded by splitmix64.
typedef struct {
  vu s[4];
} Random;

static void seed(Random *random, uint64_t x) {
  for (int i = 0; i < 4; i++)
    for (int lane = 0; lane < 8; lane++) {
      uint64_t z = x += 0x9e3779b97f4a7c15;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      random->s[i][lane] = z ^ (z >> 31);
    }
}
INLINE vu rotate(vu x, int k) { return (x << (uint64_t)k) | (x >> (uint64_t)(64 - k)); }
INLINE vu next(Random *random) {
  vu *s = random->s;
  vu result = rotate(s[0] + s[3], 23) + s[0];
  vu t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate(s[3], 45);
  return result;
}
INLINE vd uniform8(Random *random) { return (vd)((next(random) >> 12) | 0x3FF0000000000000) - 1.0; }

// Box-Muller, eight radii and eight angles for eight numbers.
static vd normal8(Random *random) {
  vd u = 1.0 - uniform8(random), w = uniform8(random), result;
  for (int lane = 0; lane < 8; lane++) result[lane] = sqrt(-2 * log(u[lane])) * cos(2 * M_PI * w[lane]);
  return result;
}

// Successes among n trials of probability p: 512 comparisons of random numbers with p at a time, binary digit
// by digit, until no trial is undecided.
static int binomial(Random *random, int n, double p) {
  if (p >= 1) return n;
  const uint64_t threshold = (uint64_t)(p * 0x1p64);
  Random local = *random;
  int count = 0;
  for (; n > 0; n -= 512) {
    vu undecided;
    for (int lane = 0; lane < 8; lane++) {
      int here = n - 64 * lane;
      undecided[lane] = here >= 64 ? ~0ull : here > 0 ? (1ull << here) - 1 : 0;
    }
    vu result = 0;
    for (int digit = 63; digit >= 0; digit--) {
      vu r = next(&local);
      if (threshold >> digit & 1) {
        result |= undecided & ~r;
        undecided &= r;
      } else {
        undecided &= ~r;
      }
      if (digit < 57 && __builtin_reduce_or(undecided) == 0) break;
    }
    count += (int)__builtin_reduce_add(__builtin_elementwise_popcount(result));
  }
  *random = local;
  return count;
}

#endif
