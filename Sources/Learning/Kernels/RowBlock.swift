/// A few rows of a matrix product in registers, for one SIMD vector of columns.
protocol RowBlock {
  static var rows: Int { get }
  /// Each row filled with its number of `start`.
  init(start: UnsafePointer<Double>)
  /// Rows loaded from memory, `stride` vectors apart.
  init(loading: UnsafePointer<SIMD8<Double>>, stride: Int)
  func store(_ target: UnsafeMutablePointer<SIMD8<Double>>, stride: Int)
  /// Adds a[row · stride] · x to each row, rounded once.
  mutating func add(_ a: UnsafePointer<Double>, stride: Int, _ x: SIMD8<Double>)
}

struct OneRow: RowBlock {
  var r0: SIMD8<Double>

  @inline(__always) static var rows: Int { 1 }
  @inline(__always) init(start: UnsafePointer<Double>) { r0 = SIMD8(repeating: start[0]) }
  @inline(__always) init(loading p: UnsafePointer<SIMD8<Double>>, stride: Int) { r0 = p[0] }
  @inline(__always) func store(_ p: UnsafeMutablePointer<SIMD8<Double>>, stride: Int) { p[0] = r0 }
  @inline(__always) mutating func add(_ a: UnsafePointer<Double>, stride: Int, _ x: SIMD8<Double>) {
    r0 = r0.addingProduct(SIMD8(repeating: a[0]), x)
  }
}

/// Two row blocks on top of each other.
struct StackedRows<Half: RowBlock>: RowBlock {
  var upper: Half
  var lower: Half

  @inline(__always) static var rows: Int { 2 &* Half.rows }
  @inline(__always) init(start: UnsafePointer<Double>) {
    upper = Half(start: start)
    lower = Half(start: start + Half.rows)
  }
  @inline(__always) init(loading p: UnsafePointer<SIMD8<Double>>, stride: Int) {
    upper = Half(loading: p, stride: stride)
    lower = Half(loading: p + Half.rows &* stride, stride: stride)
  }
  @inline(__always) func store(_ p: UnsafeMutablePointer<SIMD8<Double>>, stride: Int) {
    upper.store(p, stride: stride)
    lower.store(p + Half.rows &* stride, stride: stride)
  }
  @inline(__always) mutating func add(_ a: UnsafePointer<Double>, stride: Int, _ x: SIMD8<Double>) {
    upper.add(a, stride: stride, x)
    lower.add(a + Half.rows &* stride, stride: stride, x)
  }
}

typealias FourRows = StackedRows<StackedRows<OneRow>>
typealias EightRows = StackedRows<FourRows>
