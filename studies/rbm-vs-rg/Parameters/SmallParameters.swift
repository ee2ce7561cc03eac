import Notebook

/// Machines small enough to enumerate.
struct SmallParameters: Codable, Sendable, Hashable {
  let couplings: [Double]
  let starts: Int
  let iterations: Int
  let torusCouplings: [Double]
  let visible: Int
  let hidden: Int
  let weights: [Double]

  init(_ read: ParameterReader) throws {
    couplings = try read.doubles("couplings", default: [0.5, 1], each: 1e-3...3, "K of the ring of eight sites")
    starts = try read.int(
      "starts", default: 12, in: 1...1000, unit: "starts", "random starts of every minimisation; the best counts")
    iterations = try read.int(
      "iterations", default: 2000, in: 10...1_000_000, unit: "steps", "steps of every minimisation at most")
    torusCouplings = try read.doubles(
      "torus_couplings", default: [0.2, 0.3, 0.4], each: 1e-3...3, "K of the 4 × 4 torus with four hidden units")
    visible = try read.int("visible", default: 6, in: 2...12, unit: "units", "visible units of the machine given below")
    hidden = try read.int("hidden", default: 4, in: 2...12, unit: "units", "its hidden units")
    weights = try read.doubles(
      "weights", default: [], each: -50...50,
      "its weights, visible by hidden, row by row; empty for the reference machine W = sin(1 + i + 2j)/2")
    guard weights.isEmpty || weights.count == visible * hidden else {
      throw read.invalid(
        "weights", "has \(weights.count) numbers; allowed: none or \(visible * hidden) = small.visible × small.hidden")
    }
    try read.requireAscending("couplings", couplings)
    if !torusCouplings.isEmpty { try read.requireAscending("torus_couplings", torusCouplings) }
  }
}
