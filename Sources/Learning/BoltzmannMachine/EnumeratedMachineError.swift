/// Why a small machine or a law on a few spins was refused.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum EnumeratedMachineError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A layer without units.
  case emptyLayer(visible: Int, hidden: Int)
  /// A list of the wrong length; `rule` says where the expected number comes from.
  case wrongCount(what: String, found: Int, expected: Int, rule: String)
  /// A number that is not finite or too large.
  case badNumber(what: String, index: Int, value: Double)
  /// A word of a text that is not a number.
  case notANumber(text: String, position: Int)
  /// More states than can be enumerated; `units` are those whose states would be.
  case tooManyStates(operation: String, units: Int, allowed: Int)
  /// A state that the units do not have.
  case badState(index: Int, state: Int, units: Int)
  /// A probability or weight of a state that is negative or not finite, or weights without a positive sum.
  case badWeight(index: Int, value: Double)
  /// A law without weight.
  case emptyLaw
  /// A law on another number of spins than the machine has.
  case lawUnits(found: Int, expected: Int)
  /// A law that must give every state a positive probability and does not.
  case incompleteLaw(states: Int, expected: Int)
  /// A setting outside what is allowed.
  case setting(name: String, value: Double, allowed: String)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .emptyLayer(let visible, let hidden):
      return "machine: \(visible) visible and \(hidden) hidden units; each layer needs 1 or more"
    case .wrongCount(let what, let found, let expected, let rule):
      return "machine: \(found) \(what); \(expected) are needed (\(rule))"
    case .badNumber(let what, let index, let value):
      return "machine: \(what)[\(index)] is \(value); allowed: finite numbers from -1e6 to 1e6"
    case .notANumber(let text, let position):
      return "machine: number \(position + 1) of the list is \"\(text)\"; write numbers such as -0.25 or 1e-3, "
        + "separated by commas or white space"
    case .tooManyStates(let operation, let units, let allowed):
      return "\(operation): the states of \(units) units are too many to enumerate; allowed: \(allowed) units or fewer"
    case .badState(let index, let state, let units):
      return "law of spins: states[\(index)] is \(state); the states of \(units) spins are "
        + "0...\(units < 63 ? 1 << units - 1 : Int.max)"
    case .badWeight(let index, let value):
      return "law of spins: the weight of entry \(index) is \(value); weights must be finite and not negative"
    case .emptyLaw:
      return "law of spins: no state has a positive weight; at least one must"
    case .lawUnits(let found, let expected):
      return "machine: a law on \(found) spins was given to a machine with \(expected) visible units; "
        + "the numbers must be equal"
    case .incompleteLaw(let states, let expected):
      return "machine: the law has \(states) states with positive probability; all \(expected) must have one here"
    case .setting(let name, let value, let allowed):
      let shown = value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
      return "\(name) is \(shown); allowed: \(allowed)"
    }
  }
}
