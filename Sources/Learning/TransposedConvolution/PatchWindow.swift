/// The coarse sites that a fine site sees through a transposed convolution of stride 2.
///
/// With an even kernel of k rows and periodic padding the fine site 2(Y, X) + (dy, dx) sees k/2 × k/2 coarse
/// sites. They are listed as *oriented* offsets (j, i), which stand for the coarse site
/// (Y + (2dy - 1) j, X + (2dx - 1) i): positive offsets point to the side on which the fine site sits in its
/// block. Read in this order the four fine sites of a block see the same patch, so that by the symmetry of
/// the lattice one function of the patch serves all four (weight sharing over D₄), and that function does not
/// change when the patch is transposed. Odd kernels give the four sites different windows and are refused.
public struct PatchWindow: Sendable, Hashable, CustomStringConvertible {
  /// The rows of the kernel; nil for `plus`.
  public let kernel: Int?
  /// The smallest and the largest oriented offset along either axis.
  public let lowest: Int
  public let highest: Int
  /// The oriented offsets: j in `x`, i in `y`; rows of ascending j, each of ascending i.
  public let offsets: [SIMD2<Int>]

  /// The block itself and its four neighbours.
  public static let plus = PatchWindow(kernel: nil, -1, 1) { $0 == 0 || $1 == 0 }

  /// The window of an even kernel: k = 2 the block itself, 4 the 2 × 2 nearest blocks, 6 the centred 3 × 3
  /// blocks, 8 4 × 4, 10 5 × 5, 14 7 × 7.
  ///
  /// - Throws: `InverseMapError.window`.
  public init(kernel: Int) throws(InverseMapError) {
    guard [2, 4, 6, 8, 10, 14].contains(kernel) else { throw .window("\(kernel)") }
    self.init(kernel: kernel, -((kernel / 2 - 1) / 2), kernel / 4) { _, _ in true }
  }

  /// The window of a name, "2" ... "14" or "plus".
  ///
  /// - Throws: `InverseMapError.window`.
  public init(named name: String) throws(InverseMapError) {
    if name == "plus" {
      self = .plus
    } else if let kernel = Int(name) {
      try self.init(kernel: kernel)
    } else {
      throw .window(name)
    }
  }

  private init(kernel: Int?, _ lowest: Int, _ highest: Int, _ contains: (Int, Int) -> Bool) {
    self.kernel = kernel
    self.lowest = lowest
    self.highest = highest
    var offsets: [SIMD2<Int>] = []
    for j in lowest...highest {
      for i in lowest...highest where contains(j, i) { offsets.append(SIMD2(j, i)) }
    }
    self.offsets = offsets
  }

  /// The name, as `init(named:)` takes it.
  public var description: String { kernel.map { "\($0)" } ?? "plus" }

  /// Number of coarse sites.
  public var count: Int { offsets.count }

  /// Coarse sites from one end of the window to the other, both included.
  public var rows: Int { highest - lowest + 1 }

  /// The largest distance to the block along an axis.
  public var reach: Int { max(highest, -lowest) }

  /// Where each site goes when the patch is transposed.
  public var transposition: [Int] {
    offsets.map { offset in offsets.firstIndex(of: SIMD2(offset.y, offset.x)) ?? 0 }
  }

  /// The classes of sites that transposition exchanges, in the order of their first site.
  public var orbits: [[Int]] {
    let transposed = transposition
    return offsets.indices.filter { transposed[$0] >= $0 }
      .map { transposed[$0] == $0 ? [$0] : [$0, transposed[$0]] }
  }

  /// A periodic coarse lattice must be at least as wide as the window, so that no site is seen twice.
  ///
  /// - Throws: `InverseMapError.windowTooLarge`.
  public func requireFit(side: Int) throws(InverseMapError) {
    guard side >= rows else {
      throw .windowTooLarge(window: description, rows: rows, side: side)
    }
  }
}

extension PatchWindow: Codable {
  /// - Throws: `InverseMapError.window`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    try self.init(named: decoder.singleValueContainer().decode(String.self))
  }

  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
