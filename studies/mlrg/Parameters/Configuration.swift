/// The ten ways in which A₁ flows are trained: loss, network, and one of the two published sets of sampling constants
/// (24 trajectories and 512 samples after 32 sweeps at B = 16, or, marked 48, 48 and 256 after 16 at B = 32).
enum Configuration: String, Codable, Sendable, CaseIterable {
  case cdRelu = "cd-relu"
  case klRelu = "kl-relu"
  case cdReluLayerNorm = "cd-relu-layernorm"
  case klReluLayerNorm = "kl-relu-layernorm"
  case cdSilu = "cd-silu"
  case klSilu = "kl-silu"
  case cdRelu48 = "cd-relu-48"
  case cdReluLayerNorm48 = "cd-relu-layernorm-48"
  case cdSilu48 = "cd-silu-48"
  case cdSiluMonotone48 = "cd-silu-monotone-48"
  /// The profile's `training` as it stands, where that is none of the above.
  case own

  /// The ten published ones.
  static let published = allCases.filter { $0 != .own }

  /// The parameters of a run: those of the profile, with loss and network of the configuration.
  func applied(to base: TrainingParameters, _ notebook: NotebookSettings) -> TrainingParameters {
    if self == .own { return base }
    var p = base
    p.loss = rawValue.hasPrefix("kl") ? .kl : .cd
    p.activation = rawValue.contains("silu") ? .silu : .relu
    p.layerNorm = rawValue.contains("layernorm")
    p.representation = self == .cdSiluMonotone48 ? .monotone : .flow
    if rawValue.hasSuffix("-48") {
      p.trajectories = notebook.trajectories
      p.batch = notebook.batch
      p.fineSweeps = notebook.fineSweeps
      p.beta = notebook.beta
    }
    return p
  }

  /// As tables and figures name it.
  var label: String {
    if self == .own { return "as set" }
    let loss = rawValue.hasPrefix("kl") ? "KL" : "CD"
    let network = (rawValue.contains("silu") ? "SiLU" : "ReLU") + (rawValue.contains("layernorm") ? "+LayerNorm" : "")
    let kind = self == .cdSiluMonotone48 ? " monotone" : ""
    return "\(loss) \(network)\(kind)" + (rawValue.hasSuffix("-48") ? ", 48 models" : "")
  }
}
