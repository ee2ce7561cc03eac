import Foundation
import FoundationXML
import Testing

@testable import Notebook

/// Verdicts as continuous integration reads them.
@Suite struct ReportJUnitTests {
  /// Counts elements and collects attributes.
  final class Counter: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var names: [String] = []
    var failure = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      counts[element, default: 0] += 1
      if element == "testcase" { names.append(attributes["name"] ?? "") }
      if element == "failure" { failure = attributes["message"] ?? "" }
      if element == "testsuite" { counts["announced failures", default: 0] += Int(attributes["failures"] ?? "") ?? 0 }
    }
  }

  @Test("one case a check; failures are failures, undecided ones are skipped, and the XML is well formed")
  func xml() throws {
    let checks = [
      Check(id: "a/<&\">", kind: .exact, verdict: .fail, value: nil, reference: nil, message: "1 < 2 & \"3\""),
      Check(id: "b", kind: .exact, verdict: .pass, value: nil, reference: nil),
      Check(id: "c", kind: .statistical, verdict: .inconclusive, value: nil, reference: nil),
      Check(id: "d", kind: .published, verdict: .disagrees, value: nil, reference: nil, knownDifference: "why"),
      Check(id: "e", kind: .published, verdict: .disagrees, value: nil, reference: nil),
      Check(id: "f", kind: nil, verdict: .new, value: nil, reference: nil),
    ]
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "sub/junit.xml")
    try JUnit([("toy", CheckReport(checks: checks, family: 0, tooGood: nil))]).write(to: url)
    let counter = Counter()
    let parser = XMLParser(data: try Data(contentsOf: url))
    parser.delegate = counter
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(counter.names == checks.map(\.id))
    #expect(counter.counts["failure"] == 2 && counter.counts["skipped"] == 2)
    #expect(counter.counts["announced failures"] == 2)
    #expect(counter.failure.contains("FAIL: 1 < 2 & \"3\"") || counter.failure.contains("DISAGREES"))
  }
}
