// Lattice phi^4 theory in C: the reference for the speed of the Swift kernels. Same algorithms, same layout,
// an independent implementation with its own random numbers. usage:
//   phi4 metropolis|sweep SIDE [REPEATS]     SIDE a multiple of 16; kappa = 1, lambda = 0.7, mu^2 = -0.9515
//
// A sweep is one Metropolis pass, two passes of over-relaxation and two Swendsen-Wang updates of the embedded
// Ising model. Two colours of a checkerboard; the eight lanes of a vector lie n = SIDE/16 sites of a colour
// apart, so that the neighbours of a vector are vectors.

#include "arguments.h"
#include "lanes.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double kappa = 1, lambda = 0.7, massSquared = -0.9515;

static Random generator;
static int side, n, stride, words;
static vd *rows;

static void *allocate(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 127) / 64 * 64);
  memset(memory, 0, (bytes + 127) / 64 * 64);
  return memory;
}

INLINE vd *rowOf(int colour, int y) { return rows + (colour * side + y) * stride; }

INLINE void closeRow(vd *row) {
  const vd last = row[n - 1], first = row[0];
  row[-1] = __builtin_shufflevector(last, last, 7, 0, 1, 2, 3, 4, 5, 6);
  row[n] = __builtin_shufflevector(first, first, 1, 2, 3, 4, 5, 6, 7, 0);
}

// e^x with the polynomial of degree 9 through Chebyshev points for (e^r - 1 - r) / r^2; 0 below -708,
// infinite above 709.
INLINE vd weight8(vd x) {
  const vd t = fma8(x, all(1.4426950408889634), all(0x1.8p52));
  const vd k = t - 0x1.8p52;
  const vd r = fma8(k, all(-1.9082149292705877e-10), fma8(k, all(-0.693147180369123816490), x));
  static const double c[] = {2.7620138719733994e-07, 2.7557268378684192e-06, 2.480152119021773e-05,
                             0.00019841269863105968, 0.0013888888917281794,  0.008333333333330051,
                             0.04166666666662399,    0.16666666666666669,    0.5000000000000001,
                             1.0,                    1.0};
  vd p = all(2.5100424157005067e-08);
  for (int i = 0; i < 11; i++) p = fma8(p, r, all(c[i]));
  p = (vd)((vu)p + ((vu)t << 52));
  p = select8(x < all(-708.39), all(0), p);
  return select8(x > all(709.78), all(__builtin_inf()), p);
}

// MARK: Metropolis and over-relaxation

// One pass; returns the number of accepted changes.
INLINE long pass(int reflect, double step) {
  Random local = generator;
  vd accepted = all(0);
  const vu one = (vu)all(1);
  const vd minusA = all(-(massSquared + 4 * kappa) / 2), minusB = all(-lambda / 4);
  for (int colour = 0; colour < 2; colour++)
    for (int y = 0; y < side; y++) {
      const vd *same = rowOf(1 - colour, y), *beside = (y + colour) & 1 ? same + 1 : same - 1;
      const vd *above = rowOf(1 - colour, y ? y - 1 : side - 1);
      const vd *below = rowOf(1 - colour, y + 1 < side ? y + 1 : 0);
      vd *own = rowOf(colour, y);
      for (int i = 0; i < n; i++) {
        const vd old = own[i], sum = (above[i] + below[i]) + (same[i] + beside[i]);
        vd change, uniform;
        if (reflect) {
          change = fma8(sum, all(kappa / 2), old * -2.0);
          uniform = uniform8(&local);
        } else {
          const vu word = next(&local);
          const vd first = (vd)((word << 28 & 0x000FFFFFF0000000) | one);
          uniform = (vd)((word >> 12 & 0x000FFFFFFFFFF000) | one) - 1.0;
          change = (first - (1.5 - 0x1p-25)) * (2 * step);
        }
        const vd new = old + change, squares = fma8(new, new, old * old);
        const vd slope = fma8(minusB, squares, minusA);
        const vd weight = weight8(change * fma8(new + old, slope, sum * kappa));
        const vi accept = uniform < weight;
        own[i] = select8(accept, new, old);
        accepted += select8(accept, all(1), all(0));
      }
      closeRow(own);
    }
  generator = local;
  double total = 0;
  for (int lane = 0; lane < 8; lane++) total += accepted[lane];
  return (long)total;
}

static __attribute__((noinline)) long metropolis(double step) { return pass(0, step); }
static __attribute__((noinline)) long overrelaxation(void) { return pass(1, 0); }

// MARK: Embedded Swendsen-Wang

static uint64_t *right, *down, *starts, *coins;
static uint32_t *base, *labels;

INLINE uint64_t maskOf(int k) { return side - 64 * k >= 64 ? ~0ull : (1ull << (side - 64 * k)) - 1; }

// Two numbers in (0, 1) of 32 random bits each.
INLINE void split(vu word, vd *high, vd *low) {
  const vu middle = (vu)(0x3FF0000000080000), keep = (vu)(0x000FFFFFFFF00000);
  *high = (vd)((word >> 12 & keep) | middle) - 1.0;
  *low = (vd)((word << 20 & keep) | middle) - 1.0;
}

INLINE vu openBit(vd factor, vd other, vd uniform, uint64_t bit) {
  return (vu)(weight8(factor * other) < uniform) & bit;
}

INLINE void scatter(vu bits, uint64_t *row, int first) {
  for (int lane = 0; lane < 8; lane++) {
    const int position = first + lane * 2 * n, shift = position & 63;
    row[position >> 6] |= bits[lane] << shift;
    if (shift) row[(position >> 6) + 1] |= bits[lane] >> (64 - shift);
  }
}

INLINE vu gather(const uint64_t *row, int first) {
  vu bits;
  for (int lane = 0; lane < 8; lane++) {
    const int position = first + lane * 2 * n, shift = position & 63;
    const uint64_t *word = row + (position >> 6);
    bits[lane] = word[0] >> shift | (word[1] << 1) << (63 - shift);
  }
  return bits;
}

static void openBonds(void) {
  memset(right, 0, 8 * (size_t)(side * words + 1));
  memset(down, 0, 8 * (size_t)(side * words + 1));
  Random local = generator;
  for (int y = 0; y < side; y++) {
    const int z = y + 1 < side ? y + 1 : 0;
    const vd *even = rowOf(y & 1, y), *odd = rowOf(1 - (y & 1), y);
    const vd *evenBelow = rowOf(z & 1, z), *oddBelow = rowOf(1 - (z & 1), z);
    for (int first = 0; first < n; first += 32) {
      const int count = n - first < 32 ? n - first : 32;
      vu r = (vu)(0), d = (vu)(0);
      for (int k = 0; k < count; k++) {
        const int i = first + k;
        const vd evenFactor = even[i] * (-2 * kappa), oddFactor = odd[i] * (-2 * kappa);
        const uint64_t bit = 1ull << (2 * k);
        vd a, b;
        split(next(&local), &a, &b);
        r |= openBit(evenFactor, odd[i], a, bit) | openBit(oddFactor, even[i + 1], b, 2 * bit);
        split(next(&local), &a, &b);
        d |= openBit(evenFactor, evenBelow[i], a, bit) | openBit(oddFactor, oddBelow[i], b, 2 * bit);
      }
      scatter(r, right + y * words, 2 * first);
      scatter(d, down + y * words, 2 * first);
    }
  }
  generator = local;
}

static uint32_t findRuns(void) {
  uint32_t runs = 0;
  for (int y = 0; y < side; y++) {
    uint64_t carry = 0;
    for (int k = 0; k < words; k++) {
      const int j = y * words + k;
      const uint64_t start = ~(right[j] << 1 | carry) & maskOf(k);
      carry = right[j] >> 63;
      starts[j] = start;
      base[j] = runs - 1;
      runs += (uint32_t)__builtin_popcountll(start);
    }
  }
  for (uint32_t i = 0; i < runs; i++) labels[i] = i;
  return runs;
}

INLINE void unite(uint32_t a, uint32_t b) {
  uint32_t pa = labels[a], pb = labels[b];
  while (pa != pb) {
    const int swap = pa > pb;
    const uint32_t larger = swap ? a : b, above = swap ? pa : pb, below = swap ? pb : pa;
    a = swap ? b : a;
    labels[larger] = below;
    if (larger == above) return;
    b = above;
    pa = below;
    pb = labels[b];
  }
}

INLINE uint32_t runOf(int j, uint64_t upTo) {
  return base[j] + (uint32_t)__builtin_popcountll(starts[j] & upTo);
}

// The lowest bit of v in each segment of bits that begins at a set bit of s; bit 0 of s is set.
INLINE uint64_t lowest(uint64_t v, uint64_t s) { return v & ~((v | s >> 1 | 1ull << 63) - s); }

INLINE void joinRows(int upper, int lower, int untouched) {
  for (int k = 0; k < words; k++) {
    const int j = upper * words + k, i = lower * words + k;
    const uint64_t v = down[j], below = starts[i], inherited = (below & -below) - 1;
    uint64_t first = untouched ? lowest(v, below | 1) & ~inherited : 0;
    uint64_t rest = lowest(v, starts[j] | below | 1) & ~first;
    for (; first; first &= first - 1) {
      const uint64_t upTo = first ^ (first - 1);
      labels[runOf(i, upTo)] = labels[runOf(j, upTo)];
    }
    for (; rest; rest &= rest - 1) {
      const uint64_t upTo = rest ^ (rest - 1);
      unite(runOf(j, upTo), runOf(i, upTo));
    }
  }
}

INLINE void joinEnds(int y) {
  const int first = y * words, last = first + words - 1;
  if (right[last] >> ((side - 1) & 63) & 1) unite(base[first] + 1, runOf(last, ~0ull));
}

static void markFlips(uint32_t runs) {
  Random local = generator;
  for (uint32_t i = 0; i < runs; i += 512) *(vu *)(coins + i / 64) = next(&local);
  generator = local;
  for (int y = 0; y < side; y++) {
    uint64_t carry = 0;
    for (int k = 0; k < words; k++) {
      const int j = y * words + k;
      const uint64_t inner = ~(starts[j] | 1);
      uint32_t run = base[j] + 1;
      uint64_t flipped = carry & ~starts[j];
      for (uint64_t start = starts[j]; start; start &= start - 1, run++) {
        const uint32_t parent = labels[run];
        labels[run] = coins[run >> 6] >> (run & 63) & 1;
        labels[run] = labels[parent];
        flipped |= (uint64_t)labels[run] << __builtin_ctzll(start);
      }
      const uint64_t filled = flipped | (inner & ~((inner | flipped) + flipped));
      carry = filled >> 63;
      right[j] = filled & maskOf(k);
    }
  }
}

static __attribute__((noinline)) void swendsenWang(void) {
  openBonds();
  const uint32_t runs = findRuns();
  joinEnds(0);
  for (int y = 1; y < side; y++) {
    joinRows(y - 1, y, 1);
    joinEnds(y);
  }
  joinRows(side - 1, 0, 0);
  markFlips(runs);
  for (int y = 0; y < side; y++) {
    vd *even = rowOf(y & 1, y), *odd = rowOf(1 - (y & 1), y);
    for (int first = 0; first < n; first += 32) {
      vu flips = gather(right + y * words, 2 * first);
      for (int i = first; i < first + 32 && i < n; i++, flips >>= 2) {
        even[i] = (vd)((vu)even[i] ^ flips << 63);
        odd[i] = (vd)((vu)odd[i] ^ (flips >> 1) << 63);
      }
    }
    closeRow(even);
    closeRow(odd);
  }
}

// MARK: Timing

// 1/V sum phi dS/dphi, whose mean is 1.
static double schwingerDyson(void) {
  vd sum = all(0);
  for (int colour = 0; colour < 2; colour++)
    for (int y = 0; y < side; y++) {
      const vd *same = rowOf(1 - colour, y), *beside = (y + colour) & 1 ? same + 1 : same - 1;
      const vd *above = rowOf(1 - colour, y ? y - 1 : side - 1);
      const vd *below = rowOf(1 - colour, y + 1 < side ? y + 1 : 0), *own = rowOf(colour, y);
      for (int i = 0; i < n; i++) {
        const vd square = own[i] * own[i], near = (above[i] + below[i]) + (same[i] + beside[i]);
        sum += square * (massSquared + 4 * kappa + lambda * square) - kappa * own[i] * near;
      }
    }
  double total = 0;
  for (int lane = 0; lane < 8; lane++) total += sum[lane];
  return total / ((double)side * side);
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void sweep(void) {
  metropolis(1.2);
  overrelaxation();
  overrelaxation();
  swendsenWang();
  swendsenWang();
}

int main(int argc, char **argv) {
  const int full = argc > 2 && !strcmp(argv[1], "sweep");
  side = argc > 2 ? positive(argv[2]) : 0;
  const int repeats = argc > 3 ? positive(argv[3]) : 3;
  if (argc < 3 || argc > 4 || (!full && strcmp(argv[1], "metropolis")) || side < 16 || side % 16 || repeats < 1) {
    fprintf(stderr, "usage: phi4 metropolis|sweep SIDE [REPEATS]     SIDE a multiple of 16\n");
    return 64;
  }
  n = side / 16;
  stride = n + 2;
  words = (side + 63) / 64;
  rows = (vd *)allocate(sizeof(vd) * (size_t)(2 * side * stride)) + 1;
  const size_t plane = (size_t)(side * words + 1);
  right = allocate(8 * plane), down = allocate(8 * plane), starts = allocate(8 * plane);
  coins = allocate((size_t)side * (size_t)side / 8 + 64);
  base = allocate(4 * plane), labels = allocate(4 * (size_t)(side * side));
  seed(&generator, 1);
  for (int row = 0; row < 2 * side; row++) {
    for (int i = 0; i < n; i++) rows[row * stride + i] = uniform8(&generator) * 2.0 - 1.0;
    closeRow(rows + row * stride);
  }
  for (int i = 0; i < 200; i++) sweep();
  const int sweeps = (full ? 10000000 : 40000000) / (side * side) + 1;
  double best = 1e300, check = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const double start = seconds();
    for (int i = 0; i < sweeps; i++) {
      if (full) {
        sweep();
      } else {
        metropolis(1.2);
      }
    }
    const double time = seconds() - start;
    best = time < best ? time : best;
  }
  const int samples = 1000;
  for (int i = 0; i < samples; i++) {
    sweep();
    check += schwingerDyson() / samples;
  }
  const double sites = (double)side * side, limit = 5 * sqrt(6 / (sites * samples));
  printf("c phi4-%s-%d site_ns=%.4f sweeps=%d sd=%.6f exact=1 limit=%.6f\n", argv[1], side,
         1e9 * best / (sweeps * sites), sweeps, check, limit);
  return fabs(check - 1) < limit ? 0 : 1;
}
