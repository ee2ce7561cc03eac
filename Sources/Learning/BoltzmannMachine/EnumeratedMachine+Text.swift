extension EnumeratedMachine {
  /// The numbers of a text, separated by commas or white space, strictly read: `0.5, -1e-3, 2`.
  ///
  /// - Throws: `EnumeratedMachineError.notANumber` with the first word that is no finite number.
  public static func numbers(inText text: String) throws(EnumeratedMachineError) -> [Double] {
    var result: [Double] = []
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard let value = Double(word), value.isFinite else {
        throw .notANumber(text: String(word), position: result.count)
      }
      result.append(value)
    }
    return result
  }
}
