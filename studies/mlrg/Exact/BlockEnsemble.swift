import Foundation

/// The fine and the coarse law of the visible spins of a block, by enumeration of classes.
///
/// All 2^N states are visited once and grouped by what their weights depend on: how often each linear form in
/// the couplings (up to its sign) occurs among the hidden fields of the two graphs. Afterwards every quantity
/// is a sum over these classes.
public struct BlockEnsemble: Sendable {
  /// The number of couplings.
  public let couplings: Int
  let fineForms: [[Double]]
  let coarseForms: [[Double]]
  let classes: [FineClass]
  let coarseClasses: [CoarseClass]

  /// States that neither graph can tell apart.
  struct FineClass: Sendable {
    let states: Double
    /// How many hidden fields are each of `fineForms`.
    let counts: [Double]
    /// Index into `coarseClasses`.
    let coarse: Int
  }

  /// States that the coarse graph cannot tell apart.
  struct CoarseClass: Sendable {
    let states: Double
    /// How many hidden fields are each of `coarseForms`.
    let counts: [Double]
  }

  /// Enumerates the visible states of a block: 2^(N − 1) of them, the global flip is a symmetry.
  public init(_ block: Block) {
    couplings = block.couplings
    let states = 0..<(1 << (block.spins - 1))
    var fine = FieldCodes(block.fine)
    var coarse = FieldCodes(block.coarse)
    for state in states {
      fine.collect(state)
      coarse.collect(state)
    }
    fine.order()
    coarse.order()
    var found: [[UInt8]: Int] = [:]
    for state in states { found[fine.histogram(state) + coarse.histogram(state), default: 0] += 2 }
    let sorted = found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let split = fine.codes.count
    let coarseKeys = Set(sorted.map { Array($0.key[split...]) }).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: coarseKeys.enumerated().map { ($1, $0) })
    var coarseStates = [Double](repeating: 0, count: coarseKeys.count)
    var list: [FineClass] = []
    for (key, number) in sorted {
      let place = places[Array(key[split...])] ?? 0
      coarseStates[place] += Double(number)
      list.append(FineClass(states: Double(number), counts: key[..<split].map(Double.init), coarse: place))
    }
    classes = list
    coarseClasses = zip(coarseKeys, coarseStates).map { CoarseClass(states: $1, counts: $0.map(Double.init)) }
    fineForms = fine.codes.map { FieldCodes.form($0, couplings: block.couplings) }
    coarseForms = coarse.codes.map { FieldCodes.form($0, couplings: block.couplings) }
  }

  /// Probabilities of `classes` in the fine block.
  func fineLaw(_ j: [Double]) -> [Double] {
    let values = fineForms.map { logTwoCosh(Self.dot($0, j)) }
    return Self.normalised(classes.map { log($0.states) + Self.dot($0.counts, values) })
  }

  /// Probabilities of `coarseClasses` in the coarse block.
  func coarseLaw(_ j: [Double]) -> [Double] {
    let values = coarseForms.map { logTwoCosh(Self.dot($0, j)) }
    return Self.normalised(coarseClasses.map { log($0.states) + Self.dot($0.counts, values) })
  }

  /// A law of `classes` as one of `coarseClasses`.
  func projected(_ law: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: coarseClasses.count)
    for (p, item) in zip(law, classes) { result[item.coarse] += p }
    return result
  }

  /// Derivatives of the log weight of each fine class with respect to the couplings.
  func fineScores(_ j: [Double]) -> [[Double]] { Self.scores(classes.map(\.counts), fineForms, j) }

  /// Derivatives of the log weight of each coarse class with respect to the couplings.
  func coarseScores(_ j: [Double]) -> [[Double]] { Self.scores(coarseClasses.map(\.counts), coarseForms, j) }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  private static func scores(_ counts: [[Double]], _ forms: [[Double]], _ j: [Double]) -> [[Double]] {
    let slopes = forms.map { form in
      let t = tanh(dot(form, j))
      return form.map { $0 * t }
    }
    return counts.map { counts in
      var score = [Double](repeating: 0, count: j.count)
      for (count, slope) in zip(counts, slopes) where count != 0 {
        for i in score.indices { score[i] += count * slope[i] }
      }
      return score
    }
  }

  private static func normalised(_ logWeights: [Double]) -> [Double] {
    let top = logWeights.max() ?? 0
    let weights = logWeights.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}

/// Hidden fields as whole numbers: Σ_i f_i 64^i for the form Σ_i f_i J_i, which is linear in the visible
/// spins.
private struct FieldCodes {
  private let units: [[(spin: Int, weight: Int)]]
  private var places: [Int: Int] = [:]
  private(set) var codes: [Int] = []

  init(_ units: [Block.Unit]) {
    self.units = units.map { unit in
      (unit.first ?? []).indices.compactMap { v in
        var weight = 0
        for row in unit.reversed() { weight = 64 * weight + row[v] }
        return weight == 0 ? nil : (spin: v, weight: weight)
      }
    }
  }

  /// Notes the forms that occur in a state; the sign of a field does not matter.
  mutating func collect(_ state: Int) {
    for unit in units where places[code(unit, state)] == nil { places[code(unit, state)] = 0 }
  }

  /// Numbers the forms in ascending order of their codes.
  mutating func order() {
    codes = places.keys.sorted()
    for (place, code) in codes.enumerated() { places[code] = place }
  }

  func histogram(_ state: Int) -> [UInt8] {
    var counts = [UInt8](repeating: 0, count: codes.count)
    for unit in units { counts[places[code(unit, state)] ?? 0] += 1 }
    return counts
  }

  private func code(_ unit: [(spin: Int, weight: Int)], _ state: Int) -> Int {
    var sum = 0
    for (spin, weight) in unit { sum += state >> spin & 1 == 1 ? weight : -weight }
    return abs(sum)
  }

  /// The coefficients of a code, from its balanced digits.
  static func form(_ code: Int, couplings: Int) -> [Double] {
    var rest = code
    return (0..<couplings).map { _ in
      let digit = (rest + 32) & 63 - 32
      rest = (rest - digit) / 64
      return Double(digit)
    }
  }
}
