/// Vectors of `components` numbers for `count` models, eight models to a SIMD vector.
///
/// Storage is component by component, each padded with zeros to a multiple of eight models.
public struct Batch: Sendable, Equatable {
  /// Number of models.
  public let count: Int
  /// Numbers of each model.
  public let components: Int
  /// SIMD vectors of each component.
  public let vectors: Int
  /// `lanes[component * vectors + model / 8][model % 8]`.
  public var lanes: [SIMD8<Double>]

  /// A batch of zeros. Negative sizes count as 0.
  public init(count: Int, components: Int) {
    self.count = max(count, 0)
    self.components = max(components, 0)
    vectors = (self.count + 7) / 8
    lanes = [SIMD8<Double>](repeating: SIMD8(), count: vectors * self.components)
  }

  /// One component for each of the given numbers.
  public init(_ values: [Double]) {
    self.init(count: values.count, components: 1)
    for (model, value) in values.enumerated() { self[model, 0] = value }
  }

  /// The number `component` of `model`.
  public subscript(model: Int, component: Int) -> Double {
    get {
      precondition(model < count && component < components, "no such model or component in the batch")
      return lanes[component * vectors + model / 8][model % 8]
    }
    set {
      precondition(model < count && component < components, "no such model or component in the batch")
      lanes[component * vectors + model / 8][model % 8] = newValue
    }
  }

  /// All components of one model.
  public subscript(model: Int) -> [Double] { (0..<components).map { self[model, $0] } }
}
