// Fused multiply-adds of doubles a second in registers, sixteen independent chains: the limit of a training.

#include "lanes.h"
#include <stdio.h>
#include <time.h>

enum { chains = 16, steps = 20000000 };

static double processorSeconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(void) {
  double fastest = INFINITY, sum = 0;
  volatile double factor = 0.5;
  for (int repeat = 0; repeat < 5; repeat++) {
    vd x[chains];
    for (int i = 0; i < chains; i++) x[i] = all(i);
    const vd a = all(factor), b = all(1);
    const double start = processorSeconds();
    for (int step = 0; step < steps; step++)
      for (int i = 0; i < chains; i++) x[i] = fma8(a, x[i], b);
    fastest = fmin(fastest, processorSeconds() - start);
    for (int i = 0; i < chains; i++) sum += x[i][0];
  }
  // Every chain ends in the fixed point of x -> x/2 + 1.
  printf("peak multiply-adds gfma=%.2f check=%g\n", 8e-9 * chains * steps / fastest, sum / (5 * chains));
  return sum == 2.0 * 5 * chains ? 0 : 1;
}
