import Notebook

/// The flow of the coupling under blocking.
struct FlowParameters: Codable, Sendable, Hashable {
  let size: Int
  let couplings: [Double]
  let samples: Int
  let bins: Int
  let window: [Double]

  init(_ read: ParameterReader) throws {
    size = try read.int(
      "size", default: 32, in: 16...64, unit: "sites", "size L, a power of two; half of it is simulated too")
    couplings = try read.doubles(
      "couplings",
      default: [
        0.3, 0.36, 0.39, 0.408, 0.415, 0.425, 0.432, 0.44068679350977147, 0.446, 0.452, 0.46, 0.47, 0.48, 0.5,
      ], each: 1e-3...2, "K that are simulated, ascending")
    samples = try read.int(
      "samples", default: 100_000, in: 100...1_000_000_000, unit: "configurations", "configurations at each K")
    bins = try read.int(
      "bins", default: 40, in: 4...10_000, unit: "chains", "independent chains at each K, the bins of errors")
    window = try read.doubles(
      "window", default: [0.405, 0.475], each: 0...2, "K between which the cubic fit of K'(K) is made")
    guard size.nonzeroBitCount == 1 else {
      throw read.invalid("size", "is \(size); allowed: a power of two, which can be blocked again and again")
    }
    guard window.count == 2, window[0] < window[1] else {
      throw read.invalid("window", "is \(window); allowed: two K, the smaller first")
    }
    let fitted = couplings.filter { $0 > window[0] && $0 < window[1] }.count
    guard zip(couplings, couplings.dropFirst()).allSatisfy({ $0 < $1 }), fitted >= 5 else {
      throw read.invalid(
        "couplings", "is \(couplings); allowed: ascending K, at least five of them inside flow.window for the cubic fit"
      )
    }
    guard samples >= 4 * bins else {
      throw read.invalid("samples", "is \(samples); allowed: at least four for each of the \(bins) chains of flow.bins")
    }
  }
}
