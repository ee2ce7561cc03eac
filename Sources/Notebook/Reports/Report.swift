import Foundation

/// A study's report as files: `README.md`, `results.json`, and CSV and script of every figure.
struct Report {
  let study: PreparedStudy
  let pages: [Page]
  let goldens: GoldenFile
  let checks: CheckReport

  /// The files by path relative to the report's folder; pictures are rendered elsewhere.
  func files() throws -> [String: Data] {
    try checkIDs("quantities", pages.flatMap(\.quantities).map(\.id))
    try checkIDs("figures", pages.flatMap(\.figures).map(\.id))
    var files: [String: Data] = [:]
    for figure in pages.flatMap(\.figures) {
      let parts = try figure.files()
      files["figures/\(figure.id).csv"] = parts.csv
      files["figures/\(figure.id).gp"] = parts.script
    }
    files["README.md"] = Data(markdown.utf8)
    files["results.json"] = try CanonicalJSON.encode(results, pretty: true)
    return files
  }

  /// - Throws: `RunError.duplicateID` for the first id that occurs twice.
  private func checkIDs(_ thing: String, _ ids: [String]) throws(RunError) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      throw RunError.duplicateID(study: study.name, of: thing, id: id)
    }
  }

  var results: Results {
    Results(
      study: study.name, profile: study.request.profile, seed: study.plan.seed, parameters: study.parameters,
      quantities: pages.flatMap(\.quantities).sorted { $0.id < $1.id }, checks: checks.checks,
      figures: pages.flatMap(\.figures).map { Results.FigureEntry($0) },
      headlines: study.type.headlines, summary: checks.summary)
  }

  private var markdown: String {
    let card = study.type.card
    var parts = ["# \(card.title)", card.summary]
    parts.append(
      card.papers.map { "- \($0.authors), *\($0.title)*, \($0.reference)" }.joined(separator: "\n"))
    parts.append(
      "Profile `\(study.request.profile)`, seed \(study.plan.seed). Numbers: [results.json](results.json)"
        + " · how they were made: [provenance.json](provenance.json) · again: `\(study.request.command(for: study.name))`"
    )
    parts.append(overview)
    for (number, page) in pages.enumerated() {
      parts.append("## \(number + 1). \(page.chapter)")
      parts.append(contentsOf: page.items.map(render))
      if let numbers = numbers(of: page) { parts.append(numbers) }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func render(_ item: Page.Item) -> String {
    switch item {
    case .text(let markdown): Mathematics.onOneLine(markdown)
    case .table(let table): table.markdown
    case .figure(let figure):
      "![\(figure.title)](figures/\(figure.id).svg)\n\n**\(figure.title).** \(figure.caption)"
        + " ([data](figures/\(figure.id).csv) · [script](figures/\(figure.id).gp))"
    }
  }

  /// The verdicts in one table, and every check that did not pass by name.
  private var overview: String {
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = checks.checks.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    var lines = [
      "**Checks against the reference numbers:** \(counts.joined(separator: " · ")). "
        + "[How the verdicts are made](../README.md#how-to-read-the-verdicts)."
    ]
    if let tooGood = checks.tooGood { lines.append(tooGood) }
    let notable: Set<Verdict> = [.fail, .inconclusive, .missing, .stale, .tension, .disagrees]
    let rows = checks.checks.filter { notable.contains($0.verdict) }.map { check in
      [
        "`\(check.id)`", "\(check.verdict.rawValue)", value(of: check), shown(check.reference),
        explanation(check),
      ]
    }
    if !rows.isEmpty {
      lines.append(
        Table(columns: ["not simply passed", "verdict", "this run", "reference", "why"], rows: rows).markdown)
    }
    return lines.joined(separator: "\n\n")
  }

  /// A measured value with its error, if the quantity has one.
  private func value(of check: Check) -> String {
    pages.lazy.flatMap(\.quantities).first { $0.id == check.id }?.shown ?? shown(check.value)
  }

  private func explanation(_ check: Check) -> String {
    [check.z.map { String(format: "z = %.1f", $0) }, check.message, check.knownDifference].compactMap(\.self)
      .joined(separator: "; ")
  }

  private func numbers(of page: Page) -> String? {
    guard !page.listed.isEmpty else { return nil }
    let verdicts = Dictionary(checks.checks.map { ($0.id, $0) }) { first, _ in first }
    let references = Dictionary(goldens.entries.map { ($0.id, $0) }) { first, _ in first }
    let quantities = Dictionary(page.quantities.map { ($0.id, $0) }) { first, _ in first }
    let rows = page.listed.compactMap { quantities[$0] }.map { quantity in
      let unit = quantity.unit.map { " " + $0 } ?? ""
      return [
        "`\(quantity.id)`", quantity.symbol, quantity.shown + unit, references[quantity.id]?.shown ?? "",
        verdicts[quantity.id].map { $0.verdict == .new ? "" : $0.verdict.rawValue } ?? "",
      ]
    }
    return "<details><summary>Numbers of this chapter</summary>\n\n"
      + Table(columns: ["id", "symbol", "this run", "reference", "verdict"], rows: rows).markdown
      + "\n\n</details>"
  }

  private func shown(_ value: JSONValue?) -> String { value.map { NumberText.text($0) } ?? "" }
}

extension Page {
  var figures: [Figure] {
    items.compactMap { item in if case .figure(let figure) = item { figure } else { nil } }
  }
}
