import Notebook

/// What the exact chapters are asked for.
struct ExactParameters: Codable, Sendable, Hashable {
  let trainingCoupling: Double
  let couplings: [Double]
  let sides: [Int]
  let planePoints: Int

  init(_ read: ParameterReader) throws {
    trainingCoupling = try read.double(
      "coupling", default: 0.44068679350977147, in: -2...2, "coupling K of the exact training at L = 4")
    couplings = try read.doubles(
      "couplings", default: [0.1, 0.2, 0.3, 0.35, 0.4, 0.42, 0.44068679350977147, 0.46, 0.48, 0.5, 0.55, 0.6],
      each: -2...2,
      "couplings of the curve of exactly trained nets")
    sides = try read.powersOfTwo(
      "sides", default: [2, 4, 8, 16, 32, 64, 128, 256, 512], each: 2...1_048_576, "sizes of the exact recursion")
    planePoints = try read.int(
      "plane_points", default: 33, in: 3...201, unit: "points",
      "points a side of the map of exponents in the (W₁, W₂) plane")
  }
}
