import Statistics

/// An observable of one system at several β, all from the same disorder samples.
public struct OverlapCurve: Sendable, Hashable {
  public let observable: OverlapObservable
  /// Inverse temperatures, ascending.
  public let betas: [Double]
  /// The system at each β.
  public let averages: [OverlapAverages]

  /// - Parameters:
  ///   - betas: at least two, strictly ascending.
  ///   - averages: one for each β, of equal sides and numbers of blocks.
  /// - Throws: `OverlapFlowError.badInput`.
  public init(
    _ observable: OverlapObservable, betas: [Double], averages: [OverlapAverages]
  ) throws(OverlapFlowError) {
    func refused(_ why: String) -> OverlapFlowError { .badInput(operation: "overlap curve", why: why) }
    guard betas.count >= 2, averages.count == betas.count else {
      throw refused("\(betas.count) beta with \(averages.count) averages; equally many are needed, at least 2")
    }
    guard zip(betas, betas.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw refused("beta must be strictly ascending")
    }
    guard averages.allSatisfy({ $0.side == averages[0].side && $0.blocks.count == averages[0].blocks.count }) else {
      throw refused("the averages differ in side or in the number of blocks; both must be equal at every beta")
    }
    self.observable = observable
    self.betas = betas
    self.averages = averages
  }

  /// Linear size L.
  public var side: Int { averages[0].side }

  /// The observable at every β; nothing where it has no value.
  ///
  /// - Throws: `OverlapFlowError.statistics`.
  public func estimates() throws(OverlapFlowError) -> [Estimate?] {
    try averages.map { (system) throws(OverlapFlowError) in try system.estimate(observable) }
  }

  /// The polygon through the values at given averages.
  func polygon(_ means: some Collection<OverlapMeans>) -> Polygon {
    Polygon(x: betas, y: means.map { observable.value($0, side: side) })
  }
}
