// Cluster updates of the two-dimensional Ising model in C: the reference for the speed of the Swift
// kernels. Same algorithms, same layout, an independent implementation with its own random numbers. usage:
// ising sw|wolff SIDE [REPEATS]     SIDE even; at the critical coupling
//
// Swendsen-Wang on bit-packed spins: bond bits drawn digit by digit for 512 bonds at a time, union-find of
// the horizontal runs of connected sites, one coin a cluster. Wolff on byte spins with a queue.

#include "arguments.h"
#include "lanes.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double criticalCoupling = 0.44068679350977151;

static Random generator;
static uint64_t threshold;
static int side, words;

// Bits of `mask`, each kept with probability threshold / 2^64.
INLINE vu bernoulli(Random *random, vu mask) {
  vu result = 0, undecided = mask;
  for (uint64_t rest = threshold; rest; rest <<= 1) {
    const vu word = next(random);
    if (rest >> 63) {
      result |= undecided & ~word;
      undecided &= word;
    } else {
      undecided &= ~word;
    }
    if (__builtin_reduce_or(undecided) == 0) break;
  }
  return result;
}

// MARK: Swendsen-Wang

static uint64_t *spins, *right, *down, *starts, *coins;
static uint32_t *base, *labels;

static void *allocate(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 127) / 64 * 64);
  memset(memory, 0, (bytes + 127) / 64 * 64);
  return memory;
}

INLINE uint64_t maskOf(int k) { return side - 64 * k >= 64 ? ~0ull : (1ull << (side - 64 * k)) - 1; }

static void openBonds(Random *random) {
  const int last = words - 1, total = side * words;
  const int shift = (side - 1) & 63;
  for (int y = 0; y < side; y++) {
    const uint64_t *row = spins + y * words, *below = spins + (y + 1 == side ? 0 : y + 1) * words;
    for (int k = 0; k < last; k++) {
      right[y * words + k] = ~(row[k] ^ (row[k] >> 1 | row[k + 1] << 63));
      down[y * words + k] = ~(row[k] ^ below[k]);
    }
    const uint64_t mask = maskOf(last);
    right[y * words + last] = ~(row[last] ^ (row[last] >> 1 | (row[0] & 1) << shift)) & mask;
    down[y * words + last] = ~(row[last] ^ below[last]) & mask;
  }
  Random local = *random;
  if (side <= 32) {
    for (int j = 0; j < total; j++) right[j] |= down[j] << 32;
    for (int j = 0; j < total; j += 8) *(vu *)(right + j) = bernoulli(&local, *(vu *)(right + j));
    for (int j = 0; j < total; j++) {
      down[j] = right[j] >> 32;
      right[j] &= 0xffffffff;
    }
  } else {
    for (int j = 0; j < total; j += 8) {
      *(vu *)(right + j) = bernoulli(&local, *(vu *)(right + j));
      *(vu *)(down + j) = bernoulli(&local, *(vu *)(down + j));
    }
  }
  *random = local;
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
    const uint64_t v = down[j], above = starts[j], below = starts[i];
    uint64_t rest = lowest(v, above | below | 1);
    if (untouched) {
      uint64_t first = lowest(v, below | 1) & ~((below & -below) - 1);
      rest &= ~first;
      for (; first; first &= first - 1) {
        const uint64_t upTo = first ^ (first - 1);
        labels[runOf(i, upTo)] = labels[runOf(j, upTo)];
      }
    }
    for (; rest; rest &= rest - 1) {
      const uint64_t upTo = rest ^ (rest - 1);
      unite(runOf(j, upTo), runOf(i, upTo));
    }
  }
}

INLINE void closeRow(int y) {
  const int first = y * words, last = first + words - 1;
  if (right[last] >> ((side - 1) & 63) & 1) unite(base[first] + 1, runOf(last, ~0ull));
}

static void flip(Random *random, uint32_t runs) {
  Random local = *random;
  for (uint32_t i = 0; i < runs; i += 512) *(vu *)(coins + i / 64) = next(&local);
  *random = local;
  for (int y = 0; y < side; y++) {
    uint64_t carry = 0;
    for (int k = 0; k < words; k++) {
      const int j = y * words + k;
      uint32_t i = base[j] + 1;
      uint64_t flipped = carry & ~starts[j];
      for (uint64_t start = starts[j]; start; start &= start - 1, i++) {
        const uint32_t parent = labels[i];
        labels[i] = coins[i >> 6] >> (i & 63) & 1;
        const uint32_t f = labels[parent];
        labels[i] = f;
        flipped |= (uint64_t)f << __builtin_ctzll(start);
      }
      const uint64_t inner = ~(starts[j] | 1);
      const uint64_t fill = flipped | (inner & ~((inner | flipped) + flipped));
      carry = fill >> 63;
      spins[j] ^= fill & maskOf(k);
    }
  }
}

static void swendsenWang(Random *random) {
  openBonds(random);
  const uint32_t runs = findRuns();
  closeRow(0);
  for (int y = 1; y < side; y++) {
    joinRows(y - 1, y, 1);
    closeRow(y);
  }
  joinRows(side - 1, 0, 0);
  flip(random, runs);
}

static int satisfied(void) {
  const int last = words - 1;
  int broken = 0;
  for (int y = 0; y < side; y++) {
    const uint64_t *row = spins + y * words, *below = spins + (y + 1 == side ? 0 : y + 1) * words;
    for (int k = 0; k < words; k++) {
      const uint64_t next = k < last ? row[k] >> 1 | row[k + 1] << 63
                                     : row[k] >> 1 | (row[0] & 1) << ((side - 1) & 63);
      broken += __builtin_popcountll(row[k] ^ next) + __builtin_popcountll(row[k] ^ below[k]);
    }
  }
  return 2 * side * side - broken;
}

// MARK: Wolff

enum { bufferedSites = 1024 };
static uint8_t *bytes;
static uint32_t *queue;
static uint64_t *draws;
static int position = bufferedSites, stride;

static int wolff(Random *random) {
  const vu r = next(random);
  const uint32_t y0 = (uint32_t)((unsigned __int128)r[0] * (unsigned)side >> 64);
  const uint32_t x0 = (uint32_t)((unsigned __int128)r[1] * (unsigned)side >> 64);
  const uint32_t edge = (uint32_t)side - 1, column = (uint32_t)stride - 1, row = (uint32_t)stride;
  const uint32_t bottom = edge * row;
  queue[0] = y0 * row + x0;
  bytes[queue[0]] ^= 1;
  const uint8_t now = bytes[queue[0]];
  uint32_t head = 0, tail = 1;
  int at = position;
  while (head < tail) {
    if (at == bufferedSites) {
      Random local = *random;
      for (int j = 0; j < bufferedSites / 16; j += 8) *(vu *)(draws + j) = bernoulli(&local, ~(vu)0);
      *random = local;
      at = 0;
    }
    const uint32_t i = queue[head++], x = i & column;
    const uint64_t open = draws[at >> 4] >> (4 * (at & 15));
    at++;
    const uint32_t neighbours[4] = {x == edge ? i - edge : i + 1, x == 0 ? i + edge : i - 1,
                                    i >= bottom ? i - bottom : i + row, i < row ? i + bottom : i - row};
    for (int d = 0; d < 4; d++) {
      const uint32_t j = neighbours[d];
      const uint8_t add = (bytes[j] ^ now) & (uint8_t)(open >> d) & 1;
      bytes[j] ^= add;
      queue[tail] = j;
      tail += add;
    }
  }
  position = at;
  return (int)tail;
}

static void packBytes(void) {
  memset(spins, 0, sizeof(uint64_t) * (size_t)(side * words));
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++) spins[y * words + x / 64] |= (uint64_t)bytes[y * stride + x] << (x & 63);
}

// MARK: The measurement

static double processorSeconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// Exact energy u = -E/(N J) of the torus at the critical coupling: B. Kaufman, Phys. Rev. 76, 1232 (1949);
// for large sides its expansion sqrt 2 + 0.62244 / L.
static double exactEnergy(void) {
  switch (side) {
  case 8: return 1.49158910743971;
  case 16: return 1.45306485281348;
  case 32: return 1.43365846614625;
  default: return 1.41421356237309505 + 0.62244 / side;
  }
}

// Five standard errors of the mean of n energies: variance 4 cp / N with cp = 0.6366 ln L + 0.19 satisfied
// bonds, n / 30 of them independent (the autocorrelation time of the energy stays below 15 sweeps up to L =
// 1024).
static double limit(double n) {
  return 5 * sqrt(4 * (0.6366 * log(side) + 0.19) / ((double)side * side) * 30 / n);
}

// `count` sweeps, a Wolff sweep being three clusters; returns the number of sites visited.
static double run(int clusters, int count) {
  double visited = 0;
  for (int i = 0; clusters && i < 3 * count; i++) visited += wolff(&generator);
  for (int i = 0; !clusters && i < count; i++) swendsenWang(&generator);
  return clusters ? visited : (double)count * side * side;
}

static void prepare(void) {
  words = (side + 63) / 64;
  for (stride = 1; stride < side;) stride *= 2;
  const size_t sites = (size_t)side * (size_t)side, n = (size_t)(side * words);
  const size_t square = (size_t)(stride * side);
  threshold = (uint64_t)((1 - exp(-2 * criticalCoupling)) * 0x1p64);
  spins = allocate(8 * n), right = allocate(8 * n), down = allocate(8 * n), starts = allocate(8 * n);
  coins = allocate(sites / 8 + 64), base = allocate(4 * n), labels = allocate(4 * sites + 64);
  bytes = allocate(square), queue = allocate(4 * sites + 64), draws = allocate(bufferedSites / 2);
  for (int y = 0; y < side; y++)
    for (int k = 0; k < words; k++) spins[y * words + k] = maskOf(k);
  memset(bytes, 1, square);
  seed(&generator, 1);
}

int main(int count, char **arguments) {
  const int repeats = count > 3 ? positive(arguments[3]) : 3;
  side = count > 2 ? positive(arguments[2]) : 0;
  const int clusters = count > 1 && !strcmp(arguments[1], "wolff");
  const int known = clusters || (count > 1 && !strcmp(arguments[1], "sw"));
  if (!known || count > 4 || repeats < 1 || side < 2 || side > 16384 || side % 2)
    return fprintf(stderr, "usage: ising sw|wolff SIDE [REPEATS]\n"), 64;
  prepare();
  const int sweeps = (int)fmax(100, 2e7 / ((double)side * side));
  run(clusters, sweeps);  // to equilibrium
  double seconds = INFINITY, energy = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const double start = processorSeconds();
    const double visited = run(clusters, sweeps);
    seconds = fmin(seconds, (processorSeconds() - start) / visited);
  }
  for (int i = 0; i < sweeps; i++) {
    run(clusters, 1);
    if (clusters) packBytes();
    energy += (2.0 * satisfied() / ((double)side * side) - 2) / sweeps;
  }
  printf("c ising-%s-%d site_ns=%.4f sweeps=%d u=%.6f exact=%.6f limit=%.6f\n", arguments[1], side,
         1e9 * seconds, sweeps, energy, exactEnergy(), limit(sweeps));
  if (fabs(energy - exactEnergy()) < limit(sweeps)) return 0;
  return fprintf(stderr, "error: the energy is wrong\n"), 1;
}
