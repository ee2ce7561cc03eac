/// Vectors of eight numbers in memory of its own, aligned to 64 bytes and zero at the start.
struct LaneBuffer: ~Copyable {
  let vectors: UnsafeMutablePointer<SIMD8<Double>>
  let count: Int

  init(count: Int) {
    self.count = count
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 64 * max(count, 1), alignment: 64)
    vectors = memory.bindMemory(to: SIMD8<Double>.self, capacity: count)
    vectors.initialize(repeating: SIMD8(), count: count)
  }

  deinit { vectors.deallocate() }

  func clear() { vectors.update(repeating: SIMD8(), count: count) }
}

/// Four vectors of eight sites in registers.
struct LaneQuad {
  var a: SIMD8<Double>
  var b: SIMD8<Double>
  var c: SIMD8<Double>
  var d: SIMD8<Double>

  @inline(__always) init(_ value: Double) {
    a = SIMD8(repeating: value)
    b = a
    c = a
    d = a
  }
  @inline(__always) init(_ p: UnsafePointer<SIMD8<Double>>) { (a, b, c, d) = (p[0], p[1], p[2], p[3]) }
  @inline(__always) func store(_ p: UnsafeMutablePointer<SIMD8<Double>>) {
    p[0] = a
    p[1] = b
    p[2] = c
    p[3] = d
  }
  /// Adds w x, rounded once.
  @inline(__always) mutating func add(_ w: Double, _ x: LaneQuad) {
    let factor = SIMD8(repeating: w)
    a = a.addingProduct(factor, x.a)
    b = b.addingProduct(factor, x.b)
    c = c.addingProduct(factor, x.c)
    d = d.addingProduct(factor, x.d)
  }
  /// sum + a x.a + b x.b + c x.c + d x.d, in this order.
  @inline(__always) func product(_ x: LaneQuad, addedTo sum: SIMD8<Double>) -> SIMD8<Double> {
    sum.addingProduct(a, x.a).addingProduct(b, x.b).addingProduct(c, x.c).addingProduct(d, x.d)
  }
  @inline(__always) func map(_ body: (SIMD8<Double>) -> SIMD8<Double>) -> LaneQuad {
    var result = self
    result.a = body(a)
    result.b = body(b)
    result.c = body(c)
    result.d = body(d)
    return result
  }
  @inline(__always) func map(
    _ other: LaneQuad, _ body: (SIMD8<Double>, SIMD8<Double>) -> SIMD8<Double>
  ) -> LaneQuad {
    var result = self
    result.a = body(a, other.a)
    result.b = body(b, other.b)
    result.c = body(c, other.c)
    result.d = body(d, other.d)
    return result
  }
}
