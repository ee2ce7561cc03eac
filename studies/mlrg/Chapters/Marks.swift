import Notebook
import Statistics

/// The two values that every figure of critical couplings shows, and small helpers of the chapters.
enum Marks {
  /// The exact critical coupling of the Lieb lattice and the fixed point of the KL-optimal flow, as lines.
  static func vertical() throws -> [Element] {
    [
      .verticalLine(LiebLattice.criticalCoupling, label: "exact", dash: .dashed),
      .verticalLine(try KLOptimalFlow.fixedPoint().coupling, label: "KL-optimal", dash: .solid),
    ]
  }

  static func horizontal() throws -> [Element] {
    [
      .horizontalLine(LiebLattice.criticalCoupling, label: "exact", dash: .dashed),
      .horizontalLine(try KLOptimalFlow.fixedPoint().coupling, label: "KL-opt.", dash: .solid),
    ]
  }
}

extension DrawnBox? {
  /// A horizontal box plot at a height, without outliers beyond what the panel shows; nothing if there are no values.
  func element(at position: Double, label: String, in range: ClosedRange<Double>) -> [Element] {
    map { [$0.clipped(to: range).element(at: position, label: label)] } ?? []
  }
}

extension DrawnBox {
  /// A horizontal box plot at a height.
  func element(at position: Double, label: String) -> Element {
    .box(at: position, box.five, outliers: outliers, label: label)
  }
}

extension BoxStatistics {
  var five: BoxFive {
    BoxFive(
      q1: firstQuartile, median: median, q3: thirdQuartile, low: lowerWhisker, high: upperWhisker, mean: mean)
  }
}

extension Double {
  /// Six digits after the point.
  var short: String { Estimate(self, 5e-5).description.split(separator: "(").first.map(String.init) ?? "\(self)" }
}
