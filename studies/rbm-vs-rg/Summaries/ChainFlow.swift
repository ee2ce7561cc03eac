/// The one-dimensional flow as Adam learns it.
struct ChainFlow: Codable, Sendable {
  struct Run: Codable, Sendable {
    struct Loss: Codable, Sendable {
      let step: Int
      let value: Double
    }
    let coupling: Double
    let loss: String
    let learningRate: Double
    let steps: Int
    let learned: Double
    let exact: Double
    /// Thinned.
    let losses: [Loss]
  }

  struct Value: Codable, Sendable {
    let factor: Int
    let coupling: Double
    let value: Double
  }

  static let squared = "square"
  static let logarithmic = "logarithm"

  let runs: [Run]
  let exact: [Value]
  let lengths: [Value]
  let mapCouplings: [Double]
  let mapLearned: [Double]
  let mapExact: [Double]

  var largestError: Double { runs.map { abs($0.learned - $0.exact) }.max() ?? 0 }
  var largestMapError: Double { zip(mapLearned, mapExact).map { abs($0 - $1) }.max() ?? 0 }
}
