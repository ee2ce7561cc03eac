import Foundation

/// Verdicts as JUnit XML, one suite a study, for continuous integration.
public struct JUnit: Sendable {
  let xml: String

  public init(_ reports: [(study: String, report: CheckReport)]) {
    let suites = reports.map { study, report in
      let cases = report.checks.map { check in
        let name = "    <testcase classname=\"\(Self.escape(study))\" name=\"\(Self.escape(check.id))\""
        let text = Self.escape("\(check.verdict.rawValue): \(check.message ?? "")")
        if check.isFailure { return name + "><failure message=\"\(text)\"/></testcase>" }
        let judged: Set<Verdict> = [.pass, .agrees, .tension, .disagrees]
        return judged.contains(check.verdict) ? name + "/>" : name + "><skipped message=\"\(text)\"/></testcase>"
      }
      let failures = report.checks.count(where: \.isFailure)
      return "  <testsuite name=\"\(Self.escape(study))\" tests=\"\(cases.count)\" failures=\"\(failures)\">\n"
        + cases.joined(separator: "\n") + "\n  </testsuite>"
    }
    xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suites.joined(separator: "\n"))\n</testsuites>\n"
  }

  /// - Throws: `StoreError.unwritable`.
  public func write(to url: URL) throws(StoreError) { try AtomicFile.write(Data(xml.utf8), to: url) }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
