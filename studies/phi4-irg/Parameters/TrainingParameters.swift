import Notebook

/// The inverse maps.
struct TrainingParameters: Codable, Sendable, Hashable {
  let size: Int
  let massSquared: Double
  let otherMassSquared: [Double]
  let configurations: Int
  let kernels: [Kernel]
  let kernel: Kernel
  let architecture: Architecture
  let architectures: [Architecture]
  let netConfigurations: Int
  let epochs: Int
  let hidden: Int
  let batch: Int
  let learningRate: Double
  let seeds: Int

  init(_ read: ParameterReader) throws {
    size = try read.int(
      "size", default: 32, in: 8...512, unit: "sites", "size L of the fine training configurations, even")
    massSquared = try read.double(
      "mass_squared", default: -0.9515, in: -1e3...1e3, "μ² of the training configurations")
    otherMassSquared = try read.doubles(
      "other_mass_squared", default: [-0.98, -0.92], each: -1e3...1e3,
      "other μ² at which the linear inverse is trained for comparison")
    configurations = try read.int(
      "configurations", default: 20_000, in: 20...10_000_000, unit: "configurations",
      "training configurations of the linear maps")
    kernels = try read.choices("kernels", default: Kernel.allCases, "kernels of the linear maps that are compared")
    kernel = try read.choice("kernel", default: .k6, "kernel of the maps that generate")
    architecture = try read.choice("architecture", default: .linear, "the map of the generation chapters")
    architectures = try read.choices(
      "architectures", default: [.reluHomogeneous, .reluBias, .tanhOdd], "networks that are trained and iterated")
    netConfigurations = try read.int(
      "net_configurations", default: 2000, in: 4...1_000_000, unit: "configurations",
      "training configurations of a network")
    epochs = try read.int("epochs", default: 4, in: 1...10_000, unit: "epochs", "epochs of a network")
    hidden = try read.int("hidden", default: 32, in: 1...512, unit: "units", "hidden units of a network")
    batch = try read.int("batch", default: 512, in: 8...1_000_000, unit: "sites", "fine sites a gradient step")
    learningRate = try read.double(
      "learning_rate", default: 3e-3, in: 1e-8...1e3, "first learning rate of Adam; cosine decay to 0")
    seeds = try read.int(
      "seeds", default: 3, in: 1...1000, unit: "runs", "networks of each kind, each on data of its own")
    guard !kernels.isEmpty else { throw read.invalid("kernels", "is empty; allowed: at least one kernel") }
    guard let rows = try? kernel.window().rows, rows <= size / 2 else {
      let fit = "windows that fit on training.size/2 = \(size / 2) sites"
      throw read.invalid(
        "kernel", "is \(kernel.rawValue), a window of \(kernel.windowText) coarse sites; allowed: \(fit)")
    }
    guard size % 2 == 0 else {
      throw read.invalid("size", "is \(size); allowed: even sizes, which blocks of 2 × 2 fill")
    }
  }

  /// Kernels of the transposed convolution: how many coarse sites a fine one sees.
  enum Kernel: String, Codable, CaseIterable, Sendable {
    case k2, k4, plus, k6, k8, k10, k14
  }

  /// The class of maps.
  enum Architecture: String, Codable, CaseIterable, Sendable {
    case linear
    case reluHomogeneous = "relu-homogeneous"
    case reluBias = "relu-bias"
    case tanhOdd = "tanh-odd"
    case stochastic
  }
}
