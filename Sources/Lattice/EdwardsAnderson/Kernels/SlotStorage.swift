/// The configurations of all slots and the couplings while a run advances, aligned to cache lines.
///
/// Swift arrays are aligned to 16 bytes only, so that nearly every word of an array of 512-bit words would cross a
/// border between cache lines.
struct SlotStorage: ~Copyable {
  typealias Word = SIMD8<UInt64>

  let side: Int
  /// Sites of a configuration.
  let sites: Int
  /// Planes of a number of unsatisfied bonds.
  let width: Int
  /// Words from one configuration to the next: a little more than L³, so that equal sites of the two replicas of a
  /// temperature do not compete for the same lines of the cache.
  private let stride: Int
  private let words: UnsafeMutablePointer<Word>
  /// 3 L³ words.
  let bonds: UnsafeMutablePointer<Word>
  /// L² words of workspace.
  let workspace: UnsafeMutablePointer<Word>
  private let numbers: UnsafeMutablePointer<Word>
  private let configurations: UnsafeMutablePointer<Word>

  init(_ bonds: BondPlanes, spins: [Word], slots: Int) {
    let sites = bonds.words.count / 3
    side = bonds.side
    self.sites = sites
    width = LaneCounts.width(3 * sites)
    stride = sites + 4 * bonds.side
    let head = 3 * sites + side * side + slots * width
    let count = head + slots * stride
    words = UnsafeMutableRawPointer.allocate(byteCount: 64 * count, alignment: 64)
      .bindMemory(to: Word.self, capacity: count)
    words.initialize(repeating: Word(), count: count)
    self.bonds = words
    workspace = words + 3 * sites
    numbers = workspace + side * side
    configurations = words + head
    words.update(from: bonds.words, count: 3 * sites)
    for slot in 0..<slots {
      spins.withUnsafeBufferPointer {
        guard let all = $0.baseAddress else { return }
        (configurations + slot * stride).update(from: all + slot * sites, count: sites)
      }
    }
  }

  deinit { words.deallocate() }

  /// L³ words of spins.
  @inline(__always)
  func spins(_ slot: Int) -> UnsafeMutablePointer<Word> { configurations + slot &* stride }

  /// The bit-sliced numbers of unsatisfied bonds, up to date after a sweep that counts them.
  @inline(__always)
  func unsatisfied(_ slot: Int) -> UnsafeMutablePointer<Word> { numbers + slot &* width }

  /// Copies the configurations back.
  func store(into spins: inout [Word]) {
    for slot in 0..<spins.count / sites {
      let configuration = self.spins(slot)
      for i in 0..<sites { spins[slot * sites + i] = configuration[i] }
    }
  }
}
