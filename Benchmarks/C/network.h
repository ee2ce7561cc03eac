// A perceptron 1-W-...-W-1 with ReLU, eight models to a vector, and its derivative passes.
//
// The shape is a variable, as in the Swift program. With -DCONSTANT the compiler knows it and unrolls for
// 1-16-16-1 and 24 models: what a program for this one shape could gain.

#ifndef NETWORK_H
#define NETWORK_H

#include "lanes.h"
#include <string.h>

enum { maximumWidth = 64, maximumLayers = 8, maximumVectors = 8 };

#ifdef CONSTANT
enum { width = 16, hidden = 2, vectors = 3 };
static void readShape(void) {}
#else
static int width, hidden, vectors;
static void readShape(void) {
  // A compiler that sees the only values ever assigned takes them for constants.
  static volatile int shape[3] = {16, 2, 3};
  width = shape[0];
  hidden = shape[1];
  vectors = shape[2];
}
#endif

// Layer 0 is the input, layer hidden + 1 the output.
typedef vd Layer[maximumWidth * maximumVectors];
typedef struct {
  Layer value[maximumLayers], slope[maximumLayers], tangent[maximumLayers], adjoint[maximumLayers];
} Arrays;

static double parameters[16384], gradient[16384];
static const double zeros[maximumWidth];

INLINE int fanIn(int layer) { return layer == 0 ? 1 : width; }
INLINE int fanOut(int layer) { return layer == hidden ? 1 : width; }
// Weights [out][in], then biases, layer by layer.
INLINE int offset(int layer) { return layer == 0 ? 0 : 2 * width + (layer - 1) * width * (width + 1); }
static int parameterCount(void) { return offset(hidden) + width + 1; }

// `rows` x `count` results in registers: c = start + a b, or c += a b without a start.
#define BLOCK(ROWS, COUNT)                                                                                  \
  do {                                                                                                      \
    vd sum[ROWS][COUNT];                                                                                    \
    for (int i = 0; i < ROWS; i++)                                                                          \
      for (int j = 0; j < COUNT; j++)                                                                       \
        sum[i][j] = start ? all(start[row + i]) : c[(row + i) * columns + column + j];                      \
    for (int k = 0; k < inner; k++)                                                                         \
      for (int i = 0; i < ROWS; i++) {                                                                      \
        vd factor = all(a[(row + i) * rowStride + k * innerStride]);                                        \
        for (int j = 0; j < COUNT; j++) sum[i][j] = fma8(factor, b[k * columns + column + j], sum[i][j]);   \
      }                                                                                                     \
    for (int i = 0; i < ROWS; i++)                                                                          \
      for (int j = 0; j < COUNT; j++) c[(row + i) * columns + column + j] = sum[i][j];                      \
  } while (0)
#define STRIP(ROWS)                                                \
  do {                                                             \
    int column = 0;                                                \
    for (; column + 3 <= columns; column += 3) BLOCK(ROWS, 3);     \
    for (; column + 2 <= columns; column += 2) BLOCK(ROWS, 2);     \
    for (; column < columns; column++) BLOCK(ROWS, 1);             \
  } while (0)

INLINE void product(int rows, int inner, const double *a, int rowStride, int innerStride, const vd *b,
                    int columns, vd *c, const double *start) {
  int row = 0;
  for (; row + 8 <= rows; row += 8) STRIP(8);
  for (; row < rows; row++) STRIP(1);
}

INLINE void multiply(Layer *source, Layer *target, int layer, int columns, const double *start) {
  product(fanOut(layer), fanIn(layer), parameters + offset(layer), fanIn(layer), 1, source[layer], columns,
          target[layer + 1], start);
}

static void forward(Arrays *x, int columns) {
  for (int layer = 0; layer <= hidden; layer++) {
    multiply(x->value, x->value, layer, columns, parameters + offset(layer) + fanOut(layer) * fanIn(layer));
    if (layer == hidden) break;
    vd *h = x->value[layer + 1], *s = x->slope[layer + 1];
    for (int i = 0; i < width * columns; i++) {
      vi on = h[i] > 0;
      s[i] = select8(on, all(1), all(0));
      h[i] = select8(on, h[i], all(0));
    }
  }
}

// The derivative of the output; after `forward`.
static void forwardTangent(Arrays *x, int columns) {
  for (int i = 0; i < columns; i++) x->tangent[0][i] = all(1);
  for (int layer = 0; layer <= hidden; layer++) {
    multiply(x->tangent, x->tangent, layer, columns, zeros);
    if (layer == hidden) break;
    for (int i = 0; i < width * columns; i++) x->tangent[layer + 1][i] *= x->slope[layer + 1][i];
  }
}

// Adjoints of the sums before each activation, from that of the output; after `forward`.
static void backward(Arrays *x, int columns, int toInput) {
  for (int layer = hidden; layer >= (toInput ? 0 : 1); layer--) {
    product(fanIn(layer), fanOut(layer), parameters + offset(layer), 1, fanIn(layer), x->adjoint[layer + 1],
            columns, x->adjoint[layer], zeros);
    if (layer == 0) break;
    for (int i = 0; i < width * columns; i++) x->adjoint[layer][i] *= x->slope[layer][i];
  }
}

// The gradient of the sum over models of adjoint x output; after `backward`.
static void parameterGradient(Arrays *x, int columns) {
  static vd transposed[8 * maximumVectors * maximumWidth / 8], sums[maximumWidth * maximumWidth / 8];
  const int models = 8 * columns;
  for (int layer = 0; layer <= hidden; layer++) {
    const int in = fanIn(layer), out = fanOut(layer), rowVectors = (in + 7) / 8;
    const double *from = (const double *)x->value[layer];
    double *to = (double *)transposed, *target = gradient + offset(layer);
    for (int unit = 0; unit < in; unit++)
      for (int m = 0; m < models; m++) to[m * 8 * rowVectors + unit] = from[unit * models + m];
    memset(sums, 0, sizeof(vd) * (size_t)(out * rowVectors));
    const double *adjoints = (const double *)x->adjoint[layer + 1];
    product(out, models, adjoints, models, 1, transposed, rowVectors, sums, NULL);
    for (int o = 0; o < out; o++) {
      memcpy(target + o * in, sums + o * rowVectors, sizeof(double) * (size_t)in);
      vd bias = 0;
      for (int i = 0; i < columns; i++) bias += x->adjoint[layer + 1][o * columns + i];
      double sum = bias[0];
      for (int lane = 1; lane < 8; lane++) sum += bias[lane];
      target[out * in + o] = sum;
    }
  }
}

#endif
