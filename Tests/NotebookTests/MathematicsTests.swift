import Testing

@testable import Notebook

@Suite struct MathematicsTests {
  @Test("an inline formula never spans lines; everything else keeps its lines", arguments: [
    ("larger by $b = \\sqrt\n2$, and\nmore", "larger by $b = \\sqrt 2$, and\nmore"),
    ("$$a\n= b$$\nand $c\nd$", "$$a\n= b$$\nand $c d$"),
    ("`$x\ny` and\nz", "`$x\ny` and\nz"),
    ("no formula\nat all", "no formula\nat all"),
  ])
  func formulasStayTogether(text: String, expected: String) {
    #expect(Mathematics.onOneLine(text) == expected)
  }
}
