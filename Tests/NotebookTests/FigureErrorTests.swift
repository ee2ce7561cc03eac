import Testing

@testable import Notebook

@Suite("A figure that cannot be drawn")
struct FigureErrorTests {
  private func message(id: String = "flow", _ panels: [Panel]) -> String {
    do throws(FigureError) {
      _ = try Figure(id: id, title: "", panels: panels).files()
      return "no error"
    } catch {
      return error.description
    }
  }

  private func message(_ element: Element, x: Axis = "", y: Axis = "") -> String {
    message([Panel(x: x, y: y, [.text(x: 1, y: 1, "")]), Panel(x: x, y: y, [element])])
  }

  @Test("says in one line which figure, panel and series is at fault, and what is allowed")
  func counts() {
    #expect(
      message(.points(x: [1, 2], y: [1], label: "C{/:Italic D}"))
        == "figure \"flow\", panel 2, series \"CD\": y has 1 values, but x asks for 2")
    #expect(
      message(.histogram(edges: [0, 1], counts: [1, 2]))
        == "figure \"flow\", panel 2, series \"histogram 1\": "
        + "edges has 2 values, but a histogram of 2 counts asks for 3")
  }

  @Test(
    "refuses data that show nothing",
    arguments: [
      Element.line(x: [], y: []), .points(x: [1, .nan], y: [.nan, 1]), .band(x: [1], low: [.nan], high: [1]),
      .heatMap(x: [1, 2], y: [1, 2], z: [[.nan, .nan], [.nan, .nan]]), .verticalLine(.infinity),
      .lattice([]), .text(x: .nan, y: 0, ""),
    ])
  func nothing(element: Element) {
    #expect(message(element).hasSuffix("no finite values; at least one is needed"))
  }

  @Test(
    "refuses values ≤ 0 on a logarithmic axis",
    arguments: [Element.points(x: [1, 2], y: [1, 0]), .line(x: [1], y: [-1]), .horizontalLine(0)])
  func logarithmic(element: Element) {
    let end = "values ≤ 0 on the logarithmic y axis; only positive ones can be shown"
    #expect(message(element, y: Axis(logarithmic: true)).hasSuffix(end))
    #expect(message(element) == "no error")
  }

  @Test("refuses the empty figure, bad names, ranges, orders and errors")
  func others() {
    let good = Panel(x: "", y: "", [.text(x: 1, y: 1, "")])
    #expect(message([]) == "figure \"flow\": there are no panels; at least one is needed")
    #expect(message([Panel(x: "", y: "", [])]).contains("panel 1: there is nothing in it"))
    for id in ["", "Flow", "a b", "../x", "-x", "ü"] {
      #expect(message(id: id, [good]).contains("not a file name stem"))
    }
    #expect(message(id: "k-fine-2", [good]) == "no error")
    #expect(message(.line(x: [1], y: [1]), x: Axis(range: 1...1)).contains("the range of x is empty"))
    #expect(
      message(.histogram(edges: [0, 0, 1], counts: [1, 1])).contains("edges must be strictly increasing"))
    #expect(message(.points(x: [1], y: [1], yError: [-1])).contains("y error has negative values"))
    let box = BoxFive(q1: 0, median: .nan, q3: 1, low: 0, high: 1)
    #expect(message(.box(at: 1, box)).contains("the numbers of a box must be finite"))
    #expect(
      message([Panel(x: "", y: "", [.lattice([[1]]), .lattice([[1]])])]).contains("one colour scale"))
  }

  @Test("is not one where labels repeat or single values are missing")
  func allowed() {
    let twice: [Element] = [.line(x: [1, 2], y: [1, 2], label: "a"), .points(x: [1], y: [1], label: "a")]
    #expect(message([Panel(x: "", y: "", twice)]) == "no error")
    #expect(message(.line(x: [1, 2, .nan], y: [1, .infinity, 3])) == "no error")
  }
}
