import CSimd
import Elementary

/// A function of patches evaluated, and differentiated with respect to its parameters, for a tile of 32 sites
/// at once: four vectors of eight.
///
/// Vectors run over sites, so that every sum over patch or hidden units has one fixed order. Sums over sites
/// stay in eight lanes for a whole batch and are folded once at its end.
struct PatchPass: ~Copyable {
  static let tile = 32

  let layout: NetworkLayout
  let usesTanh: Bool
  private let memory: LaneBuffer
  /// Element e of the patches, four vectors from 4 e on.
  let patches: UnsafeMutablePointer<SIMD8<Double>>
  /// Outputs of the hidden units, four vectors from 4 u on.
  private let units: UnsafeMutablePointer<SIMD8<Double>>
  /// Derivatives of the loss with respect to the parameters, in lanes.
  private let gradient: UnsafeMutablePointer<SIMD8<Double>>

  init(patch: Int, hidden: Int, usesTanh: Bool, differentiated: Bool) {
    layout = NetworkLayout(patch: patch, hidden: hidden)
    self.usesTanh = usesTanh
    memory = LaneBuffer(count: 4 * (patch + hidden) + (differentiated ? layout.count : 0))
    patches = memory.vectors
    units = patches + 4 * patch
    gradient = units + 4 * hidden
  }

  /// The function of the 32 patches.
  @inline(__always)
  func values(_ parameters: UnsafePointer<Double>) -> LaneQuad {
    let count = layout.patch
    var sum = LaneQuad(parameters[layout.constant])
    let kernel = parameters + layout.kernel
    for e in 0..<count { sum.add(kernel[e], LaneQuad(patches + 4 &* e)) }
    let biases = parameters + layout.biases
    let heads = parameters + layout.heads
    var u = 0
    while u &+ 2 <= layout.hidden {
      var first = LaneQuad(biases[u])
      var second = LaneQuad(biases[u &+ 1])
      let weights = parameters + u &* count
      for e in 0..<count {
        let x = LaneQuad(patches + 4 &* e)
        first.add(weights[e], x)
        second.add(weights[count &+ e], x)
      }
      finish(first, u, heads[u], &sum)
      finish(second, u &+ 1, heads[u &+ 1], &sum)
      u = u &+ 2
    }
    if u < layout.hidden {
      var last = LaneQuad(biases[u])
      for e in 0..<count { last.add(parameters[u &* count &+ e], LaneQuad(patches + 4 &* e)) }
      finish(last, u, heads[u], &sum)
    }
    return sum
  }

  /// The activation of a unit, and its part of the sum.
  @inline(__always)
  private func finish(_ argument: LaneQuad, _ u: Int, _ head: Double, _ sum: inout LaneQuad) {
    let value = usesTanh ? argument.map { Elementary.tanh($0) } : argument.map { Self.rectified($0) }
    value.store(units + 4 &* u)
    sum.add(head, value)
  }

  @inline(__always)
  private static func rectified(_ x: SIMD8<Double>) -> SIMD8<Double> {
    cv_select_less(x, SIMD8(), SIMD8(), x)
  }

  /// Adds the derivatives, given those of the loss with respect to the values; after `values`.
  @inline(__always)
  func addGradient(_ parameters: UnsafePointer<Double>, _ outer: LaneQuad) {
    let one = LaneQuad(1)
    gradient[layout.constant] = outer.product(one, addedTo: gradient[layout.constant])
    let kernel = gradient + layout.kernel
    let count = layout.patch
    for e in 0..<count { kernel[e] = outer.product(LaneQuad(patches + 4 &* e), addedTo: kernel[e]) }
    var u = 0
    while u &+ 2 <= layout.hidden {
      let first = inner(parameters, outer, u)
      let second = inner(parameters, outer, u &+ 1)
      let weights = gradient + u &* count
      for e in 0..<count {
        let x = LaneQuad(patches + 4 &* e)
        weights[e] = first.product(x, addedTo: weights[e])
        weights[count &+ e] = second.product(x, addedTo: weights[count &+ e])
      }
      u = u &+ 2
    }
    if u < layout.hidden {
      let last = inner(parameters, outer, u)
      let weights = gradient + u &* count
      for e in 0..<count { weights[e] = last.product(LaneQuad(patches + 4 &* e), addedTo: weights[e]) }
    }
  }

  /// The derivative with respect to the argument of a unit; adds those of its bias and output weight.
  @inline(__always)
  private func inner(_ parameters: UnsafePointer<Double>, _ outer: LaneQuad, _ u: Int) -> LaneQuad {
    let value = LaneQuad(units + 4 &* u)
    let heads = gradient + layout.heads
    heads[u] = outer.product(value, addedTo: heads[u])
    let head = SIMD8(repeating: parameters[layout.heads &+ u])
    let argument =
      usesTanh
      ? outer.map(value) { $0 * head * (1 - $1 * $1) }
      : outer.map(value) { cv_select_less(SIMD8(), $1, $0 * head, SIMD8()) }
    let biases = gradient + layout.biases
    biases[u] = argument.product(LaneQuad(1), addedTo: biases[u])
    return argument
  }

  /// The derivatives summed over the lanes; starts the next sum at zero.
  func takeGradient() -> [Double] {
    let result = (0..<layout.count).map { gradient[$0].folded }
    gradient.update(repeating: SIMD8(), count: layout.count)
    return result
  }
}
