/// Trained weights in the repository of the paper's authors (commit 26d4eeb0): facts, three numbers a net.
struct PublishedSet: Sendable {
  /// Training size and number of training configurations.
  let name: String
  let a: Double
  let b: Double
  let c: Double

  static let all = [
    PublishedSet(name: "L32-1e4", a: 0.54590, b: 0.62776, c: 1.40962),
    largest,
    PublishedSet(name: "L128-1e4", a: 0.49184, b: 0.72344, c: 1.23892),
    PublishedSet(name: "L128-1e6", a: 0.54919, b: 0.62787, c: 1.39398),
    PublishedSet(name: "weighted-L32-1e4", a: 0.35929, b: 0.85236, c: 1.55746),
    PublishedSet(name: "weighted-L32-1e6", a: 0.37222, b: 0.96635, c: 1.07224),
  ]

  /// The set whose dream is sampled by default: 10⁶ configurations of size 32.
  static let largest = PublishedSet(name: "L32-1e6", a: 0.57314575, b: 0.58786610, c: 1.45248150)

  /// A round set near the maximum-likelihood optimum, the standard example of the exact tables.
  static let reference = PublishedSet(name: "ref", a: 0.55, b: 0.625, c: 1.405)
}
