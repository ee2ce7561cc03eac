/// Correlations of coarse fields with themselves and with fine fields, summed over one lattice after another.
///
/// A field times a shifted one is summed over the flat positions of the field with margins; the first factor
/// is zero in the margins, so that any side is a whole number of vectors.
struct CorrelationKernel {
  let window: PatchWindow
  let side: Int

  /// Adds the sums of all pairs, in the order of the configurations.
  func add(_ pairs: FieldPairs, lags: inout [Double], projections: inout [Double]) {
    let sites = side * side
    for configuration in 0..<pairs.count {
      let range = configuration * sites..<(configuration + 1) * sites
      let field = pairs.coarse.withUnsafeBufferPointer {
        MarginField(
          UnsafeBufferPointer(rebasing: $0[range]), count: 1, side: side, margin: window.rows - 1)
      }
      addLags(field, to: &lags)
      pairs.fine.withUnsafeBufferPointer { fine in
        for quadrant in 0..<4 {
          let first = fine.baseAddress.map { $0 + 4 * configuration * sites }
          addProjections(field, first, quadrant, &projections)
        }
      }
    }
  }

  /// The four orientations give C(a, b) and C(a, -b) twice each.
  private func addLags(_ field: MarginField, to lags: inout [Double]) {
    let plane = plane(field) { y, x in field.values[field.position(y) + x] }
    for a in 0..<window.rows {
      for b in 0..<window.rows {
        let shift = a * field.stride
        let sum = Self.product(plane, field, shift + b) + Self.product(plane, field, shift - b)
        lags[a * window.rows + b] += 2 * sum
      }
    }
  }

  private func addProjections(
    _ field: MarginField, _ fine: UnsafePointer<Double>?, _ quadrant: Int, _ projections: inout [Double]
  ) {
    guard let fine else { return }
    let first = fine + (quadrant >> 1) * 2 * side + (quadrant & 1)
    let plane = plane(field) { y, x in first[4 * side * y + 2 * x] }
    let shifts = field.shifts(window)
    for e in 0..<window.count {
      projections[e] += Self.product(plane, field, shifts[quadrant * window.count + e])
    }
  }

  /// Numbers of the sites at the positions from (0, 0) on, zero in the margins, filled up to whole vectors.
  private func plane(_ field: MarginField, _ value: (Int, Int) -> Double) -> [Double] {
    var plane = [Double](repeating: 0, count: (side * field.stride + 7) / 8 * 8)
    for y in 0..<side { for x in 0..<side { plane[y * field.stride + x] = value(y, x) } }
    return plane
  }

  /// Σ plane(p) field(p + shift) over the positions, in eight lanes that are folded in halves.
  private static func product(_ plane: [Double], _ field: MarginField, _ shift: Int) -> Double {
    plane.withUnsafeBytes { plane in
      field.values.withUnsafeBytes { values in
        let start = 8 * (field.position(0) + shift)
        var even = SIMD8<Double>()
        var odd = SIMD8<Double>()
        var offset = 0
        while offset + 128 <= plane.count {
          let (x, y) = (load(plane, offset), load(values, start + offset))
          even = even.addingProduct(x, y)
          odd = odd.addingProduct(load(plane, offset + 64), load(values, start + offset + 64))
          offset += 128
        }
        if offset < plane.count {
          even = even.addingProduct(load(plane, offset), load(values, start + offset))
        }
        return (even + odd).folded
      }
    }
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> SIMD8<Double> {
    bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
  }
}

extension SIMD8<Double> {
  /// The sum of the lanes: halves added until one number is left, the same order on every processor.
  var folded: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
