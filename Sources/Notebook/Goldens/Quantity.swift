import Statistics

/// A number that a report prints, under the identifier by which a golden judges it.
public struct Quantity: Codable, Sendable, Hashable {
  /// Slash-separated path, `"kl/A1/Jc"`, unique within a study.
  public var id: String
  /// The symbol the field uses for it, `"J_c"`.
  public var symbol: String
  /// A number, a truth value, a word such as `"none"` (no such zero exists), or an array of numbers.
  public var value: JSONValue
  /// Standard error; `nil` for an exact number.
  public var stderr: Double?
  /// Degrees of freedom behind `stderr`; `nil` for a normal law.
  public var degreesOfFreedom: Double?
  /// Integrated autocorrelation time in units of the spacing of the samples.
  public var tauInt: Double?
  public var effectiveSamples: Double?
  /// Unit of the value; `nil` for a pure number.
  public var unit: String?
  /// Title of the chapter that prints it.
  public var chapter: String

  public init(
    id: String, symbol: String, value: JSONValue, stderr: Double? = nil, degreesOfFreedom: Double? = nil,
    tauInt: Double? = nil, effectiveSamples: Double? = nil, unit: String? = nil, chapter: String
  ) {
    self.id = id
    self.symbol = symbol
    self.value = value
    self.stderr = stderr
    self.degreesOfFreedom = degreesOfFreedom
    self.tauInt = tauInt
    self.effectiveSamples = effectiveSamples
    self.unit = unit
    self.chapter = chapter
  }

  /// The quantity that an estimate measures. A standard error of 0 means an exact number and is left out.
  public init(id: String, symbol: String, _ estimate: Estimate, unit: String? = nil, chapter: String) {
    self.init(
      id: id, symbol: symbol, value: .double(estimate.value),
      stderr: estimate.standardError == 0 ? nil : estimate.standardError,
      degreesOfFreedom: estimate.degreesOfFreedom, tauInt: estimate.tauInt,
      effectiveSamples: estimate.effectiveSamples, unit: unit, chapter: chapter)
  }

  /// The value with its error, if the value is a single number.
  public var estimate: Estimate? {
    value.number.map {
      Estimate(
        $0, stderr ?? 0, degreesOfFreedom: degreesOfFreedom, tauInt: tauInt,
        effectiveSamples: effectiveSamples)
    }
  }
}
