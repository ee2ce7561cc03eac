import Notebook

/// Monte Carlo renormalization at K_c.
struct MCRGParameters: Codable, Sendable, Hashable {
  let sizes: [Int]
  let samples: [Int]
  let clusters: Int
  let bins: Int
  let evenOperators: [Int]
  let oddOperators: [Int]

  init(_ read: ParameterReader) throws {
    sizes = try read.ints(
      "sizes", default: [32, 64], each: 8...64, unit: "sites", "sizes L at K_c, powers of two, ascending")
    samples = try read.ints(
      "samples", default: [800_000, 800_000], each: 400...1_000_000_000, unit: "configurations",
      "configurations at each size")
    clusters = try read.int(
      "clusters", default: 5, in: 1...10_000, unit: "Wolff clusters", "clusters between configurations, a fixed number")
    bins = try read.int(
      "bins", default: 40, in: 4...10_000, unit: "chains", "independent chains, the bins of the jackknife")
    evenOperators = try read.ints(
      "even_operators", default: [1, 2, 3, 7], each: 1...7,
      "numbers n of even operators: nn, nnn, plaquette, (2,0), (2,1), (2,2), diamond")
    oddOperators = try read.ints(
      "odd_operators", default: [1, 4], each: 1...4, "numbers n of odd operators: spin, corner, line, V")
    try read.requireAscending("sizes", sizes)
    try read.requireAscending("even_operators", evenOperators)
    try read.requireAscending("odd_operators", oddOperators)
    guard samples.count == sizes.count else {
      throw read.invalid("samples", "has \(samples.count) entries; allowed: one for each of the \(sizes.count) sizes")
    }
    for (place, side) in sizes.enumerated() where side.nonzeroBitCount != 1 || (place > 0 && side <= sizes[place - 1]) {
      throw read.invalid("sizes", "is \(sizes); allowed: different powers of two from 8 on, in ascending order")
    }
    if let few = samples.first(where: { $0 < 10 * bins }) {
      throw read.invalid(
        "samples", "contains \(few); allowed: at least ten for each of the \(bins) chains of mcrg.bins")
    }
  }
}
