/// Row-major fields with periodic margins, so that shifted rows are plain loads.
///
/// Site (y, x) is at `position(y) + x`; an oriented offset (j, i) of quadrant 2 dy + dx is a constant shift
/// of the position. Behind the last field there is room for the loads of a whole tile.
struct MarginField {
  let side: Int
  let margin: Int
  let stride: Int
  /// Numbers from one field to the next.
  let size: Int
  private(set) var values: [Double]

  /// `count` fields of side², copied with their margins.
  init(_ fields: UnsafeBufferPointer<Double>, count: Int, side: Int, margin: Int) {
    self.side = side
    self.margin = margin
    stride = side + 2 * margin
    size = stride * stride
    let (stride, size) = (stride, size)
    values = [Double](unsafeUninitializedCapacity: count * size + 64) { buffer, initialized in
      buffer.initialize(repeating: 0)
      initialized = count * size + 64
      for field in 0..<count {
        for row in 0..<stride {
          let y = (row + (margin / side + 1) * side - margin) % side
          let source = (field * side + y) * side
          let target = field * size + row * stride + margin
          for x in 0..<side { buffer[target + x] = fields[source + x] }
          var x = -margin
          while x < 0 {
            buffer[target + x] = fields[source + ((x % side) + side) % side]
            buffer[target + side - 1 - x] = fields[source + (-1 - x) % side]
            x += 1
          }
        }
      }
    }
  }

  /// The position of site (y, 0) in its field.
  func position(_ y: Int) -> Int { (y + margin) * stride + margin }

  /// The shifts of a window's sites in each quadrant: site e of quadrant q at q · count + e.
  func shifts(_ window: PatchWindow) -> [Int] {
    (0..<4).flatMap { quadrant in
      let (down, right) = (2 * (quadrant >> 1) - 1, 2 * (quadrant & 1) - 1)
      return window.offsets.map { down * $0.x * stride + right * $0.y }
    }
  }
}
