// One refinement of the four-spin rule from 2048 to 4096 in C: the reference for the speed of the Swift
// program. Same algorithm, same layout, an independent implementation with its own random numbers.
// usage: generator [REPEATS]

#include "arguments.h"
#include "lanes.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef uint64_t vu16 __attribute__((ext_vector_type(16)));
enum { side = 2048, words = side / 64, band = 16, unchecked = 11 };

static double processorSeconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// MARK: The rule

static const double w0 = 3.205, w1 = 1.175, w2 = 0.55;

// Digit d (from the top) of the probabilities to agree if 0, 1, 2 of the row and column neighbours do: the
// number of one of four planes, where the digit is 1: nowhere, where the diagonal neighbour differs, where it
// agrees, everywhere.
static uint32_t planes[64][3];

static double agreement(double w0, double w1, double w2, int neighbours, int diagonal) {
  return 1 / (1 + exp(-(w0 + w1 * (2 * neighbours - 2) + w2 * (2 * diagonal - 1)) / 2));
}

static void setParameters(double w0, double w1, double w2) {
  for (int neighbours = 0; neighbours < 3; neighbours++)
    for (int diagonal = 0; diagonal < 2; diagonal++) {
      const uint64_t threshold = (uint64_t)(0x1p64 * agreement(w0, w1, w2, neighbours, diagonal));
      for (int d = 0; d < 64; d++) planes[d][neighbours] |= (uint32_t)(threshold << d >> 63) << diagonal;
    }
}

INLINE vu draw(vu own, vu row, vu column, vu diagonal, vu *four, Random *random) {
  const vu a = own ^ row, b = own ^ column, d = own ^ diagonal;
  const vu none = a & b, one = a ^ b, two = ~(a | b);
  four[1] = d;
  four[2] = ~d;
  vu agree = 0, undecided = ~(vu)0;
  for (int digit = 0; digit < 64;) {
    const uint32_t *p = planes[digit];
    const vu threshold = (none & four[p[0]]) | (one & four[p[1]]) | (two & four[p[2]]);
    agree = (undecided & threshold) | (agree & ~undecided);
    undecided &= ~(threshold ^ next(random));
    if (++digit > unchecked && __builtin_reduce_or(undecided) == 0) break;
  }
  return ~((agree & ~undecided) ^ own);
}

// MARK: Bits of two words in turn

INLINE vu exchanged(vu x, int shift, uint64_t mask) {
  vu t = (x ^ (x >> (uint64_t)shift)) & mask;
  return x ^ t ^ (t << (uint64_t)shift);
}

INLINE vu shuffled(vu x) {
  x = exchanged(x, 16, 0x00000000FFFF0000);
  x = exchanged(x, 8, 0x0000FF000000FF00);
  x = exchanged(x, 4, 0x00F000F000F000F0);
  x = exchanged(x, 2, 0x0C0C0C0C0C0C0C0C);
  return exchanged(x, 1, 0x2222222222222222);
}

INLINE void store(vu even, vu odd, uint64_t *target) {
  const vu low = shuffled((even & 0xFFFFFFFF) | (odd << 32));
  const vu high = shuffled((even >> 32) | (odd & ~0xFFFFFFFFull));
  vu16 both = __builtin_shufflevector(low, high, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
  memcpy(target, &both, sizeof both);
}

// MARK: The refinement

INLINE vu load(const uint64_t *source) {
  vu x;
  memcpy(&x, source, sizeof x);
  return x;
}

static void refine(const uint64_t *coarse, uint64_t *fine, Random *random) {
  static uint64_t centre[(band + 2) * words], left[(band + 2) * words], right[(band + 2) * words];
  Random r = *random;
  vu four[4] = {0, 0, 0, ~(vu)0};
  for (int first = 0; first < side; first += band) {
    for (int row = 0; row < band + 2; row++) {
      const uint64_t *source = coarse + (first + row - 1 + side) % side * words;
      uint64_t *c = centre + row * words, *l = left + row * words, *g = right + row * words;
      for (int k = 0; k < words; k++) c[k] = source[k];
      l[0] = source[0] << 1 | source[words - 1] >> 63;
      g[words - 1] = source[words - 1] >> 1 | source[0] << 63;
      for (int k = 0; k < words - 1; k++) {
        l[k + 1] = source[k + 1] << 1 | source[k] >> 63;
        g[k] = source[k] >> 1 | source[k + 1] << 63;
      }
    }
    for (int index = 0; index < band * words; index += 8) {
      int above = index, here = index + words, below = index + 2 * words;
      vu own = load(centre + here), l = load(left + here), g = load(right + here);
      vu up = load(centre + above), down = load(centre + below);
      vu q0 = draw(own, l, up, load(left + above), four, &r);
      vu q1 = draw(own, g, up, load(right + above), four, &r);
      vu q2 = draw(own, l, down, load(left + below), four, &r);
      vu q3 = draw(own, g, down, load(right + below), four, &r);
      uint64_t *top = fine + (2 * (first + index / words) * 2 * words + 2 * (index % words));
      store(q0, q1, top);
      store(q2, q3, top + 2 * words);
    }
  }
  *random = r;
}

int main(int count, char **arguments) {
  const int repeats = count > 1 ? positive(arguments[1]) : 15;
  if (count > 2 || repeats < 1) return fprintf(stderr, "usage: generator [REPEATS]\n"), 64;
  uint64_t *coarse = aligned_alloc(64, side * words * 8), *fine = aligned_alloc(64, 4 * side * words * 8);
  Random random;
  seed(&random, 1);
  setParameters(w0, w1, w2);
  // Half of the spins up, in no order: all contexts occur.
  for (int i = 0; i < side * words; i += 8) {
    vu word = next(&random);
    memcpy(coarse + i, &word, sizeof word);
  }
  double fastest = INFINITY;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const double start = processorSeconds();
    refine(coarse, fine, &random);
    fastest = fmin(fastest, processorSeconds() - start);
  }
  long agreeing = 0;
  for (int y = 0; y < 2 * side; y++)
    for (int x = 0; x < 2 * side; x++) {
      uint64_t s = fine[y * 2 * words + x / 64] >> (x & 63) & 1;
      agreeing += s == (coarse[y / 2 * words + x / 128] >> (x / 2 & 63) & 1);
    }
  const double sites = 4.0 * side * side;
  // The neighbours are fair coins: 0, 1, 2 agree with chance 1/4, 1/2, 1/4.
  double exact = 0;
  for (int k = 0; k < 6; k++) exact += (k / 2 == 1 ? 0.25 : 0.125) * agreement(w0, w1, w2, k / 2, k % 2);
  // More than five standard errors: every fine spin is one draw, every coarse spin one of the contexts.
  const double mean = agreeing / sites, limit = 5 / sqrt(sites);
  const double nanoseconds = 1e9 * fastest / sites;
  printf("c generator spin_ns=%.5f agreeing=%.6f exact=%.6f limit=%.6f\n", nanoseconds, mean, exact, limit);
  if (fabs(mean - exact) < limit) return 0;
  return fprintf(stderr, "error: the frequency of agreement is wrong\n"), 1;
}
