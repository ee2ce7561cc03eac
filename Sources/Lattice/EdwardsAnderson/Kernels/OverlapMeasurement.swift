import CSimd

/// Adds the observables of the two real replicas of 512 samples at one temperature to sums in double precision.
struct OverlapMeasurement: ~Copyable {
  typealias Word = SIMD8<UInt64>

  private let side: Int
  private let measuresMagnetization: Bool
  private let meter: OverlapMeter
  /// 512 integers each: set overlap bits, differing bonds, unsatisfied bonds of both replicas, set spins.
  private let counts: UnsafeMutablePointer<Int32>
  private let structureFactor: UnsafeMutablePointer<Double>
  private let overlap: UnsafeMutablePointer<Word>

  init(side: Int, measuresMagnetization: Bool) {
    self.side = side
    self.measuresMagnetization = measuresMagnetization
    meter = OverlapMeter(side: side)
    counts = .allocate(capacity: 5 * LaneCounts.lanes)
    structureFactor = .allocate(capacity: LaneCounts.lanes)
    let sites = side * side * side
    overlap = UnsafeMutableRawPointer.allocate(byteCount: 64 * sites, alignment: 64)
      .bindMemory(to: Word.self, capacity: sites)
    overlap.initialize(repeating: Word(), count: sites)
  }

  deinit {
    counts.deallocate()
    structureFactor.deallocate()
    overlap.deallocate()
  }

  /// - Parameters:
  ///   - beta: index of the temperature.
  ///   - sums: `WindowSums.stride` sums, added to.
  func add(_ storage: borrowing SlotStorage, beta: Int, to sums: UnsafeMutablePointer<Double>) {
    let (a, b) = (storage.spins(2 &* beta), storage.spins(2 &* beta &+ 1))
    for i in 0..<storage.sites { overlap[i] = cv_xor(a[i], b[i]) }
    meter.measure(
      overlap, set: counts, differing: counts + LaneCounts.lanes, structureFactor: structureFactor)
    expandEnergies(storage.unsatisfied(2 &* beta), storage.width)
    addOverlap(to: sums)
    guard measuresMagnetization else { return }
    LaneCounts.total(a, count: storage.sites, into: counts + 3 * LaneCounts.lanes)
    LaneCounts.total(b, count: storage.sites, into: counts + 4 * LaneCounts.lanes)
    addMagnetization(to: sums)
  }

  /// The overlaps of the last measurement.
  var lastOverlap: SpinPlanes {
    SpinPlanes(side: side, words: Array(UnsafeBufferPointer(start: overlap, count: side * side * side)))
  }

  /// The numbers of unsatisfied bonds of both replicas together.
  private func expandEnergies(_ unsatisfied: UnsafePointer<Word>, _ width: Int) {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: width + 1) { planes in
      guard let number = planes.baseAddress else { return }
      number.initialize(from: unsatisfied, count: width)
      number[width] = Word()
      LaneCounts.add(unsatisfied + width, added: width, to: number, width: width + 1)
      LaneCounts.expand(number, count: width + 1, into: counts + 2 * LaneCounts.lanes)
    }
  }

  private func addOverlap(to sums: UnsafeMutablePointer<Double>) {
    let lanes = LaneCounts.lanes
    let volume = Double(side * side * side)
    let (perSpin, perBond) = (1 / volume, 2 / (3 * volume))
    let (set, differing, unsatisfied) = (counts, counts + lanes, counts + 2 &* lanes)
    for lane in 0..<lanes {
      let q = 1 - 2 * perSpin * Double(set[lane])
      let square = q * q
      sums[lane] += perSpin * Double(unsatisfied[lane]) - 3
      sums[lanes &+ lane] += abs(q)
      sums[2 &* lanes &+ lane] += square
      sums[3 &* lanes &+ lane] += square * square
      sums[4 &* lanes &+ lane] += structureFactor[lane]
      sums[5 &* lanes &+ lane] += 1 - perBond * Double(differing[lane])
    }
  }

  private func addMagnetization(to sums: UnsafeMutablePointer<Double>) {
    let lanes = LaneCounts.lanes
    let scale = 2 / Double(side * side * side)
    let (setA, setB) = (counts + 3 &* lanes, counts + 4 &* lanes)
    for lane in 0..<lanes {
      let a = 1 - scale * Double(setA[lane])
      let b = 1 - scale * Double(setB[lane])
      sums[6 &* lanes &+ lane] += (a * a + b * b) / 2
    }
  }
}
