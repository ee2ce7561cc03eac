/// A network that refines a lattice by a factor of two, from the simplest to the most complex.
enum UpsamplingModel: String, Codable, CaseIterable, Sendable {
  case one, two, three, six, ten
  case saturated2 = "saturated-2x2"
  case saturated3 = "saturated-3x3"
  case saturated4 = "saturated-4x4"
  case twoLayer = "two-layer"
  case joint

  /// Free parameters of the network.
  var parameterCount: Int {
    switch self {
    case .one: 1
    case .two: 2
    case .three: 3
    case .six: 6
    case .ten: 10
    // Contexts up to the symmetries of a fine spin's receptive field: reflection in the diagonal and global flip.
    case .saturated2: 6
    case .saturated3: 144
    case .saturated4: 16_640
    case .twoLayer: 609
    // Probabilities of the 16 outcomes up to the flip and the symmetries of the square.
    case .joint: 567
    }
  }

  /// The name in goldens and identifiers.
  var id: String {
    switch self {
    case .three: "3par"
    case .six: "6par"
    case .ten: "10par"
    default: rawValue
    }
  }

  var label: String {
    switch self {
    case .one: "W₀ only"
    case .two: "W₀, W₁"
    case .three: "three parameters (3 × 3 kernel)"
    case .six: "six parameters (5 × 5 kernel)"
    case .ten: "ten parameters (7 × 7 kernel)"
    case .saturated2: "saturated table, 2 × 2 spins"
    case .saturated3: "saturated table, 3 × 3 spins"
    case .saturated4: "saturated table, 4 × 4 spins"
    case .twoLayer: "two layers, 32 channels"
    case .joint: "joint table of a block, 3 × 3 spins"
    }
  }
}
