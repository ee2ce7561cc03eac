/// Why a text is not the couplings of a sample.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum CouplingTextError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A group of the text form.
  public enum Direction: String, CaseIterable, Sendable { case x, y, z }

  /// A side that the text form does not have.
  case side(Int)
  /// Another number of groups than three.
  case groups(Int)
  /// A group with another number of digits than the L³/4 of its side.
  case digits(Int, direction: Direction, side: Int, expected: Int)
  /// A character that is no hexadecimal digit; the position counts from 0.
  case digit(Character, direction: Direction, position: Int)

  /// One line: what is wrong, where, and what is allowed.
  public var description: String {
    switch self {
    case .side(let side):
      "the side of the couplings is \(side), but must be an even number from 2 to 256"
    case .groups(let count):
      "the couplings have \(count) groups of digits, but must have three, for x, y and z, separated by spaces"
    case .digits(let count, let direction, let side, let expected):
      "the \(direction) couplings have \(count) hexadecimal digits, but side \(side) needs \(expected)"
    case .digit(let character, let direction, let position):
      "the \(direction) couplings have \(String(character).debugDescription) as digit \(position), "
        + "but digits are 0-9 and a-f"
    }
  }
}
