import Notebook

/// Three-parameter nets on the curve of exactly Ising exponents.
struct TunedParameters: Codable, Sendable, Hashable {
  let w2: [Double]
  let dreamt: [Double]

  init(_ read: ParameterReader) throws {
    w2 = try read.doubles(
      "w2", default: [-0.4, -0.10768303, 0, 0.2, 0.55], each: -1...1.2, "diagonal weights W₂ of the tuned nets")
    dreamt = try read.doubles("dreamt", default: [0, 0.55], each: -1...1.2, "the W₂ whose nets dream")
    guard !dreamt.isEmpty else { throw read.invalid("dreamt", "is empty; allowed: at least one number") }
    guard !w2.isEmpty else { throw read.invalid("w2", "is empty; allowed: at least one number") }
  }
}
