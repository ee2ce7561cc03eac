/// The oriented patches and targets of a training set, addressed by one index for every fine site.
///
/// Index 4 (configuration · side² + coarse site) + quadrant.
struct PatchSampler {
  let count: Int
  private let sites: Int
  private let patch: Int
  private let fields: MarginField
  /// Position of each coarse site in its field.
  private let positions: [Int32]
  /// Shift of element e for quadrant q, plain and transposed: [transposed][q][e].
  private let shifts: [Int]
  private let targets: [Double]

  init(_ pairs: FieldPairs, _ window: PatchWindow) {
    let side = pairs.side
    count = pairs.fineSites
    sites = side * side
    patch = window.count
    let margin = window.reach
    fields = pairs.coarse.withUnsafeBufferPointer {
      MarginField($0, count: pairs.count, side: side, margin: margin)
    }
    let plain = fields.shifts(window)
    let transposition = window.transposition
    shifts = plain + (0..<4).flatMap { q in transposition.map { plain[q * transposition.count + $0] } }
    let (field, fine) = (fields, pairs.fine)
    positions = (0..<sites).map { Int32(field.position($0 / side) + $0 % side) }
    targets = (0..<count).map { index in
      let (block, quadrant) = (index >> 2, index & 3)
      let (configuration, site) = (block / (side * side), block % (side * side))
      let (y, x) = (2 * (site / side) + quadrant >> 1, 2 * (site % side) + quadrant & 1)
      return fine[(configuration * 2 * side + y) * 2 * side + x]
    }
  }

  /// Loads the patches of up to 32 sites and returns their targets.
  ///
  /// - Parameters:
  ///   - indices: the sites.
  ///   - transposed: bit s set: the patch of the s-th site is transposed.
  ///   - negated: bit s set: patch and target change sign.
  func load(
    _ indices: UnsafeBufferPointer<UInt32>, transposed: UInt64 = 0, negated: UInt64 = 0,
    into patches: UnsafeMutablePointer<SIMD8<Double>>
  ) -> LaneQuad {
    let target = UnsafeMutableRawPointer(patches).assumingMemoryBound(to: Double.self)
    var wanted = LaneQuad(0)
    fields.values.withUnsafeBufferPointer { values in
      shifts.withUnsafeBufferPointer { shifts in
        withUnsafeMutableBytes(of: &wanted) { wanted in
          for s in 0..<indices.count {
            let index = Int(indices[s])
            let block = index &>> 2
            let configuration = block / sites
            let position = Int(positions[block &- configuration &* sites]) &+ configuration &* fields.size
            let exchange = Int(transposed &>> UInt64(s) & 1)
            let first = (4 &* exchange &+ index & 3) &* patch
            let sign = 1 - 2 * Double(negated &>> UInt64(s) & 1)
            for e in 0..<patch {
              target[PatchPass.tile &* e &+ s] = sign * values[position &+ shifts[first &+ e]]
            }
            wanted.storeBytes(of: sign * targets[index], toByteOffset: 8 &* s, as: Double.self)
          }
        }
      }
    }
    return wanted
  }
}
