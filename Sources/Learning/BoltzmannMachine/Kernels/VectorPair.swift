/// Thirty-two single-precision numbers in two registers: one row of a panel.
struct VectorPair {
  var left: SIMD16<Float>
  var right: SIMD16<Float>

  @inline(__always) init() {
    left = SIMD16()
    right = SIMD16()
  }

  @inline(__always) init(_ left: SIMD16<Float>, _ right: SIMD16<Float>) {
    self.left = left
    self.right = right
  }

  @inline(__always) init(_ p: UnsafePointer<SIMD16<Float>>) {
    left = p[0]
    right = p[1]
  }

  @inline(__always) func store(_ p: UnsafeMutablePointer<SIMD16<Float>>) {
    p[0] = left
    p[1] = right
  }

  /// Adds factor · pair, rounded once.
  @inline(__always) mutating func add(_ factor: Float, _ pair: VectorPair) {
    let factors = SIMD16<Float>(repeating: factor)
    left = left.addingProduct(factors, pair.left)
    right = right.addingProduct(factors, pair.right)
  }

  @inline(__always) static func + (a: VectorPair, b: VectorPair) -> VectorPair {
    VectorPair(a.left + b.left, a.right + b.right)
  }
  @inline(__always) static func - (a: VectorPair, b: VectorPair) -> VectorPair {
    VectorPair(a.left - b.left, a.right - b.right)
  }
  @inline(__always) static prefix func - (a: VectorPair) -> VectorPair { VectorPair(-a.left, -a.right) }
}
