/// Replaces the 2ⁿ ≥ 8 numbers a(t) by Σ_t (−1)^popcount(t & B) a(t), B = 0..<2ⁿ, in place (the fast
/// Walsh-Hadamard transform without normalisation).
@inline(__always)
func walshHadamard<Value: SignedNumeric>(_ values: UnsafeMutablePointer<Value>, _ count: Int) {
  for start in stride(from: 0, to: count, by: 8) { transformEight(values + start) }
  var half = 8
  while half < count {
    var start = 0
    while start < count {
      for i in start..<start &+ half {
        let (a, b) = (values[i], values[i &+ half])
        values[i] = a + b
        values[i &+ half] = a - b
      }
      start &+= 2 &* half
    }
    half &*= 2
  }
}

/// The transform of eight numbers, in registers.
@inline(__always)
private func transformEight<Value: SignedNumeric>(_ x: UnsafeMutablePointer<Value>) {
  let (a0, a1, a2, a3) = (x[0] + x[1], x[0] - x[1], x[2] + x[3], x[2] - x[3])
  let (a4, a5, a6, a7) = (x[4] + x[5], x[4] - x[5], x[6] + x[7], x[6] - x[7])
  let (b0, b1, b2, b3) = (a0 + a2, a1 + a3, a0 - a2, a1 - a3)
  let (b4, b5, b6, b7) = (a4 + a6, a5 + a7, a4 - a6, a5 - a7)
  (x[0], x[1], x[2], x[3]) = (b0 + b4, b1 + b5, b2 + b6, b3 + b7)
  (x[4], x[5], x[6], x[7]) = (b0 - b4, b1 - b5, b2 - b6, b3 - b7)
}
