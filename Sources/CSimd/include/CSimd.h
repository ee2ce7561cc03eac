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
typedef int16_t cv8i16 __attribute__((ext_vector_type(8)));
typedef uint16_t cv32u16 __attribute__((ext_vector_type(32)));
typedef long long cv8ll __attribute__((__vector_size__(64)));

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

/// Bit k is set where a < b in lane k, and clear where a or b is not a number.
CV_INLINE uint8_t cv_less_bits(cv8d a, cv8d b) {
  typedef _Bool cv8b __attribute__((ext_vector_type(8)));
  cv8b less = __builtin_convertvector(a < b, cv8b);
  uint8_t bits;
  __builtin_memcpy(&bits, &less, 1);
  return bits;
}

// MARK: Counting

/// The exclusive or of three words: the sum bit of a full adder.
CV_INLINE cv8u64 cv_xor3(cv8u64 a, cv8u64 b, cv8u64 c) {
#if defined(__AVX512F__)
  return (cv8u64)__builtin_ia32_pternlogq512_mask((cv8ll)a, (cv8ll)b, (cv8ll)c, 0x96, 0xFF);
#else
  return a ^ b ^ c;
#endif
}
/// The bits that are set in at least two of three words: the carry bit of a full adder.
CV_INLINE cv8u64 cv_majority(cv8u64 a, cv8u64 b, cv8u64 c) {
#if defined(__AVX512F__)
  return (cv8u64)__builtin_ia32_pternlogq512_mask((cv8ll)a, (cv8ll)b, (cv8ll)c, 0xE8, 0xFF);
#else
  return (a & b) | (c & (a | b));
#endif
}
/// Number of bits set in each lane.
CV_INLINE cv8u64 cv_popcounts(cv8u64 a) { return __builtin_elementwise_popcount(a); }
/// The first 16 of 32 numbers of 16 bits of a and of b, alternating.
CV_INLINE cv8u64 cv_zip_low16(cv8u64 a, cv8u64 b) {
  return (cv8u64)__builtin_shufflevector(
      (cv32u16)a, (cv32u16)b, 0, 32, 1, 33, 2, 34, 3, 35, 4, 36, 5, 37, 6, 38, 7, 39, 8, 40, 9, 41, 10, 42, 11, 43,
      12, 44, 13, 45, 14, 46, 15, 47);
}
/// The last 16 of 32 numbers of 16 bits of a and of b, alternating.
CV_INLINE cv8u64 cv_zip_high16(cv8u64 a, cv8u64 b) {
  return (cv8u64)__builtin_shufflevector(
      (cv32u16)a, (cv32u16)b, 16, 48, 17, 49, 18, 50, 19, 51, 20, 52, 21, 53, 22, 54, 23, 55, 24, 56, 25, 57, 26, 58,
      27, 59, 28, 60, 29, 61, 30, 62, 31, 63);
}
/// Eight signed numbers of 16 bits as doubles.
CV_INLINE cv8d cv_double_i16(cv8i16 a) { return __builtin_convertvector(a, cv8d); }

// MARK: Functions of three words

#if defined(__AVX512F__)
#define CV_TERNARY(name, expression, table)                                                    \
  CV_INLINE cv8u64 name(cv8u64 a, cv8u64 b, cv8u64 c) {                                         \
    return (cv8u64)__builtin_ia32_pternlogq512_mask((cv8ll)a, (cv8ll)b, (cv8ll)c, table, 0xFF); \
  }
#else
#define CV_TERNARY(name, expression, table) \
  CV_INLINE cv8u64 name(cv8u64 a, cv8u64 b, cv8u64 c) { return expression; }
#endif

/// The bits of b where a is set, of c elsewhere.
CV_TERNARY(cv_select, (a & b) | (~a & c), 0xCA)
/// The bits of b where a and c differ, of a elsewhere: the borrow a of the lower digits, b digits of a threshold
/// and c those of a uniform number give the borrow of "number < threshold" one digit further up.
CV_TERNARY(cv_borrow, ((b ^ c) & b) | (~(b ^ c) & a), 0xD4)
/// a with the bits flipped where b and c are set.
CV_TERNARY(cv_xor_and, a ^ (b & c), 0x78)
/// a with the bits flipped where b is set and c is not.
CV_TERNARY(cv_xor_andnot, a ^ (b & ~c), 0xB4)
/// a where b and c are equal.
CV_TERNARY(cv_where_equal, a & ~(b ^ c), 0x90)
/// The bits that are set in a and b but not in c.
CV_TERNARY(cv_and_andnot, a & b & ~c, 0x40)
/// The bits that are set in a or in both b and c.
CV_TERNARY(cv_or_and, a | (b & c), 0xF8)
/// The bits where b and c differ, without those where a and c are set.
CV_TERNARY(cv_differ_unless, (b ^ c) & ~(a & c), 0x46)

/// All ones in the lanes whose top bit is set.
CV_INLINE cv8u64 cv_top(cv8u64 a) { return (cv8u64)((cv8i64)a >> 63); }
/// a, with the bits of b added in the lanes where x < y, unsigned.
CV_INLINE cv8u64 cv_or_where_less(cv8u64 a, cv8u64 b, cv8u64 x, cv8u64 y) { return x < y ? (a | b) : a; }

// MARK: Single precision

typedef float cv16f __attribute__((ext_vector_type(16)));
typedef uint32_t cv16u32 __attribute__((ext_vector_type(16)));
typedef int32_t cv16i32 __attribute__((ext_vector_type(16)));

/// a * b + c, rounded once.
CV_INLINE cv16f cv_fma16f(cv16f a, cv16f b, cv16f c) { return __builtin_elementwise_fma(a, b, c); }
CV_INLINE cv16f cv_abs16f(cv16f a) { return __builtin_elementwise_abs(a); }
/// The magnitude of a with the sign of b.
CV_INLINE cv16f cv_copysign16f(cv16f a, cv16f b) { return __builtin_elementwise_copysign(a, b); }
/// x where a < b, otherwise y (also where a or b is not a number).
CV_INLINE cv16f cv_select_less16f(cv16f a, cv16f b, cv16f x, cv16f y) { return a < b ? x : y; }
/// a * 2^n, where n is the integer in the low bits of t = n + 1.5 * 2^23.
CV_INLINE cv16f cv_scale16f(cv16f a, cv16f t) { return (cv16f)((cv16u32)a + ((cv16u32)t << 23)); }
/// Bit k is set with the probability (1 + m) / 2 to 2^-25 if r has 512 random bits, m in [-1, 1] being lane k of
/// mean: where the 32 bits of r as a signed integer are below m (2^31 - 2^7), truncated. 1 stands for no number.
CV_INLINE uint16_t cv_sample16f(cv16f mean, cv8u64 r) {
  typedef _Bool cv16b __attribute__((ext_vector_type(16)));
  cv16f bounded = mean < 1.0f ? mean : (cv16f)1.0f;
  cv16i32 threshold = __builtin_convertvector(bounded * 2147483520.0f, cv16i32);
  cv16b set = __builtin_convertvector((cv16i32)r < threshold, cv16b);
  uint16_t bits;
  __builtin_memcpy(&bits, &set, 2);
  return bits;
}
/// The first eight numbers of a and of b, alternating.
CV_INLINE cv16f cv_zip_low16f(cv16f a, cv16f b) {
  return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
/// The last eight numbers of a and of b, alternating.
CV_INLINE cv16f cv_zip_high16f(cv16f a, cv16f b) {
  return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}
/// The transpose of 16 rows of 16 numbers: row i begins from_stride i vectors of 64 bytes after `from`, column i
/// is written to_stride i vectors after `to`; both are aligned to 64 bytes.
static inline __attribute__((always_inline)) void cv_transpose16f(
    const void *from, long from_stride, void *to, long to_stride) {
  const cv16f *rows = (const cv16f *)from;
  cv16f *columns = (cv16f *)to;
  cv16f a[16], b[16];
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i++) a[i] = rows[i * from_stride];
#pragma clang loop unroll(full)
  for (int round = 0; round < 2; round++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) {
      b[2 * i] = cv_zip_low16f(a[i], a[i + 8]);
      b[2 * i + 1] = cv_zip_high16f(a[i], a[i + 8]);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) {
      a[2 * i] = cv_zip_low16f(b[i], b[i + 8]);
      a[2 * i + 1] = cv_zip_high16f(b[i], b[i + 8]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 16; i++) columns[i * to_stride] = a[i];
}

#undef CV_TERNARY
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
