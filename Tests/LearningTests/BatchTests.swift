import Testing

@testable import Learning

@Suite("Batches")
struct BatchTests {
  @Test("numbers are kept by model and component, the padding is zero", arguments: [1, 7, 8, 9, 24])
  func storage(count: Int) {
    var batch = Batch(count: count, components: 3)
    for model in 0..<count { for k in 0..<3 { batch[model, k] = Double(10 * model + k + 1) } }
    #expect(batch.vectors == (count + 7) / 8)
    #expect(batch.lanes.count == 3 * batch.vectors)
    for model in 0..<count { #expect(batch[model] == [1, 2, 3].map { Double(10 * model) + $0 }) }
    let sum = batch.lanes.reduce(SIMD8<Double>(), +).sum()
    // Σ_m (30 m + 6)
    #expect(sum == Double(15 * count * (count - 1) + 6 * count))
  }

  @Test("a list of numbers is a batch of one component")
  func list() {
    let batch = Batch([1, 2, 3])
    #expect(batch.count == 3 && batch.components == 1)
    #expect((0..<3).map { batch[$0, 0] } == [1, 2, 3])
  }
}
