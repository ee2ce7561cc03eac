import Foundation
import Lattice

/// ln Z and energy of one sample of L = 4 by transfer of layers: CPU seconds. The case `spin-glass-exact`.
struct SpinGlassExact: BenchmarkCase {
  let name = "spin-glass-exact"

  /// Times the sum and checks ln Z against a transfer matrix written independently.
  ///
  /// - Throws: `BenchmarkError` if it is off by more than 10⁻⁹.
  func measure(repeats: Int) throws -> String {
    let sample = try CubicCouplings(hex: "d45aaa15b9e4a815 9333e6b8ecd64478 4f5317a4348f7633", side: 4)
    let transfer = try CubeTransferMatrix(sample)
    let (sum, seconds) = try Measurement.best(of: repeats) { try transfer.partitionFunction(beta: 0.499) }
    let exact = 66.099405378702
    let check = String(format: "lnz=%.9f exact=%.9f", sum.logPartitionFunction, exact)
    guard abs(sum.logPartitionFunction - exact) < 1e-9 else {
      throw BenchmarkError("\(name): ln Z is wrong: \(check)")
    }
    return "swift \(name) seconds=\(String(format: "%.4f", seconds)) \(check)"
  }
}
