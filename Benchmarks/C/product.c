// The product of two row-major matrices in single precision: the reference for the Swift program. Strips of eight
// rows meet panels of 32 columns in sixteen registers; one chain of multiply-adds an element.
//
//   product ROWS INNER COLUMNS [REPEATS]

#include <stdio.h>
#include <time.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "arguments.h"
#include "single.h"

static void block(const float *a, const Pair *b, size_t inner, Pair c[8]) {
  Pair r0 = {0, 0}, r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0;
#define ROW(i) r##i.left = fma16((vf)a[i], b->left, r##i.left), r##i.right = fma16((vf)a[i], b->right, r##i.right)
  for (size_t k = 0; k < inner; k++, a += 8, b++) {
    ROW(0), ROW(1), ROW(2), ROW(3), ROW(4), ROW(5), ROW(6), ROW(7);
  }
  c[0] = r0, c[1] = r1, c[2] = r2, c[3] = r3, c[4] = r4, c[5] = r5, c[6] = r6, c[7] = r7;
}

// A new matrix a b; the caller frees it.
static float *multiply(const float *a, const float *b, size_t rows, size_t inner, size_t columns) {
  const size_t strips = (rows + 7) / 8, panels = (columns + 31) / 32;
  float *left = vectors(sizeof(float) * 8 * strips * inner), *right = vectors(sizeof(float) * 32 * panels * inner);
  float *product = vectors(sizeof(float) * rows * columns);
  if (rows % 8) memset(left + 8 * (strips - 1) * inner, 0, sizeof(float) * 8 * inner);
  if (columns % 32) memset(right + 32 * (panels - 1) * inner, 0, sizeof(float) * 32 * inner);
  for (size_t row = 0; row < rows; row++) {
    float *target = left + row / 8 * inner * 8 + row % 8;
    for (size_t k = 0; k < inner; k++) target[8 * k] = a[row * inner + k];
  }
  for (size_t panel = 0; panel < panels; panel++) {
    const size_t first = 32 * panel, width = columns - first < 32 ? columns - first : 32;
    for (size_t k = 0; k < inner; k++)
      memcpy(right + (panel * inner + k) * 32, b + k * columns + first, sizeof(float) * width);
    for (size_t row = 0; row < rows; row += 8) {
      Pair tile[8];
      block(left + row * inner, (const Pair *)(right + panel * inner * 32), inner, tile);
      for (size_t i = 0; i < 8 && row + i < rows; i++)
        memcpy(product + (row + i) * columns + first, tile + i, sizeof(float) * width);
    }
  }
  free(left);
  free(right);
  return product;
}

static float *matrix(size_t count, uint64_t seed) {
  float *numbers = vectors(sizeof(float) * count);
  for (size_t i = 0; i < count; i++) numbers[i] = ((float)(int)(mixed(i, seed) >> 57) - 64) / 64;
  return numbers;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv) {
  int sizes[3] = {0}, repeats = 3;
  for (int i = 1; i < argc && i < 4; i++) sizes[i - 1] = positive(argv[i]);
  if (argc > 4) repeats = positive(argv[4]);
  const int m = sizes[0], k = sizes[1], n = sizes[2];
  if (argc < 4 || argc > 5 || m < 1 || k < 1 || n < 1 || m > 4096 || k > 1024 || n > 4096 || repeats < 1) {
    fprintf(stderr, "usage: product ROWS INNER COLUMNS [REPEATS]     sides up to 4096, INNER up to 1024\n");
    return 64;
  }
#if defined(__GLIBC__)
  // Freed memory stays with the process; to give it back and fetch it again costs up to a third of the time.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
  const size_t rows = (size_t)m, inner = (size_t)k, columns = (size_t)n;
  float *a = matrix(rows * inner, 8), *b = matrix(inner * columns, 9), *product = NULL;
  size_t count = 2000000000 / (rows * inner * columns);
  if (count < 1) count = 1;
  double best = 1e300;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const double start = seconds();
    for (size_t i = 0; i < count; i++) {
      free(product);
      product = multiply(a, b, rows, inner, columns);
    }
    const double time = seconds() - start;
    best = time < best ? time : best;
  }
  long long sum = 0;
  for (size_t i = 0; i < rows * columns; i++) sum += (long long)(i % 251 + 1) * (long long)(4096 * product[i]);
  printf("c product-%dx%dx%d product_us=%.3f products=%zu sum=%lld\n", m, k, n, 1e6 * best / (double)count, count, sum);
  return 0;
}
