import Notebook

/// Networks of growing complexity, trained on one set of configurations.
struct ComplexityParameters: Codable, Sendable, Hashable {
  let size: Int
  let configurations: Int
  let sweepsBetween: Int
  let models: [UpsamplingModel]
  let iterations: Int

  init(_ read: ParameterReader) throws {
    size = try read.powerOfTwo("size", default: 64, in: 8...1024, "size L of the training configurations")
    configurations = try read.int(
      "configurations", default: 50_000, in: 40...10_000_000, unit: "configurations",
      "training configurations; as many more validate")
    sweepsBetween = try read.int(
      "sweeps_between", default: 4, in: 1...100_000, unit: "sweeps", "Swendsen–Wang sweeps between configurations")
    models = try read.choices("models", default: UpsamplingModel.allCases, "the networks that are trained and dreamt")
    iterations = try read.int(
      "iterations", default: 600, in: 1...100_000, unit: "steps", "quasi-Newton steps of the two-layer network")
  }
}
