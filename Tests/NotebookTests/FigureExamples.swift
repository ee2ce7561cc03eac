@testable import Notebook

/// A figure small enough to be read in full.
let smallFigure = Figure(
  id: "magnetization", title: "Magnetization",
  panel: Panel(
    x: "temperature {/:Italic T}", y: Axis("{/:Italic m}", range: 0...1), legend: .topRight,
    [
      .line(x: [1, 2, 2.25], y: [0.999, 0.9113, .nan], label: "exact"),
      .points(x: [1, 2], y: [0.99, 0.1 + 0.2], label: "L = 8, \"wet\"", yError: [0.01, .nan]),
      .verticalLine(2.269, label: "{/:Italic T}_c"),
    ]))

/// Every element, axis and legend there is.
let fullFigure: Figure = {
  let five = BoxFive(q1: 1, median: 1.5, q3: 2, low: 0.5, high: 3, mean: 1.6)
  let curves = Panel(
    title: "curves `date` \"q\" \\ 50%", x: "x", y: "y",
    [
      .band(x: [0, 1, 2], low: [0, .nan, 0], high: [1, 1, 1], label: "a"),
      .line(x: [0, 1, 2], y: [1, 0, 1], label: "a", dash: .dotted),
      .points(x: [0, 1], y: [0, 1], label: "b, c", yError: [0.1, 0.2], xError: [0.1, .nan]),
      .vectors(x: [0, 1], y: [0.5, 0.5], dx: [0.2, -0.2], dy: [0, 0]).tinted(.ink),
      .verticalLine(1, label: "v"), .horizontalLine(0.3, label: "h").tinted(.faint),
      .text(x: 1, y: 0.1, Figure.plain("k_fine"), alignment: .center),
    ])
  let histogram = Panel(
    x: "q", y: Axis("count", logarithmic: true), legend: .outside,
    [.histogram(edges: [0, 1, 2, 4], counts: [3, 0, 200], label: "P(q)")])
  let horizontal = Panel(
    x: "value", y: "",
    [
      .box(at: 1, five, outliers: [4, 5], label: "one"),
      .box(at: 2, five, label: "two").tinted(.series(5)),
    ])
  let vertical = Panel(
    x: .categories(["first name", "a second and very long name", "a third and very long name"]), y: "value",
    [.box(at: 1, five, outliers: [4], label: "one", orientation: .vertical, width: 0.3)])
  let map = Panel(
    x: Axis("L", logarithmic: true), y: "T",
    [.heatMap(x: [8, 16, 32], y: [1, 2], z: [[0, 1, 2], [3, .nan, -1]], label: "C", palette: .diverging)])
  return Figure(
    id: "every-element", title: "Every element", columns: 3,
    panels: [
      curves, histogram, horizontal, vertical, map,
      Panel(title: "spins", .lattice([[1, -1, -1], [1, 1, -1]])),
    ])
}()
