import CSimd
import Elementary
import Random

/// Sums over samples of block spins, and the state of the coins.
struct FieldCorrelationSums {
  /// Σ B of each window: [b][site].
  var blocks: [[Double]]
  var coins: [RandomStream]

  init(blocks: [Int], sites: Int, random: RandomStream) {
    self.blocks = blocks.map { _ in [Double](repeating: 0, count: sites) }
    coins = blocks.map { random.child("ties", $0) }
  }
}

/// Sums over samples of f = tanh(w · v) of every unit, of f², and of f B for every unit and window.
///
/// Eight units share a vector. Both products, the local fields and f B, are matrix products whose elements are
/// summed in the order of the sites or of the samples, so their bits do not depend on the instruction set.
struct FieldCorrelationKernel: ~Copyable {
  /// Samples handled at a time.
  static let chunk = 64

  private let side: Int
  private let sites: Int
  private let blocks: [Int]
  /// Vectors of eight units.
  private let columns: Int
  /// w: [site][column].
  private let weights: LaneBuffer
  /// f: [sample][column].
  private let activities: LaneBuffer
  /// Σ f and Σ f²: [column] each.
  private let sums: LaneBuffer
  private let squares: LaneBuffer
  /// Σ f B: [b][site][column].
  private let products: LaneBuffer
  /// Spins or block spins: [sample][site].
  private let lattices: UnsafeMutablePointer<Double>
  /// Spins [sample][site], and room for the sums of windows.
  private let spins: UnsafeMutablePointer<Int8>

  init(_ fields: FieldSet, blocks: [Int]) {
    side = fields.torus.side
    sites = fields.torus.sites
    self.blocks = blocks
    columns = (fields.units + 7) / 8
    weights = LaneBuffer(count: sites * columns)
    activities = LaneBuffer(count: Self.chunk * columns)
    sums = LaneBuffer(count: columns)
    squares = LaneBuffer(count: columns)
    products = LaneBuffer(count: blocks.count * sites * columns)
    lattices = .allocate(capacity: Self.chunk * sites)
    lattices.initialize(repeating: 0, count: Self.chunk * sites)
    let bytes = (Self.chunk + 1) * sites + side
    spins = .allocate(capacity: bytes)
    spins.initialize(repeating: 0, count: bytes)
    for unit in 0..<fields.units {
      for (site, weight) in fields.field(unit).enumerated() {
        weights.vectors[site * columns + unit / 8][unit % 8] = weight
      }
    }
  }

  deinit {
    lattices.deallocate()
    spins.deallocate()
  }

  /// Adds the samples of `range`, at most `chunk` of them.
  func add(_ samples: SpinSamples, _ range: Range<Int>, to total: inout FieldCorrelationSums) {
    load(samples, range)
    activities.clear()
    MatrixProduct(
      rows: range.count, inner: sites, a: lattices, rowStride: sites, innerStride: 1, b: weights.vectors,
      columns: columns
    ).write(activities.vectors, start: nil)
    activate(range.count)
    for (k, block) in blocks.enumerated() {
      let windows = FieldWindows(side: side, block: block)
      let room = spins + Self.chunk &* sites
      for sample in 0..<range.count {
        let target = lattices + sample &* sites
        windows.write(spins + sample &* sites, room: room, random: &total.coins[k], target)
        total.blocks[k].withUnsafeMutableBufferPointer { blockSums in
          for site in 0..<sites { blockSums[site] += target[site] }
        }
      }
      MatrixProduct(
        rows: sites, inner: range.count, a: lattices, rowStride: 1, innerStride: sites, b: activities.vectors,
        columns: columns
      ).write(products.vectors + k &* sites &* columns, start: nil)
    }
  }

  /// The largest correlation of one unit over the windows of one b, and its window.
  func largest(
    unit: Int, block: Int, _ total: FieldCorrelationSums, samples: Int
  ) -> (value: Double, corner: Int) {
    let (column, lane) = (unit / 8, unit % 8)
    let n = Double(samples)
    let f = sums.vectors[column][lane]
    let square = n * squares.vectors[column][lane]
    let variance = square - f * f
    var best = (value: 0.0, corner: 0)
    // A unit that does not vary has a variance of rounding errors.
    guard variance > 1e-12 * square else { return best }
    for site in 0..<sites {
      let b = total.blocks[block][site]
      let blockVariance = n * n - b * b
      let product = products.vectors[(block * sites + site) * columns + column][lane]
      guard blockVariance > 0 else { continue }
      let value = abs(n * product - f * b) / (variance * blockVariance).squareRoot()
      if value > best.value { best = (min(value, 1), site) }
    }
    return best
  }

  private func load(_ samples: SpinSamples, _ range: Range<Int>) {
    let stride = samples.stride
    samples.words.withUnsafeBufferPointer { words in
      for (row, sample) in range.enumerated() {
        for site in 0..<sites {
          let bit = words[sample &* stride &+ site &>> 6] &>> UInt64(site & 63) & 1
          let spin = Int8(truncatingIfNeeded: bit &<< 1) &- 1
          spins[row &* sites &+ site] = spin
          lattices[row &* sites &+ site] = Double(spin)
        }
      }
    }
  }

  /// Replaces local fields by their tanh and adds it to the sums.
  private func activate(_ rows: Int) {
    for column in 0..<columns {
      var sum = sums.vectors[column]
      var square = squares.vectors[column]
      for row in 0..<rows {
        let f = Elementary.tanh(activities.vectors[row &* columns &+ column])
        activities.vectors[row &* columns &+ column] = f
        sum += f
        square = square.addingProduct(f, f)
      }
      sums.vectors[column] = sum
      squares.vectors[column] = square
    }
  }
}
