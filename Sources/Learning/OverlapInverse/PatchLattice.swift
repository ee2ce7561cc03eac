/// A coarse configuration and the eight sublattices of a fine one as numbers ±1, ready to be read by networks
/// eight cells at a time.
///
/// Nine arrays of side³ cells with a margin of one cell: 0 is the coarse configuration, 1 + c holds corner c.
/// Rows are padded to whole vectors; what the excess lanes hold never reaches a cell.
struct PatchLattice: ~Copyable {
  let side: Int
  /// Vectors of a row.
  private let rowVectors: Int
  /// Numbers of a row, of a plane and of an array.
  private let row: Int
  private let plane: Int
  private let array: Int
  private let memory: LaneBuffer
  private let values: UnsafeMutablePointer<Double>

  /// Takes the coarse configuration.
  init(_ coarse: [UInt64], side: Int) {
    CubicBytes.check(coarse, side: side)
    precondition(2 * side <= 512, "a coarse side of \(side) was given; allowed: 1...256")
    self.side = side
    rowVectors = (side + 7) / 8
    row = 8 * rowVectors + 2
    plane = row * (side + 2)
    array = plane * (side + 2)
    memory = LaneBuffer(count: (9 * array + 7) / 8)
    values = UnsafeMutableRawPointer(memory.vectors).assumingMemoryBound(to: Double.self)
    for z in 0..<side {
      for y in 0..<side {
        let target = values + place(0, y, z)
        let first = side * (y + side * z)
        for x in 0..<side { target[x] = Self.spin(coarse, first + x) }
      }
    }
    wrap(0)
  }

  /// Takes the sublattices from a fine configuration.
  mutating func load(fine: [UInt64]) {
    CubicBytes.check(fine, side: 2 * side)
    for corner in 0..<8 {
      for z in 0..<side {
        for y in 0..<side {
          let target = values + place(1 + corner, y, z)
          let first = fineRow(corner, y, z)
          for x in 0..<side { target[x] = Self.spin(fine, first + 2 * x) }
        }
      }
      wrap(1 + corner)
    }
  }

  private static func spin(_ words: [UInt64], _ site: Int) -> Double {
    1 - 2 * Double(words[site >> 6] &>> UInt64(site & 63) & 1)
  }

  /// Where cell (0, y, z) of an array lies.
  private func place(_ array: Int, _ y: Int, _ z: Int) -> Int {
    array * self.array + plane * (z + 1) + row * (y + 1) + 1
  }

  /// The fine site of a corner of cell (0, y, z).
  private func fineRow(_ corner: Int, _ y: Int, _ z: Int) -> Int {
    (corner & 1) + 2 * side * (2 * y + corner >> 1 & 1 + 2 * side * (2 * z + corner >> 2))
  }

  /// Vectors of eight cells.
  var vectors: Int { rowVectors * side * side }
  /// Where vector v of the coarse array begins.
  func place(ofVector v: Int) -> Int {
    let (line, x) = (v / rowVectors, v % rowVectors)
    return place(0, line % side, line / side) + 8 * x
  }
  /// Cells of vector v that belong to the lattice.
  func live(inVector v: Int) -> Int { min(8, side - 8 * (v % rowVectors)) }

  /// How far from a place in the coarse array the inputs of a task lie.
  func offsets(_ task: PatchTask) -> [Int] {
    func shift(_ x: Int, _ y: Int, _ z: Int) -> Int { x + row * y + plane * z }
    let coarse = task.window.map { shift($0 % 3 - 1, $0 / 3 % 3 - 1, $0 / 9 - 1) }
    let fine = task.patch.map { place in
      let site = [place % 4 + 1, place / 4 % 4 + 1, place / 16 + 1]
      let corner = site[0] & 1 + 2 * (site[1] & 1) + 4 * (site[2] & 1)
      return (1 + corner) * array + shift(site[0] >> 1 - 1, site[1] >> 1 - 1, site[2] >> 1 - 1)
    }
    return coarse + fine
  }

  @inline(__always)
  func vector(at place: Int) -> SIMD8<Double> {
    UnsafeRawPointer(values + place).loadUnaligned(as: SIMD8<Double>.self)
  }

  /// Sets corner `corner` of the eight cells that begin at a place of the coarse array.
  @inline(__always)
  mutating func store(_ spins: SIMD8<Double>, corner: Int, at place: Int) {
    UnsafeMutableRawPointer(values + (place &+ (1 &+ corner) &* array))
      .storeBytes(of: spins, as: SIMD8<Double>.self)
  }

  /// The spins of a corner that `store` has set.
  @inline(__always)
  func spins(_ corner: Int, at place: Int) -> SIMD8<Double> { vector(at: place &+ (1 &+ corner) &* array) }

  /// Fills the margin of an array periodically.
  mutating func wrap(_ index: Int) {
    let start = values + index * array
    for z in 1...side {
      for y in 1...side {
        let line = start + z * plane + y * row
        line[0] = line[side]
        line[side + 1] = line[1]
      }
      let layer = start + z * plane
      layer.update(from: layer + side * row, count: row)
      (layer + (side + 1) * row).update(from: layer + row, count: row)
    }
    start.update(from: start + side * plane, count: plane)
    (start + (side + 1) * plane).update(from: start + plane, count: plane)
  }

  /// The fine configuration, packed.
  func packed() -> [UInt64] {
    var words = [UInt64](repeating: 0, count: CubicBytes.wordCount(side: 2 * side))
    words.withUnsafeMutableBufferPointer { words in
      for corner in 0..<8 {
        for z in 0..<side {
          for y in 0..<side {
            let source = values + place(1 + corner, y, z)
            var site = fineRow(corner, y, z)
            for x in 0..<side {
              words[site &>> 6] |= (source[x].bitPattern &>> 63) &<< UInt64(truncatingIfNeeded: site & 63)
              site = site &+ 2
            }
          }
        }
      }
    }
    return words
  }
}
