import CSimd

/// The computation of `ConvolutionStep` in vectors of sixteen sites.
///
/// Images with a margin of one site; two vectors of sites at a time. In the forward pass the nine neighbours
/// and the four outputs of both vectors stay in registers while the filters pass by; in the backward pass the
/// fourteen derivatives of one filter do while the sites pass by. That is 31 multiply-adds a filter and site.
/// Derivatives are sums in lanes over the whole batch, folded lane by lane in index order.
struct ConvolutionKernel: Sendable {
  typealias V = SIMD16<Float>

  let filters: Int
  let images: Int
  /// Side of the coarse images, a multiple of the lanes.
  let side: Int
  /// Three copies of each image, shifted by -1, 0, 1 columns so that all loads are aligned, with a row of
  /// margin above and below.
  private let inputs: [V]
  /// Four planes an image, quadrant 2 dy + dx.
  private let targets: [V]

  /// - Parameters:
  ///   - inputs: images · side² numbers, row-major.
  ///   - targets: images · 4 side² numbers, row-major.
  init(filters: Int, images: Int, side: Int, inputs: [Float], targets: [Float]) {
    self.filters = filters
    self.images = images
    self.side = side
    let rows = 3 * (side + 2)
    self.inputs = Self.vectors(images * rows * side) { index in
      let (image, rest) = (index / (rows * side), index % (rows * side))
      let (shift, row) = (rest / side / (side + 2), rest / side % (side + 2))
      let (y, x) = ((row + side - 1) % side, (rest % side + shift + side - 1) % side)
      return inputs[(image * side + y) * side + x]
    }
    self.targets = Self.vectors(images * 4 * side * side) { index in
      let (image, rest) = (index / (4 * side * side), index % (4 * side * side))
      let (quadrant, site) = (rest / (side * side), rest % (side * side))
      let (y, x) = (2 * (site / side) + quadrant >> 1, 2 * (site % side) + quadrant & 1)
      return targets[(image * 2 * side + y) * 2 * side + x]
    }
  }

  private static func vectors(_ count: Int, _ value: (Int) -> Float) -> [V] {
    (0..<count / 16).map { index in
      var vector = V()
      for lane in 0..<16 { vector[lane] = value(16 * index + lane) }
      return vector
    }
  }

  /// Mean squared error and its derivatives.
  ///
  /// - Parameter parameters: 16 numbers a filter.
  func lossGradient(_ parameters: [Float]) -> (loss: Double, gradient: [Float]) {
    let vectors = side * side / 16
    let memory = VectorBuffer(count: (filters + 4) * vectors + 16 * filters)
    let sums = memory.vectors + (filters + 4) * vectors
    var loss = 0.0
    inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        parameters.withUnsafeBufferPointer { parameters in
          guard let input = inputs.baseAddress, let target = targets.baseAddress,
            let weights = parameters.baseAddress
          else { return }
          for image in 0..<images {
            let first = input + image * 3 * (vectors + 2 * side / 16)
            let planes = target + image * 4 * vectors
            loss += forward(weights, first, planes, memory.vectors)
            backward(weights, first, memory.vectors, sums)
          }
        }
      }
    }
    let gradient = (0..<16 * filters).map { Self.folded(sums[$0]) }
    return (loss / Double(images * 4 * side * side), gradient)
  }

  /// Hidden units of one image, then its four planes of scaled residuals; returns the squared error.
  @inline(__always)
  private func forward(
    _ weights: UnsafePointer<Float>, _ input: UnsafePointer<V>, _ targets: UnsafePointer<V>,
    _ hidden: UnsafeMutablePointer<V>
  ) -> Double {
    let vectors = side &* side / 16
    let residuals = hidden + filters &* vectors
    let perRow = side / 16
    let plane = (side &+ 2) &* perRow
    let scale = V(repeating: 2 / Float(images &* 4 &* side &* side))
    var squares = V()
    var position = 0
    while position < vectors {
      let next = position &+ 1
      let x = Neighbours(input + position, perRow, plane)
      let z = Neighbours(input + next, perRow, plane)
      var left = Outputs()
      var right = Outputs()
      for f in 0..<filters {
        let w = weights + 16 &* f
        let a = Self.rectified(x.convolved(w))
        let b = Self.rectified(z.convolved(w))
        hidden[f &* vectors &+ position] = a
        hidden[f &* vectors &+ next] = b
        left.add(w + 10, a)
        right.add(w + 10, b)
      }
      left.subtract(targets + position, vectors)
      right.subtract(targets + next, vectors)
      squares = right.squares(left.squares(squares))
      left.store(residuals + position, vectors, scale)
      right.store(residuals + next, vectors, scale)
      position = position &+ 2
    }
    return Double(Self.folded(squares))
  }

  @inline(__always)
  private func backward(
    _ weights: UnsafePointer<Float>, _ input: UnsafePointer<V>, _ hidden: UnsafePointer<V>,
    _ sums: UnsafeMutablePointer<V>
  ) {
    let vectors = side &* side / 16
    let residuals = hidden + filters &* vectors
    let perRow = side / 16
    let plane = (side &+ 2) &* perRow
    for f in 0..<filters {
      let head = Outputs(all: weights + 16 &* f + 10)
      let sum = sums + 16 &* f
      var kernel = Neighbours(sum)
      var bias = sum[9]
      var outputs = Outputs(sum + 10, 1)
      for position in 0..<vectors {
        let h = hidden[f &* vectors &+ position]
        let r = Outputs(residuals + position, vectors)
        let d = Self.zeroed(head.product(r), whereZero: h)
        kernel.add(d, Neighbours(input + position, perRow, plane))
        bias += d
        outputs.add(h, r)
      }
      kernel.store(sum)
      sum[9] = bias
      outputs.store(sum + 10, 1, V(repeating: 1))
    }
  }

  /// (x + |x|)/2, which is exact. Comparisons of sixteen numbers are loops over the lanes in the standard
  /// library, operations on their bits are not.
  @inline(__always)
  private static func rectified(_ x: V) -> V {
    let bits = cv_and(unsafeBitCast(x, to: SIMD8<UInt64>.self), SIMD8(repeating: 0x7FFF_FFFF_7FFF_FFFF))
    return (x + unsafeBitCast(bits, to: V.self)) * 0.5
  }

  /// x, but 0 in the lanes where h, which is not negative, is 0: there 2³¹ - h has the sign bit.
  @inline(__always)
  private static func zeroed(_ x: V, whereZero h: V) -> V {
    let top = SIMD8<UInt64>(repeating: 0x8000_0000_8000_0000)
    let signs = cv_and(top &- unsafeBitCast(h, to: SIMD8<UInt64>.self), top)
    let mask = cv_or(signs, signs &- cv_shr(signs, 31))
    return unsafeBitCast(cv_andnot(unsafeBitCast(x, to: SIMD8<UInt64>.self), mask), to: V.self)
  }

  private static func folded(_ vector: V) -> Float { vector.indices.reduce(0) { $0 + vector[$1] } }
}

/// Vectors in memory of its own, aligned to 64 bytes and zero at the start.
private struct VectorBuffer: ~Copyable {
  typealias V = ConvolutionKernel.V

  let vectors: UnsafeMutablePointer<V>

  init(count: Int) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: MemoryLayout<V>.stride * count, alignment: 64)
    vectors = memory.bindMemory(to: V.self, capacity: count)
    vectors.initialize(repeating: V(), count: count)
  }

  deinit { vectors.deallocate() }
}

/// The 3 × 3 sites around each lane of a vector, or their derivatives.
private struct Neighbours {
  typealias V = ConvolutionKernel.V

  var a: V, b: V, c: V, d: V, e: V, f: V, g: V, h: V, i: V

  /// From vector p of the copy that is shifted by -1, `plane` vectors before the next copy.
  @inline(__always)
  init(_ p: UnsafePointer<V>, _ perRow: Int, _ plane: Int) {
    let (q, r) = (p + plane, p + 2 &* plane)
    (a, b, c) = (p[0], q[0], r[0])
    (d, e, f) = (p[perRow], q[perRow], r[perRow])
    let lower = 2 &* perRow
    (g, h, i) = (p[lower], q[lower], r[lower])
  }

  @inline(__always)
  init(_ p: UnsafePointer<V>) {
    (a, b, c, d, e, f, g, h, i) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8])
  }

  @inline(__always)
  func store(_ p: UnsafeMutablePointer<V>) {
    (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]) = (a, b, c, d, e, f, g, h, i)
  }

  /// Nine weights and a bias.
  @inline(__always)
  func convolved(_ w: UnsafePointer<Float>) -> V {
    var sum = V(repeating: w[9]).addingProduct(a, V(repeating: w[0]))
    sum = sum.addingProduct(b, V(repeating: w[1])).addingProduct(c, V(repeating: w[2]))
    sum = sum.addingProduct(d, V(repeating: w[3])).addingProduct(e, V(repeating: w[4]))
    sum = sum.addingProduct(f, V(repeating: w[5])).addingProduct(g, V(repeating: w[6]))
    return sum.addingProduct(h, V(repeating: w[7])).addingProduct(i, V(repeating: w[8]))
  }

  /// Adds factor · x site by site.
  @inline(__always)
  mutating func add(_ factor: V, _ x: Neighbours) {
    a = a.addingProduct(factor, x.a)
    b = b.addingProduct(factor, x.b)
    c = c.addingProduct(factor, x.c)
    d = d.addingProduct(factor, x.d)
    e = e.addingProduct(factor, x.e)
    f = f.addingProduct(factor, x.f)
    g = g.addingProduct(factor, x.g)
    h = h.addingProduct(factor, x.h)
    i = i.addingProduct(factor, x.i)
  }
}

/// The four fine sites of the blocks in a vector, or their weights.
private struct Outputs {
  typealias V = ConvolutionKernel.V

  var a = V(), b = V(), c = V(), d = V()

  @inline(__always) init() {}
  @inline(__always) init(all w: UnsafePointer<Float>) {
    (a, b, c, d) = (V(repeating: w[0]), V(repeating: w[1]), V(repeating: w[2]), V(repeating: w[3]))
  }
  @inline(__always) init(_ p: UnsafePointer<V>, _ plane: Int) {
    (a, b, c, d) = (p[0], p[plane], p[2 &* plane], p[3 &* plane])
  }
  /// Adds w h.
  @inline(__always) mutating func add(_ w: UnsafePointer<Float>, _ h: V) { add(h, Outputs(all: w)) }
  @inline(__always) mutating func add(_ h: V, _ x: Outputs) {
    a = a.addingProduct(h, x.a)
    b = b.addingProduct(h, x.b)
    c = c.addingProduct(h, x.c)
    d = d.addingProduct(h, x.d)
  }
  @inline(__always) func product(_ x: Outputs) -> V {
    (a * x.a).addingProduct(b, x.b).addingProduct(c, x.c).addingProduct(d, x.d)
  }
  @inline(__always) mutating func subtract(_ p: UnsafePointer<V>, _ plane: Int) {
    a -= p[0]
    b -= p[plane]
    c -= p[2 &* plane]
    d -= p[3 &* plane]
  }
  @inline(__always) func squares(_ sum: V) -> V {
    sum.addingProduct(a, a).addingProduct(b, b).addingProduct(c, c).addingProduct(d, d)
  }
  @inline(__always) func store(_ p: UnsafeMutablePointer<V>, _ plane: Int, _ scale: V) {
    p[0] = a * scale
    p[plane] = b * scale
    p[2 &* plane] = c * scale
    p[3 &* plane] = d * scale
  }
}
