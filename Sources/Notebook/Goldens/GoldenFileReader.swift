import Foundation

/// Turns a JSON tree into a golden file, and refuses every unknown key, missing field and unusable rule.
struct GoldenFileReader {
  /// The file's name in errors.
  let file: String

  func file(_ tree: JSONValue) throws(GoldenError) -> GoldenFile {
    guard case .object(let members) = tree else {
      throw invalid(nil, "entries", "is missing: the file must be an object")
    }
    try knownKeys(members, ["schema", "study", "data", "entries"], entry: nil, path: "")
    guard members["schema"]?.string == GoldenFile.currentSchema else {
      throw invalid(nil, "schema", "must be '\(GoldenFile.currentSchema)'")
    }
    guard let study = members["study"]?.string, !study.isEmpty else {
      throw invalid(nil, "study", "must be the name of the study")
    }
    guard let items = members["entries"]?.array else { throw invalid(nil, "entries", "must be an array") }
    var entries: [Golden] = []
    var seen: Set<String> = []
    for (index, item) in items.enumerated() {
      let golden = try entry(item, number: index + 1)
      guard seen.insert(golden.id).inserted else {
        throw invalid("'\(golden.id)'", "id", "another entry has the same id")
      }
      entries.append(golden)
    }
    let data = try members["data"].map { (tree) throws(GoldenError) in
      try decode([GoldenFile.DataFile].self, tree, entry: nil, under: "data")
    }
    return GoldenFile(study: study, data: data, entries: entries)
  }

  private func entry(_ tree: JSONValue, number: Int) throws(GoldenError) -> Golden {
    guard case .object(let members) = tree else { throw invalid("\(number)", "id", "is missing") }
    guard let id = members["id"]?.string, !id.isEmpty else {
      throw invalid("\(number)", "id", "must be a non-empty text")
    }
    let name = "'\(id)'"
    try knownKeys(members, Golden.CodingKeys.allCases.map(\.rawValue), entry: name, path: "")
    try knownWord(members["kind"], Golden.Kind.allCases.map(\.rawValue), entry: name, key: "kind")
    try knownKeys(
      members["rule"]?.object ?? [:], ["absolute", "relative", "resolution", "systematic", "predicate"],
      entry: name, path: "rule.")
    let source = members["source"]?.object ?? [:]
    try knownKeys(source, ["type", "where", "run"], entry: name, path: "source.")
    if !source.isEmpty {
      let origins = Golden.Source.Origin.allCases.map(\.rawValue)
      try knownWord(source["type"], origins, entry: name, key: "source.type")
    }
    let golden = try decode(Golden.self, tree, entry: name, under: "")
    if let (key, problem) = golden.defect { throw invalid(name, key, problem) }
    return golden
  }

  private func knownKeys(
    _ members: [String: JSONValue], _ known: [String], entry: String?, path: String
  ) throws(GoldenError) {
    guard let unknown = members.keys.filter({ !known.contains($0) }).min() else { return }
    let suggestion = NearestName.suggestion(for: unknown, among: known)
    throw invalid(entry, path + unknown, "is not a key of golden files\(suggestion)")
  }

  private func knownWord(
    _ value: JSONValue?, _ known: [String], entry: String, key: String
  ) throws(GoldenError) {
    let allowed = "allowed are \(known.joined(separator: ", "))"
    guard let word = value?.string else { throw invalid(entry, key, "is missing; \(allowed)") }
    guard !known.contains(word) else { return }
    throw invalid(entry, key, "'\(word)' is unknown; \(allowed)")
  }

  private func decode<Value: Codable>(
    _ type: Value.Type, _ tree: JSONValue, entry: String?, under prefix: String
  ) throws(GoldenError) -> Value {
    do {
      let value = try CanonicalJSON.decode(type, from: CanonicalJSON.encode(tree))
      if let key = Self.lostKey(from: tree, to: try CanonicalJSON.tree(value)) {
        throw invalid(entry, dotted([prefix] + key), "has no meaning here")
      }
      return value
    } catch let error as GoldenError {
      throw error
    } catch let error as DecodingError {
      let (path, problem) = explain(error)
      throw invalid(entry, dotted([prefix] + path), problem)
    } catch {
      throw invalid(entry, prefix, "\(error)")
    }
  }

  /// Path of the first key of `read` that `kept` does not have: it would vanish when the file is saved.
  private static func lostKey(from read: JSONValue, to kept: JSONValue) -> [String]? {
    switch (read, kept) {
    case (.object(let read), .object(let kept)):
      for (key, member) in read.sorted(by: { $0.key < $1.key }) where member != .object([:]) {
        guard let counterpart = kept[key] else { return [key] }
        if let deeper = lostKey(from: member, to: counterpart) { return [key] + deeper }
      }
    case (.array(let read), .array(let kept)):
      for (index, (member, counterpart)) in zip(read, kept).enumerated() {
        if let deeper = lostKey(from: member, to: counterpart) { return ["\(index + 1)"] + deeper }
      }
    default: return nil
    }
    return nil
  }

  private func explain(_ error: DecodingError) -> (path: [String], problem: String) {
    func names(_ path: [any CodingKey]) -> [String] {
      path.map { key in key.intValue.map { "\($0 + 1)" } ?? key.stringValue }
    }
    switch error {
    case .keyNotFound(let key, let context):
      return (names(context.codingPath) + [key.stringValue], "is missing")
    case .typeMismatch(let type, let context):
      return (names(context.codingPath), "must be \(word(for: type))")
    case .valueNotFound(_, let context):
      return (names(context.codingPath), "must not be null")
    case .dataCorrupted(let context):
      return (names(context.codingPath), context.debugDescription)
    @unknown default:
      return ([], "cannot be read")
    }
  }

  private func dotted(_ path: [String]) -> String {
    path.filter { !$0.isEmpty }.joined(separator: ".")
  }

  private func word(for type: Any.Type) -> String {
    if type is any BinaryFloatingPoint.Type || type is any BinaryInteger.Type { return "a number" }
    if type == String.self { return "a text" }
    return "\(type)".hasPrefix("Array") ? "an array" : "an object"
  }

  private func invalid(_ entry: String?, _ key: String, _ problem: String) -> GoldenError {
    .invalid(file: file, entry: entry, key: key, problem: problem)
  }
}

extension Golden {
  /// What this entry lacks, or has in excess, for its kind.
  var defect: (key: String, problem: String)? {
    commonDefect ?? excess ?? kindDefect
  }

  private var commonDefect: (key: String, problem: String)? {
    if id.contains(where: \.isWhitespace) { return ("id", "must not contain white space") }
    if source.where.isEmpty { return ("source.where", "must say where the value comes from") }
    for (key, number) in [
      ("stderr", stderr), ("degreesOfFreedom", degreesOfFreedom), ("rule.resolution", rule.resolution),
    ] {
      if let number, !(number > 0) { return (key, "must be greater than 0") }
    }
    for (key, number) in [
      ("rule.absolute", rule.absolute), ("rule.relative", rule.relative),
      ("rule.systematic.value", rule.systematic?.value),
    ] {
      if let number, !(number >= 0) { return (key, "must not be negative") }
    }
    if rule.systematic?.reason.isEmpty == true { return ("rule.systematic.reason", "must give a reason") }
    if unavailable?.isEmpty == true { return ("unavailable", "must give a reason") }
    if knownDifference?.isEmpty == true { return ("known_difference", "must give a reason") }
    return nil
  }

  /// A field that this kind does not use: it would be read as a promise and kept by nobody.
  private var excess: (key: String, problem: String)? {
    let uses: [(key: String, isPresent: Bool, kinds: [Kind])] = [
      ("value", value != nil, [.exact, .numeric, .statistical, .published]),
      ("stderr", stderr != nil, [.statistical, .published]),
      ("degreesOfFreedom", degreesOfFreedom != nil, [.statistical, .published]),
      ("rule.absolute", rule.absolute != nil, [.numeric, .published]),
      ("rule.relative", rule.relative != nil, [.numeric, .published]),
      ("rule.resolution", rule.resolution != nil, [.statistical]),
      ("rule.systematic", rule.systematic != nil, [.statistical, .published]),
      ("rule.predicate", rule.predicate != nil, [.property]),
      ("unavailable", unavailable != nil, [.published]),
      ("known_difference", knownDifference != nil, [.published]),
    ]
    return uses.first { $0.isPresent && !$0.kinds.contains(kind) }
      .map { ($0.key, "is not used by kind \(kind.rawValue)") }
  }

  private var kindDefect: (key: String, problem: String)? {
    if kind != .property, unavailable == nil, value == nil || value == .null {
      return ("value", "is missing; kind \(kind.rawValue) needs it")
    }
    let tolerance = rule.absolute ?? rule.relative
    switch kind {
    case .exact: return nil
    case .numeric:
      if value?.numbers == nil { return ("value", "must be a number or an array of numbers") }
      if tolerance == nil { return ("rule", "needs 'absolute' or 'relative' for kind numeric") }
    case .statistical:
      if value?.number == nil { return ("value", "must be a number") }
      // What theory or a derivation gives has no error of its own.
      if stderr == nil, source.type != .theory, source.type != .derivation {
        return ("stderr", "is missing; kind statistical needs it")
      }
      if rule.resolution == nil { return ("rule.resolution", "is missing; kind statistical needs it") }
    case .published:
      if unavailable == nil, value?.numbers != nil, stderr == nil, tolerance == nil {
        return ("stderr", "is missing; a published number needs it, or 'absolute' or 'relative' in 'rule'")
      }
    case .property:
      if rule.predicate == nil { return ("rule.predicate", "is missing; kind property needs it") }
    }
    return nil
  }
}
