// Parallel tempering of 512 samples of the three-dimensional Edwards-Anderson model with two replicas: the
// reference for the Swift program. The same algorithm with the same random numbers, so that all spins are the same.
//
//   spinglass groups|planes|independent SIDE [REPEATS]
//
// A sample is a bit of all words; a set bit is a spin -1 or a coupling -1. Eight sweeps, energies, exchange.

#include <time.h>

#include "arguments.h"
#include "lanes.h"
#include "streams.h"

#if defined(__AVX512F__)
#include <immintrin.h>
#define TERNARY(table, expression) (vu) _mm512_ternarylogic_epi64((__m512i)a, (__m512i)b, (__m512i)c, table)
#else
#define TERNARY(table, expression) (expression)
#endif

INLINE vu parity(vu a, vu b, vu c) { return TERNARY(0x96, a ^ b ^ c); }
INLINE vu majority(vu a, vu b, vu c) { return TERNARY(0xE8, (a & b) | (c & (a | b))); }
INLINE vu choose(vu a, vu b, vu c) { return TERNARY(0xCA, (a & b) | (~a & c)); }
// a ^ (b & c)
INLINE vu toggled(vu a, vu b, vu c) { return TERNARY(0x78, a ^ (b & c)); }
// a with the bits of b where b and c differ
INLINE vu borrow(vu a, vu b, vu c) { return TERNARY(0xD4, ((b ^ c) & b) | (~(b ^ c) & a)); }
// a where b and c are equal
INLINE vu where_equal(vu a, vu b, vu c) { return TERNARY(0x90, a & ~(b ^ c)); }
INLINE vu less(vu a, vu b) { return (vu)(a < b); }
INLINE int any(vu a) { return __builtin_reduce_or(a) != 0; }

enum { TEMPERATURES = 16, SLOTS = 2 * TEMPERATURES, SWEEPS = 8, MOST_PLANES = 24 };
enum sharing { GROUPS, PLANES, INDEPENDENT };
static const char *const sharings[] = {"groups", "planes", "independent"};

static int side, sites, planes;
static vu *couplings, *eights;
static vu *spins[SLOTS], *unsatisfied[SLOTS];
static Random generators[SLOTS], exchangers[SLOTS];
static double betas[TEMPERATURES];

// The digits of 1/(1 + e^(beta (12 - 4n))), n = 0, 1, 2, and of what folds onto these classes, as masks.
typedef struct {
  uint64_t p[3];
  uint64_t masks[64][3];
} Thresholds;
static Thresholds thresholds[TEMPERATURES];

static void fillThresholds(void) {
  for (int k = 0; k < TEMPERATURES; k++) {
    Thresholds *own = thresholds + k;
    for (int n = 0; n < 3; n++) own->p[n] = (uint64_t)(0x1p64 / (1 + exp(betas[k] * (12 - 4 * n))));
    for (int digit = 0; digit < 64; digit++) {
      uint64_t t[3];
      for (int n = 0; n < 3; n++) t[n] = -(own->p[n] >> (63 - digit) & 1);
      own->masks[digit][0] = t[0], own->masks[digit][1] = t[0] ^ t[1], own->masks[digit][2] = t[0] ^ t[2];
    }
  }
}

// Digit k of the threshold of the class x + 2y < 3.
INLINE vu digit(const Thresholds *own, int k, vu x, vu y) {
  return toggled(toggled((vu)own->masks[k][0], x, (vu)own->masks[k][1]), y, (vu)own->masks[k][2]);
}
// Where a number of a group is below the digits of the threshold after the leading ones.
INLINE vu below_rest(const Thresholds *own, int leading, vu q, vu x, vu y) {
  const vu p0 = own->p[0] << leading, p1 = own->p[1] << leading, p2 = own->p[2] << leading;
  return choose(y, less(q, p2), choose(x, less(q, p1), less(q, p0)));
}

// The lanes that flip, of n = b0 + 2 b1 + 4 b2 unsatisfied bonds: n > 3 is the complement of 6 - n = x + 2y.
INLINE vu flips(enum sharing sharing, const Thresholds *own, vu b0, vu b1, vu b2, Random *random) {
  const vu y = (b1 ^ b2) & ~(b0 & b2), coin = b0 & y;
  if (sharing == GROUPS) {
    const vu q = next(random);
    const vu low = (coin & ~(vu)((vi)q >> 63)) | (y & less(q, (vu)own->p[2])) | (b0 & less(q, (vu)own->p[1]));
    return (low | less(q, (vu)own->p[0])) ^ b2;
  }
  if (sharing == PLANES) {
    vu below = below_rest(own, 6, next(random), b0, y);
    for (int k = 5; k > 0; k--) below = borrow(below, digit(own, k, b0, y), next(random));
    return b2 ^ ((below | coin) & ~next(random));
  }
  const vu first = next(random);
  vu undecided = ~(first | coin), below = 0;
  for (int k = 1; k < 8; k++) {
    const vu d = digit(own, k, b0, y);
    below = choose(undecided, d, below);
    undecided = where_equal(undecided, d, next(random));
  }
  do {
    const vu others = undecided & (undecided - 1);
    below = choose(undecided ^ others, below_rest(own, 8, next(random), b0, y), below);
    undecided = others;
  } while (any(undecided));
  return b2 ^ (below | (coin & ~first));
}

// MARK: counting

typedef struct {
  vu sum, carry;
} Pair;
INLINE Pair full(vu a, vu b, vu c) { return (Pair){parity(a, b, c), majority(a, b, c)}; }
INLINE Pair half(vu a, vu b) { return (Pair){a ^ b, a & b}; }

INLINE void ripple(vu carry, vu *number, int from, int width) {
  for (int k = from; k < width; k++) {
    const Pair digit = half(number[k], carry);
    number[k] = digit.sum;
    carry = digit.carry;
  }
}
// Adds the set bits of eight words.
INLINE void add_eight(const vu *p, vu *number, int width) {
  const Pair a = full(p[0], p[1], p[2]), b = full(p[3], p[4], p[5]), c = full(a.sum, b.sum, p[6]);
  const Pair one = full(c.sum, p[7], number[0]), d = full(a.carry, b.carry, c.carry);
  const Pair two = full(d.sum, one.carry, number[1]), four = full(d.carry, two.carry, number[2]);
  number[0] = one.sum, number[1] = two.sum, number[2] = four.sum;
  ripple(four.carry, number, 3, width);
}
static void count(const vu *words, int n, vu *number, int width) {
  int k = 0;
  for (; k + 8 <= n; k += 8) add_eight(words + k, number, width);
  for (; k < n; k++) ripple(words[k], number, 0, width);
}

// MARK: sweeps

typedef struct {
  vu b0, b1, b2;
} Digits;
INLINE Digits unsatisfied_bonds(vu u0, vu u1, vu u2, vu u3, vu u4, vu u5) {
  const Pair low = full(u0, u1, u2), high = full(u3, u4, u5), sum = half(low.sum, high.sum);
  const Pair carry = full(low.carry, high.carry, sum.carry);
  return (Digits){sum.sum, carry.sum, carry.carry};
}
// Adds n, or 6 - n for flipping spins, to digits of weight 1, 2 and 4; returns the carry.
INLINE vu add_after(vu sum[3], Digits n, vu flip) {
  const Pair one = half(sum[0], n.b0);
  const Pair two = full(sum[1], n.b1 ^ (flip & ~n.b0), one.carry);
  const Pair four = full(sum[2], n.b2 ^ (flip & ~(n.b0 & n.b1)), two.carry);
  sum[0] = one.sum, sum[1] = two.sum, sum[2] = four.sum;
  return four.carry;
}

// One colour of a layer, both replicas; counts the unsatisfied bonds afterwards if asked to.
INLINE void layer(enum sharing sharing, int slot, int z, int colour, Random *one, Random *two, int counting) {
  const Thresholds *own = thresholds + slot / 2;
  const int area = side * side;
  const long behind = (long)((z + 1 == side ? 0 : z + 1) - z) * area, ahead = (long)((z ? z : side) - 1 - z) * area;
  vu *numberA = unsatisfied[slot], *numberB = unsatisfied[slot + 1], *carries = eights;
  vu sumA[3] = {0}, sumB[3] = {0};
  if (counting)
    for (int k = 0; k < 3; k++) sumA[k] = numberA[k], sumB[k] = numberB[k];
  for (int y = 0; y < side; y++) {
    const long row = (long)(z * side + y) * side;
    const long above = (long)((y + 1 == side ? 0 : y + 1) - y) * side, below = (long)((y ? y : side) - 1 - y) * side;
    vu *a = spins[slot] + row, *b = spins[slot + 1] + row;
    const vu *j = couplings + 3 * row, *jBelow = j + 3 * below, *jAhead = j + 3 * ahead;
    for (int x = (z + y + colour) & 1; x < side; x += 2) {
      const int left = (x ? x : side) - 1, right = x + 1 == side ? 0 : x + 1;
      const vu j0 = j[3 * left], j1 = j[3 * x], j2 = j[3 * x + 1], j3 = jBelow[3 * x + 1];
      const vu j4 = j[3 * x + 2], j5 = jAhead[3 * x + 2], s = a[x], t = b[x];
      const Digits n = unsatisfied_bonds(
          parity(s, a[left], j0), parity(s, a[right], j1), parity(s, a[x + above], j2), parity(s, a[x + below], j3),
          parity(s, a[x + behind], j4), parity(s, a[x + ahead], j5));
      const Digits m = unsatisfied_bonds(
          parity(t, b[left], j0), parity(t, b[right], j1), parity(t, b[x + above], j2), parity(t, b[x + below], j3),
          parity(t, b[x + behind], j4), parity(t, b[x + ahead], j5));
      const vu flipA = flips(sharing, own, n.b0, n.b1, n.b2, one);
      a[x] = s ^ flipA;
      const vu flipB = flips(sharing, own, m.b0, m.b1, m.b2, two);
      b[x] = t ^ flipB;
      if (counting) {
        carries[0] = add_after(sumA, n, flipA);
        carries[area / 2] = add_after(sumB, m, flipB);
        carries++;
      }
    }
  }
  if (!counting) return;
  for (int k = 0; k < 3; k++) numberA[k] = sumA[k], numberB[k] = sumB[k];
  count(eights, area / 2, numberA + 3, planes - 3);
  count(eights + area / 2, area / 2, numberB + 3, planes - 3);
}

// Two sweeps at a time as a wave: half sweeps follow each other two layers behind.
INLINE void sweep(enum sharing sharing, int slot) {
  Random one = generators[slot], two = generators[slot + 1];
  for (int replica = 0; replica < 2; replica++) memset(unsatisfied[slot + replica], 0, sizeof(vu) * (size_t)planes);
  for (int left = SWEEPS - 2; left >= 0; left -= 2)
    for (int time = 0; time < side + 6; time++)
      for (int half = time < side ? 0 : (time - side + 2) / 2; half <= (time / 2 < 3 ? time / 2 : 3); half++) {
        const int z = (time - half) % side;
        if (left == 0 && half == 3) {
          layer(sharing, slot, z, 1, &one, &two, 1);
        } else {
          layer(sharing, slot, z, half & 1, &one, &two, 0);
        }
      }
  generators[slot] = one, generators[slot + 1] = two;
}
__attribute__((noinline)) static void sweepGroups(int slot) { sweep(GROUPS, slot); }
__attribute__((noinline)) static void sweepPlanes(int slot) { sweep(PLANES, slot); }
__attribute__((noinline)) static void sweepIndependent(int slot) { sweep(INDEPENDENT, slot); }
static void (*const sweepings[])(int) = {sweepGroups, sweepPlanes, sweepIndependent};

// MARK: exchanges

// The bits of a mask, each kept with a probability, given as digits.
static vu bernoulli(Random *random, uint64_t digits, vu undecided) {
  vu kept = 0;
  for (; digits; digits <<= 1) {
    const vu word = next(random);
    if (digits >> 63) kept |= undecided & ~word;
    undecided &= digits >> 63 ? word : ~word;
    if (!any(undecided)) break;
  }
  return kept;
}
static uint64_t binary(double p) { return p < 1 ? (uint64_t)(p * 0x1p64) : ~0ull; }

// The digits of a geometric number G with P(G >= m) = e^(-2 (beta' - beta) m), and that of a larger one.
static uint64_t geometric[TEMPERATURES - 1][MOST_PLANES + 1];

static void fillGeometric(void) {
  for (int pair = 0; pair + 1 < TEMPERATURES; pair++) {
    const double scale = 2 * (betas[pair + 1] - betas[pair]);
    for (int k = 0; k < planes; k++) {
      const double odds = exp(-scale * (double)(1 << k));
      geometric[pair][k] = binary(odds / (1 + odds));
    }
    geometric[pair][planes] = binary(exp(-scale * (double)(1 << planes)));
  }
}

static void swapLanes(vu lanes, vu *a, vu *b, int n) {
  for (int i = 0; i < n; i++) {
    const vu x = a[i], y = b[i];
    a[i] = choose(lanes, y, x);
    b[i] = choose(lanes, x, y);
  }
}
static void exchange(int pair, int replica) {
  const int slot = 2 * pair + replica;
  vu difference[MOST_PLANES], notLess = ~(vu)0, *own = unsatisfied[slot], *colder = unsatisfied[slot + 2];
  Random random = exchangers[slot];
  for (int k = 0; k < planes; k++) {
    const Pair digit = full(own[k], ~colder[k], notLess);
    difference[k] = digit.sum;
    notLess = digit.carry;
  }
  const vu above = bernoulli(&random, geometric[pair][planes], notLess);
  vu accepted = ~notLess | above, undecided = notLess & ~above;
  for (int k = planes - 1; k >= 0 && any(undecided); k--) {
    const vu bits = bernoulli(&random, geometric[pair][k], undecided);
    accepted |= bits & ~difference[k];
    undecided = where_equal(undecided, bits, difference[k]);
  }
  exchangers[slot] = random;
  swapLanes(accepted | undecided, own, colder, planes);
  swapLanes(accepted | undecided, spins[slot], spins[slot + 2], sites);
}

// MARK: runs

static void *allocate(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (!memory) abort();
  return memset(memory, 0, bytes);
}

static void begin(enum sharing sharing) {
  char name[64];
  snprintf(name, sizeof name, "benchmarks/spin-glass-%d-%s", side, sharings[sharing]);
  const Stream stream = streamNamed(1, name), run = childOf(stream, "run", 0);
  Random random = generatorFrom(childOf(stream, "bonds", 0));
  for (int i = 0; i < 3 * sites; i++) couplings[i] = next(&random);
  for (int slot = 0; slot < SLOTS; slot++) {
    generators[slot] = generatorFrom(childOf(run, "sweep", slot));
    exchangers[slot] = generatorFrom(childOf(run, "exchange", slot));
    random = generatorFrom(childOf(run, "start", slot));
    for (int i = 0; i < sites; i++) spins[slot][i] = next(&random);
  }
}

static void temper(enum sharing sharing, int intervals) {
  for (int turn = 1; turn <= intervals; turn++) {
    for (int slot = 0; slot < SLOTS; slot += 2) sweepings[sharing](slot);
    for (int pair = (turn + 1) % 2; pair + 1 < TEMPERATURES; pair += 2)
      for (int replica = 0; replica < 2; replica++) exchange(pair, replica);
  }
}

static uint64_t hash(void) {
  uint64_t state = 0xcbf29ce484222325;
  for (int slot = 0; slot < SLOTS; slot++)
    for (int i = 0; i < sites; i++)
      for (int lane = 0; lane < 8; lane++) {
        state = (state ^ spins[slot][i][lane]) * 0x9e3779b97f4a7c15;
        state ^= state >> 29;
      }
  return state;
}
// Energy per spin, mean of both replicas and all samples.
static double energy(int temperature) {
  double sum = 0;
  for (int replica = 0; replica < 2; replica++)
    for (int k = 0; k < planes; k++) {
      const vu bits = __builtin_elementwise_popcount(unsatisfied[2 * temperature + replica][k]);
      sum += ldexp((double)__builtin_reduce_add(bits), k);
    }
  return sum / (512.0 * sites) - 3;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv) {
  int sharing = 0;
  while (argc > 1 && sharing < 3 && strcmp(argv[1], sharings[sharing])) sharing++;
  side = argc > 2 ? positive(argv[2]) : 0;
  const int repeats = argc > 3 ? positive(argv[3]) : 3;
  if (argc < 3 || argc > 4 || sharing == 3 || side < 4 || side > 64 || side % 2 || repeats < 1) {
    fprintf(stderr, "usage: spinglass groups|planes|independent SIDE [REPEATS]     SIDE even, 4 to 64\n");
    return 64;
  }
  sites = side * side * side;
  while (3 * sites >> planes) planes++;
  couplings = allocate(sizeof(vu) * (size_t)(3 * sites));
  eights = allocate(sizeof(vu) * (size_t)(side * side));
  const size_t stride = (size_t)(sites + 4 * side);
  vu *const all = allocate(sizeof(vu) * SLOTS * stride), *const numbers = allocate(sizeof(vu) * SLOTS * MOST_PLANES);
  for (int slot = 0; slot < SLOTS; slot++) {
    spins[slot] = all + (size_t)slot * stride;
    unsatisfied[slot] = numbers + slot * MOST_PLANES;
  }
  // The temperatures 1.6 ... 0.8 in equal ratios.
  for (int k = 0; k < TEMPERATURES; k++) betas[k] = 0.625 * pow(2, k / 15.0);
  fillThresholds();
  fillGeometric();
  const int sweeps = side < 16 ? 2048 : 256;
  double best = 1e300;
  for (int repeat = 0; repeat < repeats; repeat++) {
    begin((enum sharing)sharing);
    const double start = seconds();
    temper((enum sharing)sharing, sweeps / SWEEPS);
    const double time = seconds() - start;
    best = time < best ? time : best;
  }
  const double updates = 512.0 * SLOTS * sites * sweeps;
  printf("c spin-glass-tempering-%d-%s update_ps=%.4f sweeps=%d e=%.6f cold=%.6f hash=%016llx\n", side,
         sharings[sharing], 1e12 * best / updates, sweeps, energy(0), energy(TEMPERATURES - 1),
         (unsigned long long)hash());
  return 0;
}
