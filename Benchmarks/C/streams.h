// Named random streams as those of the Swift program: SHA-256 of the name gives key and upper counter of
// Philox4x32-10.

#ifndef STREAMS_H
#define STREAMS_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  uint64_t key, family, position, spare;
  int hasSpare;
} Stream;

static uint32_t turned(uint32_t x, int n) { return (x >> n) | (x << (32 - n)); }

// SHA-256 (FIPS 180-4) of a message.
static void sha256(const uint8_t *message, size_t length, uint8_t digest[32]) {
  // The constants: leading fractional bits of the roots of the first primes.
  static uint32_t k[64], first[8];
  if (k[0] == 0) {
    for (int n = 2, count = 0; count < 64; n++) {
      int prime = 1;
      for (int d = 2; d * d <= n; d++) prime &= n % d != 0;
      if (!prime) continue;
      const long double cube = cbrtl(n), square = sqrtl(n);
      k[count] = (uint32_t)((cube - floorl(cube)) * 4294967296.0L);
      if (count < 8) first[count] = (uint32_t)((square - floorl(square)) * 4294967296.0L);
      count++;
    }
  }
  uint8_t padded[1024] = {0};
  const size_t blocks = (length + 9 + 63) / 64;
  memcpy(padded, message, length);
  padded[length] = 0x80;
  for (int i = 0; i < 8; i++) padded[64 * blocks - 1 - (size_t)i] = (uint8_t)((uint64_t)(8 * length) >> (8 * i));
  uint32_t h[8];
  memcpy(h, first, sizeof h);
  for (size_t block = 0; block < blocks; block++) {
    uint32_t w[64], v[8];
    for (int i = 0; i < 16; i++) {
      const uint8_t *p = padded + 64 * block + 4 * i;
      w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    }
    for (int i = 16; i < 64; i++) {
      const uint32_t a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + (turned(a, 7) ^ turned(a, 18) ^ a >> 3) + w[i - 7] + (turned(b, 17) ^ turned(b, 19) ^ b >> 10);
    }
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 64; i++) {
      const uint32_t e = v[4], a = v[0], choice = (e & v[5]) ^ (~e & v[6]);
      const uint32_t t = v[7] + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + k[i] + w[i];
      const uint32_t u = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
      memmove(v + 1, v, 7 * sizeof *v);
      v[4] += t;
      v[0] = t + u;
    }
    for (int i = 0; i < 8; i++) h[i] += v[i];
  }
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(h[i / 4] >> (24 - 8 * (i % 4)));
}

// The stream of an identity in which '|' stands for NUL.
static Stream streamOf(char *identity) {
  const size_t length = strlen(identity);
  uint8_t digest[32];
  for (size_t i = 0; i < length; i++)
    if (identity[i] == '|') identity[i] = 0;
  sha256((const uint8_t *)identity, length, digest);
  Stream stream = {0};
  for (int i = 7; i >= 0; i--) {
    stream.key = stream.key << 8 | digest[i];
    stream.family = stream.family << 8 | digest[8 + i];
  }
  return stream;
}
static Stream streamNamed(unsigned long seed, const char *name) {
  char identity[256];
  snprintf(identity, sizeof identity, "kadanoff/1|%lu|%s|0", seed, name);
  return streamOf(identity);
}
static Stream childOf(Stream parent, const char *name, int index) {
  char identity[256];
  snprintf(identity, sizeof identity, "kadanoff/1/child|%llu|%llu|%s|%d", (unsigned long long)parent.key,
           (unsigned long long)parent.family, name, index);
  return streamOf(identity);
}

// 64 random bits: Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC'11), two numbers a block.
static uint64_t draw(Stream *stream) {
  if (stream->hasSpare) {
    stream->hasSpare = 0;
    return stream->spare;
  }
  uint32_t c0 = (uint32_t)stream->position, c1 = (uint32_t)(stream->position >> 32);
  uint32_t c2 = (uint32_t)stream->family, c3 = (uint32_t)(stream->family >> 32);
  uint32_t k0 = (uint32_t)stream->key, k1 = (uint32_t)(stream->key >> 32);
  for (int round = 0; round < 10; round++) {
    const uint64_t a = (uint64_t)c0 * 0xd2511f53, b = (uint64_t)c2 * 0xcd9e8d57;
    const uint32_t n0 = (uint32_t)(b >> 32) ^ c1 ^ k0, n2 = (uint32_t)(a >> 32) ^ c3 ^ k1;
    c1 = (uint32_t)b, c3 = (uint32_t)a, c0 = n0, c2 = n2;
    k0 += 0x9e3779b9, k1 += 0xbb67ae85;
  }
  stream->position++;
  stream->spare = (uint64_t)c3 << 32 | c2;
  stream->hasSpare = 1;
  return (uint64_t)c1 << 32 | c0;
}

// A generator whose state are the next 32 words.
static Random generatorFrom(Stream stream) {
  Random random;
  for (int i = 0; i < 4; i++)
    for (int lane = 0; lane < 8; lane++) random.s[i][lane] = draw(&stream);
  return random;
}

#endif
