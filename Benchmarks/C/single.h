// Sixteen numbers of single precision at a time, and rows of 32 of them in two vectors.

#ifndef SINGLE_H
#define SINGLE_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef float vf __attribute__((ext_vector_type(16)));
typedef uint32_t vw __attribute__((ext_vector_type(16)));
typedef int32_t vn __attribute__((ext_vector_type(16)));
typedef _Bool vb __attribute__((ext_vector_type(16)));
typedef struct {
  vf left, right;
} Pair;

#define SINGLE_INLINE static inline __attribute__((always_inline))

SINGLE_INLINE vf fma16(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }
SINGLE_INLINE Pair plus(Pair a, Pair b) { return (Pair){a.left + b.left, a.right + b.right}; }
SINGLE_INLINE Pair minus(Pair a, Pair b) { return (Pair){a.left - b.left, a.right - b.right}; }
SINGLE_INLINE Pair negative(Pair a) { return (Pair){-a.left, -a.right}; }

// Memory for vectors; the program ends without it.
static void *vectors(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (!memory) abort();
  return memory;
}
static void *zeros(size_t bytes) { return memset(vectors(bytes), 0, (bytes + 63) / 64 * 64); }

// Numbers that Swift and Python draw, too.
SINGLE_INLINE uint64_t mixed(size_t index, uint64_t seed) {
  const uint64_t word = (index + 1) * 0x9e3779b97f4a7c15 + seed * 0xd1b54a32d192ed03;
  return (word ^ (word >> 31)) * 0xbf58476d1ce4e5b9;
}

#endif
