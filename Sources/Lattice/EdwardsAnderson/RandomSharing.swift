/// How the 512 samples of a word share the random numbers of a site.
///
/// Whatever the choice, the chain of every single sample is the exact heat bath, to 2⁻⁶⁴ in each probability. What
/// differs is the independence of samples at equal times, and so which error bars are right.
public enum RandomSharing: String, Codable, CaseIterable, Sendable {
  /// One number for each group of 64 lanes: the fastest. Errors need whole groups as blocks.
  case groups
  /// The six leading binary digits independent in every lane, the rest of the comparison by one number for a group.
  case planes
  /// Independent numbers for every lane.
  case independent
}
