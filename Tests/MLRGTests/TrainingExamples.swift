import Notebook

@testable import MLRG

/// The study's parameters from the text of a profile; what the text leaves out has its default.
func studyParameters(_ yaml: String = "") throws -> Parameters {
  try Parameters(ParameterReader(try ParameterSource(yaml: yaml, name: "toy.yaml")))
}

extension TrainingParameters {
  /// The defaults with some changes.
  static func standard(_ change: (inout TrainingParameters) -> Void = { _ in }) throws -> TrainingParameters {
    var parameters = try studyParameters().training
    change(&parameters)
    return parameters
  }
}

/// All bits of some numbers in one word (FNV-1a over words).
func fingerprint(_ values: [Double]) -> UInt64 {
  values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
}
