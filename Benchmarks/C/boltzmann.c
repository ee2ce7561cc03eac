// Contrastive divergence, one step, 100 samples a batch, of a restricted Boltzmann machine with spins ±1: the
// reference for the Swift program. The same algorithm with the same random numbers, so that all weights are the same.
//
//   boltzmann VISIBLE HIDDEN EPOCHS RATE [REPEATS]
//
// Signs are packed in words of 32; the product of signs and weights adds entries of tables of the sums of four rows.

#include <time.h>

#include "arguments.h"
#include "lanes.h"
#include "single.h"
#include "streams.h"

enum { BATCH = 100, ROWS = 2 * BATCH, BLOCKS = (ROWS + 31) / 32, SAMPLES = 10000, GROUPS = 16 };
static const float momentum = 0.5f;
static float scale, decay;

static size_t visible, hidden;

// Weights [panel][row][32] and their transpose, the last changes, means of data (rows 0 to 99) and model (negated).
static Pair *weights, *transposed, *changes, *means, *gradient;
// Rows of signs of data and model, of the hidden units, and the columns of the first by blocks of 32 rows.
static uint32_t *signs, *hiddenSigns, *columns;
static uint64_t *samples;
static Pair table[8][16];

// MARK: tables

INLINE void tabulate(const Pair *rows) {
  for (int group = 0; group < 8; group++, rows += 4) {
    const Pair p = plus(rows[0], rows[1]), m = minus(rows[0], rows[1]);
    const Pair q = plus(rows[2], rows[3]), n = minus(rows[2], rows[3]);
    Pair *own = table[group];
    own[15] = plus(q, p), own[14] = minus(q, m), own[13] = plus(q, m), own[12] = minus(q, p);
    own[7] = plus(n, p), own[6] = minus(n, m), own[5] = plus(n, m), own[4] = minus(n, p);
    for (int i = 0; i < 4; i++) own[i] = negative(own[15 - i]), own[11 - i] = negative(own[4 + i]);
  }
}
INLINE void add(const uint32_t *word, size_t stride, size_t count, Pair *sums, int isFirst) {
  for (size_t row = 0; row < count; row++, word += stride) {
    // An entry has 128 bytes: shifted by 7, the bits are its offset.
    const uint64_t bits = (uint64_t)*word << 7;
    Pair sum = isFirst ? (Pair){0, 0} : sums[row];
#pragma clang loop unroll(full)
    for (int group = 0; group < 8; group++)
      sum = plus(sum, *(const Pair *)((const char *)table[group] + (bits >> (4 * group) & 0x780)));
    sums[row] = sum;
  }
}

// MARK: layers

INLINE vf tanh16(vf x) {
  const vf m = __builtin_elementwise_abs(x), bounded = 10.0f < m ? (vf)10.0f : m, two = bounded + bounded;
  const vf t = fma16(two, (vf)1.44269504f, (vf)0x1.8p23f), n = t - 0x1.8p23f;
  const vf r = fma16(n, (vf)2.1219444e-4f, fma16(n, (vf)-0.693359375f, two));
  vf q = (vf)(1.0f / 5040);
  q = fma16(q, r, (vf)(1.0f / 720));
  q = fma16(q, r, (vf)(1.0f / 120));
  q = fma16(q, r, (vf)(1.0f / 24));
  q = fma16(q, r, (vf)(1.0f / 6));
  q = fma16(q, r, (vf)0.5f);
  const vf power = (vf)((vw)(vf)1.0f + ((vw)t << 23));
  const vf e = fma16(power, fma16(r * r, q, r), power - 1.0f);
  return __builtin_elementwise_copysign(e / (e + 2.0f), x);
}
// Bits that are set with probability (1 + mean) / 2.
INLINE uint32_t drawn(vf mean, vu bits) {
  const vf bounded = mean < 1.0f ? mean : (vf)1.0f;
  const vb set = __builtin_convertvector((vn)bits < __builtin_convertvector(bounded * 2147483520.0f, vn), vb);
  uint16_t word;
  memcpy(&word, &set, 2);
  return word;
}

// Fields of 32 units of the layer whose weights are given, from rows of signs of the other one.
INLINE void fields(const Pair *panel, const uint32_t *given, size_t stride, Pair *target) {
  for (size_t word = 0; word < stride; word++) {
    tabulate(panel + 32 * word);
    add(given + word, stride, BATCH, target, word == 0);
  }
}
// Draws a layer of `units` from the signs of the other one, `others` units; leaves the means in `target`.
static void drawLayer(const Pair *panels, size_t others, size_t units, const uint32_t *given, uint32_t *own,
                      Pair *target, size_t panelStride, Random *random) {
  Random local = *random;
  for (size_t panel = 0; panel < units / 32; panel++) {
    Pair *row = target + panelStride * panel;
    fields(panels + others * panel, given, others / 32, row);
    uint32_t *word = own + panel;
    for (int i = 0; i < BATCH; i++, row++, word += units / 32) {
      row->left = tanh16(row->left), row->right = tanh16(row->right);
      const uint32_t low = drawn(row->left, next(&local));
      *word = low | drawn(row->right, next(&local)) << 16;
    }
  }
  *random = local;
}
static void negatedMeans(const uint32_t *given, Pair *target) {
  for (size_t panel = 0; panel < hidden / 32; panel++) {
    Pair *rows = target + 32 * BLOCKS * panel;
    fields(weights + visible * panel, given, visible / 32, rows);
    for (int i = 0; i < BATCH; i++) rows[i].left = -tanh16(rows[i].left), rows[i].right = -tanh16(rows[i].right);
  }
}

// MARK: update

// Exchanges bit j of word i and bit i of word j.
static void transposeBits(uint32_t *words) {
  uint32_t low = 0xffff;
  for (int size = 16; size > 0; size >>= 1, low ^= low << size)
    for (int first = 0; first < 32; first += 2 * size)
      for (int i = first; i < first + size; i++) {
        const uint32_t exchanged = (words[i] >> size ^ words[i + size]) & low;
        words[i + size] ^= exchanged;
        words[i] ^= exchanged << size;
      }
}
static void loadColumns(void) {
  const size_t stride = visible / 32;
  for (size_t block = 0; block < BLOCKS; block++)
    for (size_t word = 0; word < stride; word++) {
      uint32_t *target = columns + block * visible + 32 * word;
      for (size_t row = 0; row < 32; row++) target[row] = signs[(32 * block + row) * stride + word];
      transposeBits(target);
    }
}
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define HIGH(a, b) __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
// The transpose of 16 rows of 16 numbers, every second vector.
INLINE void transpose16(const vf *from, vf *to) {
  vf a[16], b[16];
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i++) a[i] = from[2 * i];
#pragma clang loop unroll(full)
  for (int round = 0; round < 2; round++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) b[2 * i] = LOW(a[i], a[i + 8]), b[2 * i + 1] = HIGH(a[i], a[i + 8]);
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) a[2 * i] = LOW(b[i], b[i + 8]), a[2 * i + 1] = HIGH(b[i], b[i + 8]);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i++) to[2 * i] = a[i];
}
static void transposePanel(size_t panel) {
  const vf *source = (const vf *)(weights + visible * panel);
  for (size_t row = 0; row < visible; row += 16) {
    vf *target = (vf *)(transposed + hidden * (row / 32) + 32 * panel) + row / 16 % 2;
    transpose16(source + 2 * row, target);
    transpose16(source + 2 * row + 1, target + 32);
  }
}
INLINE vf moved(vf weight, vf *change, vf slope) {
  const vf pull = weight == 0.0f ? (vf)0.0f : __builtin_elementwise_copysign((vf)decay, weight);
  *change = fma16((vf)momentum, *change, fma16((vf)scale, slope, -pull));
  return weight + *change;
}
static void update(void) {
  loadColumns();
  for (size_t panel = 0; panel < hidden / 32; panel++) {
    for (size_t block = 0; block < BLOCKS; block++) {
      tabulate(means + 32 * (BLOCKS * panel + block));
      add(columns + block * visible, 1, visible, gradient, block == 0);
    }
    Pair *own = weights + visible * panel, *change = changes + visible * panel;
    for (size_t i = 0; i < visible; i++) {
      own[i].left = moved(own[i].left, &change[i].left, gradient[i].left);
      own[i].right = moved(own[i].right, &change[i].right, gradient[i].right);
    }
    transposePanel(panel);
  }
}

// MARK: training

// An integer below n without bias (D. Lemire).
static size_t below(Stream *stream, uint64_t n) {
  unsigned __int128 product = (unsigned __int128)draw(stream) * n;
  const uint64_t rejected = -n % n;
  while ((uint64_t)product < rejected) product = (unsigned __int128)draw(stream) * n;
  return (size_t)(product >> 64);
}

// One epoch; the number of visible units that are wrong in the reconstructions.
static long epoch(Stream run, int number) {
  static size_t order[SAMPLES];
  static Pair scratch[BATCH];
  const Stream own = childOf(run, "epoch", number);
  Stream shuffle = childOf(own, "order", 0);
  for (size_t i = 0; i < SAMPLES; i++) order[i] = i;
  for (size_t last = SAMPLES - 1; last > 0; last--) {
    const size_t other = below(&shuffle, last + 1), kept = order[last];
    order[last] = order[other], order[other] = kept;
  }
  const size_t stride = visible / 32;
  uint32_t *model = signs + BATCH * stride;
  long wrong = 0;
  for (int batch = 0; batch < SAMPLES / BATCH; batch++) {
    for (size_t row = 0; row < BATCH; row++)
      memcpy(signs + row * stride, samples + order[(size_t)batch * BATCH + row] * (visible / 64), 4 * stride);
    Random random = generatorFrom(childOf(own, "batch", batch));
    drawLayer(weights, visible, hidden, signs, hiddenSigns, means, 32 * BLOCKS, &random);
    drawLayer(transposed, hidden, visible, hiddenSigns, model, scratch, 0, &random);
    negatedMeans(model, means + BATCH);
    for (size_t i = 0; i < BATCH * stride; i++) wrong += __builtin_popcount(signs[i] ^ model[i]);
    update();
  }
  return wrong;
}

static float *weightAt(size_t row, size_t column) {
  return (float *)(weights + column / 32 * visible + row) + column % 32;
}
static void begin(void) {
  memset(changes, 0, sizeof(Pair) * visible * hidden / 32);
  for (size_t row = 0; row < visible; row++)
    for (size_t column = 0; column < hidden; column++)
      *weightAt(row, column) = 0.02f * ((float)(mixed(row * hidden + column, 7) >> 40) * 0x1p-24f - 0.5f);
  for (size_t panel = 0; panel < hidden / 32; panel++) transposePanel(panel);
}
// Units in sixteen groups of a fair sign; a unit has the other one with probability 0.15.
static void fillSamples(void) {
  for (size_t sample = 0; sample < SAMPLES; sample++)
    for (size_t unit = 0; unit < visible; unit++) {
      const uint64_t up = mixed(sample * GROUPS + unit * GROUPS / visible, 5) >> 63;
      const uint64_t turned = mixed(sample * visible + unit, 6) >> 40 < 2516582;
      samples[(sample * visible + unit) / 64] |= (up ^ turned) << (unit % 64);
    }
}
static uint64_t hash(void) {
  uint64_t state = 0xcbf29ce484222325;
  for (size_t row = 0; row < visible; row++)
    for (size_t column = 0; column < hidden; column++) {
      const double weight = *weightAt(row, column);
      uint64_t bits;
      memcpy(&bits, &weight, 8);
      for (int byte = 0; byte < 8; byte++) state = (state ^ (bits >> (8 * byte) & 0xff)) * 0x100000001b3;
    }
  return state;
}
static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv) {
  visible = argc > 1 ? (size_t)positive(argv[1]) : 0;
  hidden = argc > 2 ? (size_t)positive(argv[2]) : 0;
  const int epochs = argc > 3 ? positive(argv[3]) : 0, repeats = argc > 5 ? positive(argv[5]) : 3;
  const double rate = argc > 4 ? atof(argv[4]) : 0;
  if (argc < 5 || argc > 6 || !visible || visible % 64 || !hidden || hidden % 32 || visible > 4096 || hidden > 4096 ||
      epochs < 1 || !(rate > 0 && rate < 1) || repeats < 1) {
    fprintf(stderr, "usage: boltzmann VISIBLE HIDDEN EPOCHS RATE [REPEATS]     multiples of 64 and 32, up to 4096\n");
    return 64;
  }
  scale = (float)(rate / BATCH), decay = (float)(rate * 1e-3);
  const size_t count = sizeof(Pair) * visible * hidden / 32;
  weights = zeros(count), transposed = zeros(count), changes = zeros(count);
  means = zeros(sizeof(Pair) * hidden * BLOCKS), gradient = zeros(sizeof(Pair) * visible);
  signs = zeros(4 * BLOCKS * visible), columns = zeros(4 * BLOCKS * visible);
  hiddenSigns = zeros(4 * BATCH * hidden / 32);
  samples = zeros(SAMPLES * visible / 8);
  fillSamples();
  char name[64];
  snprintf(name, sizeof name, "benchmarks/boltzmann-%zux%zu", visible, hidden);
  double best = 1e300;
  long wrong = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const double start = seconds();
    begin();
    for (int i = 0; i < epochs; i++) wrong = epoch(streamNamed(1, name), i);
    const double time = seconds() - start;
    best = time < best ? time : best;
  }
  const int batches = epochs * (SAMPLES / BATCH);
  printf("c boltzmann-%zux%zu batch_ms=%.5f batches=%d error=%.6f hash=%016llx\n", visible, hidden,
         1e3 * best / batches, batches, (double)wrong / (SAMPLES * (double)visible), (unsigned long long)hash());
  return 0;
}
