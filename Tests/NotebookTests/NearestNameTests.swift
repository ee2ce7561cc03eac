import Testing

@testable import Notebook

@Suite struct NearestNameTests {
  @Test(
    "the Levenshtein distance of textbook pairs, both ways",
    arguments: [
      ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("", "abc", 3), ("same", "same", 0), ("ab", "ba", 2),
    ])
  func distance(a: String, b: String, steps: Int) {
    #expect(NearestName.distance(a, b) == steps)
    #expect(NearestName.distance(b, a) == steps)
  }

  @Test("a misspelt name finds the near one, a word alone its full path, a stranger the list")
  func suggestions() {
    let known = ["training.epochs", "training.width", "five.small_width"]
    #expect(NearestName.suggestion(for: "training.epcohs", among: known) == "; did you mean 'training.epochs'?")
    #expect(NearestName.suggestion(for: "epochs", among: known) == "; did you mean 'training.epochs'?")
    #expect(
      NearestName.suggestion(for: "temperature", among: ["quick", "paper"]) == "; known: quick, paper")
    #expect(NearestName.suggestion(for: "x", among: []) == "")
    #expect(NearestName.suggestion(for: "temperature", among: (0..<20).map { "n\($0)" }) == "")
  }
}
