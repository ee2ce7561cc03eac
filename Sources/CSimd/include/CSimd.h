/// Vectors of 512 bits for Swift kernels: eight 64-bit lanes whatever the processor.
///
/// The standard library's `& | ^ ~ << >>` of `SIMD8<UInt64>` are loops over the lanes that the optimiser does
/// not always put back together; these functions are single vector operations and are inlined into Swift.
/// No function contracts a product and a sum into a fused operation unless it is named so.

#ifndef CSIMD_H
#define CSIMD_H

#include <stdint.h>

#pragma clang fp contract(off)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint64_t cv8u64 __attribute__((ext_vector_type(8)));
typedef int64_t cv8i64 __attribute__((ext_vector_type(8)));
typedef double cv8d __attribute__((ext_vector_type(8)));

#define CV_INLINE static inline __attribute__((always_inline, const))

// MARK: Bits

CV_INLINE cv8u64 cv_and(cv8u64 a, cv8u64 b) { return a & b; }
CV_INLINE cv8u64 cv_or(cv8u64 a, cv8u64 b) { return a | b; }
CV_INLINE cv8u64 cv_xor(cv8u64 a, cv8u64 b) { return a ^ b; }
CV_INLINE cv8u64 cv_not(cv8u64 a) { return ~a; }
/// a with the bits of b cleared.
CV_INLINE cv8u64 cv_andnot(cv8u64 a, cv8u64 b) { return a & ~b; }
CV_INLINE cv8u64 cv_shl(cv8u64 a, uint64_t k) { return a << k; }
CV_INLINE cv8u64 cv_shr(cv8u64 a, uint64_t k) { return a >> k; }
/// Rotation to the left by 0 < k < 64.
CV_INLINE cv8u64 cv_rotl(cv8u64 a, uint64_t k) { return (a << k) | (a >> (64 - k)); }
CV_INLINE _Bool cv_any(cv8u64 a) { return __builtin_reduce_or(a) != 0; }
/// Number of bits set in all 512.
CV_INLINE int64_t cv_popcount(cv8u64 a) {
  return (int64_t)__builtin_reduce_add(__builtin_elementwise_popcount(a));
}
/// All ones in the lanes where a < b, unsigned.
CV_INLINE cv8u64 cv_less(cv8u64 a, cv8u64 b) { return (cv8u64)(a < b); }

// MARK: Doubles

/// The 52 high bits of each lane as a double in [0, 1).
CV_INLINE cv8d cv_uniform(cv8u64 r) { return (cv8d)((r >> 12) | 0x3FF0000000000000ULL) - 1.0; }
/// a * b + c, rounded once.
CV_INLINE cv8d cv_fma(cv8d a, cv8d b, cv8d c) { return __builtin_elementwise_fma(a, b, c); }
CV_INLINE cv8d cv_sqrt(cv8d a) { return __builtin_elementwise_sqrt(a); }
CV_INLINE cv8d cv_abs(cv8d a) { return __builtin_elementwise_abs(a); }
/// The magnitude of a with the sign of b.
CV_INLINE cv8d cv_copysign(cv8d a, cv8d b) { return __builtin_elementwise_copysign(a, b); }
/// x where a < b, otherwise y (also where a or b is not a number).
CV_INLINE cv8d cv_select_less(cv8d a, cv8d b, cv8d x, cv8d y) {
  cv8u64 mask = (cv8u64)(a < b);
  return (cv8d)((mask & (cv8u64)x) | (~mask & (cv8u64)y));
}
/// x in the lanes where the lowest bit of t is set, otherwise y.
CV_INLINE cv8d cv_select_odd(cv8d t, cv8d x, cv8d y) {
  cv8u64 mask = -((cv8u64)t & 1);
  return (cv8d)((mask & (cv8u64)x) | (~mask & (cv8u64)y));
}
/// a with its sign flipped where bit 1 of t is set.
CV_INLINE cv8d cv_flip_sign(cv8d a, cv8d t) { return (cv8d)((cv8u64)a ^ (((cv8u64)t & 2) << 62)); }
/// a * 2^n, where n is the integer in the low bits of t = n + 1.5 * 2^52.
CV_INLINE cv8d cv_scale(cv8d a, cv8d t) { return (cv8d)((cv8u64)a + ((cv8u64)t << 52)); }
/// The integer part k of log2(x / sqrt(1/2)) as a double, x positive and normal.
CV_INLINE cv8d cv_exponent(cv8d x) {
  cv8i64 k = (cv8i64)((cv8u64)x - 0x3FE6A09E667F3BCDULL) >> 52;
  return __builtin_convertvector(k, cv8d);
}
/// x / 2^k with k = cv_exponent(x): a number in [sqrt(1/2), sqrt(2)).
CV_INLINE cv8d cv_mantissa(cv8d x) {
  cv8u64 k = (cv8u64)x - 0x3FE6A09E667F3BCDULL;
  return (cv8d)((cv8u64)x - (k & 0xFFF0000000000000ULL));
}

#undef CV_INLINE
#pragma clang diagnostic pop

/// The instruction set this was compiled for, as -march names it.
static inline const char *cv_built_for(void) {
#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__AVX512DQ__)
  return "x86-64-v4";
#elif defined(__AVX2__) && defined(__FMA__)
  return "x86-64-v3";
#elif defined(__x86_64__)
  return "x86-64";
#else
  return "another architecture";
#endif
}

/// The largest of these instruction sets that the processor has.
static inline const char *cv_present(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v4")) return "x86-64-v4";
  if (__builtin_cpu_supports("x86-64-v3")) return "x86-64-v3";
  return "x86-64";
#else
  return "another architecture";
#endif
}

#endif
