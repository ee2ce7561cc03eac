import Lattice
import Random

/// Configurations to look at.
struct Pictures: Codable, Sendable {
  /// One dream at every size from one spin on.
  let ladder: [SpinLattice]
  let monteCarlo: SpinLattice
  let dream: SpinLattice
  let tuned: SpinLattice?
  /// One large dream as block averages of the spins, rows of numbers from −1 to 1.
  let large: [[Double]]
  let largeSide: Int
}

extension SpinLattice {
  /// The spins as ±1, row by row.
  var rows: [[Double]] {
    (0..<side).map { y in (0..<side).map { x in self[y, x] ? 1 : -1 } }
  }
}

extension Pictures {
  /// - Parameters:
  ///   - rule: of the dreams.
  ///   - tuned: of the tuned net.
  ///   - ensemble: of the Monte Carlo configuration.
  ///   - side: of the snapshots.
  ///   - largeSide: of the large dream.
  init(
    rule: any UpsamplingRule, tuned: any UpsamplingRule, ensemble: EnsembleParameters, side: Int, largeSide: Int,
    random: RandomStream
  ) throws {
    func dream(_ rule: any UpsamplingRule, _ name: String, _ side: Int) throws -> SpinLattice {
      var stream = random.child(name)
      return try Dream(rule: rule, root: .up, configuration: 0).configuration(side: side, random: &stream)
    }
    var ladderStream = random.child("ladder")
    ladder = try Dream(rule: rule, root: .up, configuration: 0).levels(to: 128, random: &ladderStream)
    var moves = random.child("sweeps")
    var chain = try SwendsenWang(side: ensemble.size, coupling: ensemble.coupling, random: &moves)
    chain.sweep(ensemble.thermalisation + 200)
    monteCarlo = chain.lattice
    self.dream = try dream(rule, "dream", side)
    self.tuned = try dream(tuned, "tuned", side)
    large = try dream(rule, "large", largeSide).blockAverages(pixels: min(256, largeSide))
    self.largeSide = largeSide
  }
}

extension SpinLattice {
  /// Averages of the spins over `pixels` × `pixels` equal squares.
  func blockAverages(pixels: Int) -> [[Double]] {
    let width = side / pixels
    return (0..<pixels).map { row in
      (0..<pixels).map { column in
        var sum = 0
        for y in row * width..<(row + 1) * width {
          for x in column * width..<(column + 1) * width { sum += self[y, x] ? 1 : -1 }
        }
        return Double(sum) / Double(width * width)
      }
    }
  }
}
