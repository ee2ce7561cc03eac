/// Vectors of sixteen numbers in memory of its own, aligned to 64 bytes and zero at the start.
struct FloatBuffer: ~Copyable {
  let vectors: UnsafeMutablePointer<SIMD16<Float>>
  let count: Int

  init(count: Int) {
    self.count = count
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 64 * max(count, 1), alignment: 64)
    vectors = memory.bindMemory(to: SIMD16<Float>.self, capacity: count)
    vectors.initialize(repeating: SIMD16(), count: count)
  }

  deinit { vectors.deallocate() }

  /// The numbers of the vectors one after the other.
  func withNumbers<R>(_ body: (UnsafeMutablePointer<Float>) -> R) -> R {
    vectors.withMemoryRebound(to: Float.self, capacity: 16 * count, body)
  }
}
