import Testing

@testable import Notebook

@Suite("A figure's layout")
struct FigureLayoutTests {
  @Test("spreads labels without overlap and as near as possible: a colliding pair stays centred")
  func spread() {
    #expect(FigureLayout.spread([100, 110, 300], [40, 40, 40], 0...400) == [85, 125, 300])
    #expect(FigureLayout.spread([5, 6], [40, 20], 0...400) == [20, 50])
    #expect(FigureLayout.spread([395], [40], 0...400) == [380])
  }

  @Test(
    "has round ticks inside the range",
    arguments: [(0.0, 1.0), (-0.7, 0.7), (0.695, 0.895), (0, 1e9), (1e-9, 5e-9), (-3e4, 7)])
  func ticks(low: Double, high: Double) {
    for count in 2...8 {
      let ticks = Scale(low: low, high: high).ticks(atMost: count).major
      #expect((1...count + 1).contains(ticks.count))
      #expect(ticks.allSatisfy { low...high ~= $0.position })
      #expect(Set(ticks.map(\.label)).count == ticks.count)
    }
  }

  @Test("writes ticks with common decimals and powers of ten")
  func tickLabels() {
    func labels(_ low: Double, _ high: Double) -> [String] {
      Scale(low: low, high: high).ticks(atMost: 4).major.map(\.label)
    }
    #expect(labels(0.74, 0.91) == ["0.75", "0.80", "0.85", "0.90"])
    #expect(labels(-1, 1) == ["−1.0", "−0.5", "0", "0.5", "1.0"])
    #expect(labels(0, 4e9) == ["0", "1×10^{9}", "2×10^{9}", "3×10^{9}", "4×10^{9}"])
    let decades = Scale(Axis(range: 1e-3...1e2, logarithmic: true), covering: []).ticks(atMost: 8)
    #expect(decades.major.map(\.label) == ["10^{−3}", "10^{−2}", "10^{−1}", "10^{0}", "10^{1}", "10^{2}"])
  }

  @Test("puts the legend into a corner without data, else under the panel")
  func legend() {
    func place(_ x: [Double], _ y: [Double]) -> Legend {
      let axis = Axis(range: 0...1)
      let panel = Panel(x: axis, y: axis, [.line(x: x, y: y, label: "a")])
      return PanelLayout(panel, width: 720, height: 480).legend
    }
    #expect(place([0, 1], [0, 0.1]) == .topRight)
    #expect(place([0, 1], [0, 1]) == .topLeft)
    #expect(place([0, 0.5, 1], [1, 0.5, 1]) == .bottomRight)
    #expect(place([0, 1, 1, 0], [0, 1, 0, 1]) == .outside)
  }

  @Test("gives elements with one label one colour, in every panel, and one entry in the legend")
  func colours() {
    let panel = Panel(
      x: "", y: "",
      [
        .line(x: [1], y: [1], label: "a"), .line(x: [1], y: [1]),
        .band(x: [1], low: [0], high: [1], label: "a"),
        .verticalLine(1, label: "r"),
      ])
    let figure = Figure(id: "f", title: "", panels: [panel, panel])
    let colours = SeriesColours(figure)
    func colour(_ p: Int, _ e: Int) -> String { colours.colour(panel.elements[e], panel: p, index: e) }
    #expect(colour(0, 0) == colour(0, 2))
    #expect(colour(0, 0) == colour(1, 0))
    #expect(colour(0, 0) != colour(0, 1))
    #expect(colour(0, 3) == FigureStyle.ink)
    #expect(panel.legendLabels == ["a"])
  }

  @Test("reads and quotes enhanced text")
  func enhancedText() {
    #expect(EnhancedText.readable("{/:Italic k}_{fine} \\_ x") == "k_fine _ x")
    #expect(EnhancedText.quoted("a`b` \"c\"") == #""a\140b\140 \"c\"""#)
    #expect(EnhancedText.quoted("field {/:Italic h} \n") == "\"field \u{200B}{/:Italic h}\u{200B} \\n\"")
    let names = ["k_fine", "a{b}^c", "C:\\x", "a@b & c~d"]
    for name in names { #expect(EnhancedText.readable(Figure.plain(name)) == name) }
    #expect(EnhancedText.width(of: "J_{fine}") < EnhancedText.width(of: "Jfine"))
  }
}
