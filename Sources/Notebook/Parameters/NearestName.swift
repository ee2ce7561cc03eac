/// Finds what a user may have meant.
public enum NearestName {
  /// `"; did you mean 'quick'?"`, or a list of all names if there are few and none is near, or nothing.
  public static func suggestion(for name: String, among known: [String]) -> String {
    let ranked = known.map { ($0, distance(name, $0)) }.min { $0.1 < $1.1 }
    if let (nearest, steps) = ranked, steps <= max(2, name.count / 3) { return "; did you mean '\(nearest)'?" }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    if let same = known.first(where: { $0.split(separator: ".").last.map(String.init) == last }) {
      return "; did you mean '\(same)'?"
    }
    if known.count <= 12, !known.isEmpty { return "; known: \(known.joined(separator: ", "))" }
    return ""
  }

  /// Levenshtein distance: insertions, deletions and replacements that turn one text into the other.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
