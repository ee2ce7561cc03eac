/// One step of an inverse transformation over a whole lattice.
///
/// The coarse field with margins is one flat list of positions; 32 of them are a tile whatever the side.
/// The few values at positions in the margins are computed and not used. A band of rows is done for all four
/// quadrants before it is woven into fine rows, so that the intermediate planes stay in the cache.
struct RefinementKernel {
  let window: PatchWindow
  let function: PatchFunction

  /// Fields of side² numbers to fields of 4 side² numbers.
  func refined(_ field: [Double], side: Int) -> [Double] {
    let pass = PatchPass(
      patch: function.patch, hidden: function.hidden, usesTanh: function.usesTanh, differentiated: false)
    let margins = field.withUnsafeBufferPointer {
      MarginField($0, count: 1, side: side, margin: window.reach)
    }
    return [Double](unsafeUninitializedCapacity: 4 * side * side) { fine, initialized in
      guard let target = fine.baseAddress else { return }
      write(margins, target, pass)
      initialized = 4 * side * side
    }
  }

  private func write(
    _ margins: MarginField, _ fine: UnsafeMutablePointer<Double>, _ pass: borrowing PatchPass
  ) {
    let side = margins.side
    let band = min(side, max(1, 1024 / margins.stride))
    // Vectors of one plane: a band of rows, filled up to tiles.
    let plane = 4 * ((band * margins.stride + PatchPass.tile - 1) / PatchPass.tile)
    let memory = LaneBuffer(count: 4 * plane)
    let shifts = margins.shifts(window)
    for first in stride(from: 0, to: side, by: band) {
      let rows = min(band, side - first)
      let positions = (rows - 1) * margins.stride + side
      for quadrant in 0..<4 {
        margins.values.withUnsafeBytes { values in
          function.parameters.withUnsafeBufferPointer { parameters in
            shifts.withUnsafeBufferPointer { shifts in
              guard let base = parameters.baseAddress, let shifts = shifts.baseAddress else { return }
              fill(
                memory.vectors + quadrant * plane, positions, from: values, at: margins.position(first),
                base, shifts + quadrant * window.count, pass)
            }
          }
        }
      }
      let numbers = UnsafeMutableRawPointer(memory.vectors).assumingMemoryBound(to: Double.self)
      for y in 0..<rows {
        let row = numbers + y * margins.stride
        let target = fine + (first + y) * 4 * side
        Self.weave(row, row + 8 * plane, target, side)
        Self.weave(row + 16 * plane, row + 24 * plane, target + 2 * side, side)
      }
    }
  }

  /// The values at consecutive positions, tile by tile.
  private func fill(
    _ plane: UnsafeMutablePointer<SIMD8<Double>>, _ positions: Int, from values: UnsafeRawBufferPointer,
    at start: Int, _ parameters: UnsafePointer<Double>, _ shifts: UnsafePointer<Int>,
    _ pass: borrowing PatchPass
  ) {
    let count = function.patch
    var position = 0
    while position < positions {
      for e in 0..<count {
        let offset = 8 &* (start &+ position &+ shifts[e])
        for t in 0..<4 {
          pass.patches[4 &* e &+ t] = values.loadUnaligned(
            fromByteOffset: offset &+ 64 &* t, as: SIMD8<Double>.self)
        }
      }
      pass.values(parameters).store(plane + position &>> 3)
      position = position &+ PatchPass.tile
    }
  }

  /// Two coarse rows to one fine row.
  @inline(__always)
  private static func weave(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    _ side: Int
  ) {
    for x in 0..<side {
      target[2 &* x] = left[x]
      target[2 &* x &+ 1] = right[x]
    }
  }
}
