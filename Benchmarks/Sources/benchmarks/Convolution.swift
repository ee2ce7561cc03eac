import Foundation
import Learning
import Random

/// The inverse transformations that are timed: a training step of the convolutional network in the common
/// shape, and the generation of a field of side 512 from one of side 32. Cases are named `convolution-8`,
/// `convolution-64`, `refinement-linear`, `refinement-relu`.
enum Convolution: String, CaseIterable, BenchmarkCase {
  /// One full-batch step of 3 × 3 convolution, ReLU, 2 × 2 transposed convolution in single precision: 64
  /// images, 16² to 32², 8 filters; `peers/convolution.py` has it, too.
  case eight = "convolution-8"
  /// The same with 64 filters.
  case sixtyFour = "convolution-64"
  /// Four steps of a linear map on 3 × 3 blocks in double precision.
  case linear = "refinement-linear"
  /// Four steps of a homogeneous ReLU network of 32 units on 3 × 3 blocks.
  case relu = "refinement-relu"

  static let images = 64
  static let side = 16

  var name: String { rawValue }

  /// Times the case and checks its result; one line in the format of the other measurements.
  ///
  /// - Throws: `BenchmarkError` if the result is wrong.
  func measure(repeats: Int) throws -> String {
    switch self {
    case .eight: try measureStep(filters: 8, repeats)
    case .sixtyFour: try measureStep(filters: 64, repeats)
    case .linear, .relu: try measureRefinement(repeats)
    }
  }

  private func measureStep(filters: Int, _ repeats: Int) throws -> String {
    let (sites, steps) = (Self.images * Self.side * Self.side, 1600 / filters)
    var parameters = MixedNumbers.uniform(16 * filters, seed: 3, scale: 1)
    for index in parameters.indices where index % 16 >= 14 { parameters[index] = 0 }
    let start = try ConvolutionStep(
      filters: filters, side: Self.side, inputs: MixedNumbers.uniform(sites, seed: 1, scale: 2),
      targets: MixedNumbers.uniform(4 * sites, seed: 2, scale: 2), parameters: parameters)
    let (losses, seconds) = try Measurement.best(of: repeats) {
      var step = start
      return (0..<steps).map { _ in step.step(learningRate: 1e-3) }
    }
    for (before, after) in zip(losses, losses.dropFirst()) where after >= before {
      throw BenchmarkError("\(name): the loss rises from \(before) to \(after)")
    }
    let time = String(format: "%.5f", 1e3 * seconds / Double(steps))
    let check = String(format: "first=%.6f last=%.6f", losses[0], losses[steps - 1])
    return "swift \(name) step_ms=\(time) steps=\(steps) \(check)"
  }

  private func measureRefinement(_ repeats: Int) throws -> String {
    var random = RandomStream(seed: 1, name: "benchmarks/\(name)")
    let window = try PatchWindow(kernel: 6)
    // The fitted kernel of critical φ⁴ fields, rounded; offsets from far to near.
    let kernel = [-0.018, -0.050, -0.017, -0.050, 0.736, 0.141, -0.017, 0.141, 0.048]
    let linear = try LinearInverse(window: window, kernel: kernel)
    let network = try InverseNetwork(kind: .reluHomogeneous, window: window, hidden: 32, random: &random)
    let map = self == .linear ? InverseMap(linear) : InverseMap(network)
    let field = (0..<1024).map { _ in random.normal() + 0.5 }
    let sides = [32, 64, 128, 256]
    let (fine, seconds) = try Measurement.best(of: repeats) {
      try sides.reduce(field) { try map.refined($0, side: $1, random: &random) }
    }
    let mean = fine.reduce(0, +) / Double(fine.count)
    let gain = linear.gain
    let expected = field.reduce(0, +) / 1024 * (gain * gain) * (gain * gain)
    guard self == .relu || abs(mean - expected) < 1e-12 else {
      throw BenchmarkError("\(name): the mean is \(mean), but must be \(expected)")
    }
    let check = String(format: "mean=%.9f hash=", mean) + Measurement.digest(fine)
    return "swift \(name) field_ms=\(String(format: "%.4f", 1e3 * seconds)) \(check)"
  }
}
