/// Which plaquettes of a grid or torus get a coarse spin.
public enum CoarsePlaquettes: String, Codable, Sendable, CaseIterable {
  /// One half, (x + y) even: the rule of the Lieb lattice.
  case checkerboard
  /// Every plaquette.
  case all
}
