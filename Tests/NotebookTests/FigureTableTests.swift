import Foundation
import Testing

@testable import Notebook

@Suite("A figure's table")
struct FigureTableTests {
  @Test("has the columns it needs, shortest exact numbers and empty fields for what is not finite")
  func text() throws {
    let text = String(decoding: try smallFigure.files().csv, as: UTF8.self)
    #expect(
      text == """
        panel,series,kind,x,y,y_error
        1,exact,line,1,0.999,
        1,exact,line,2,0.9113,
        1,exact,line,2.25,,
        1,"L = 8, 'wet'",points,1,0.99,0.01
        1,"L = 8, 'wet'",points,2,0.30000000000000004,
        1,T_c,vertical-line,2.269,,

        """)
  }

  @Test("keeps every double exactly")
  func roundTrip() throws {
    let values = [0.1, 1e-300, .pi, 1 / 3, 6.02e23, -Double.leastNonzeroMagnitude, 123_456_789.000_000_1]
    let figure = Figure(
      id: "f", title: "", panel: Panel(x: "", y: "", [.line(x: values, y: values.reversed())]))
    let lines = String(decoding: try figure.files().csv, as: UTF8.self).split(separator: "\n").dropFirst()
    let read = lines.map { $0.split(separator: ",")[3...].compactMap { Double($0) } }
    #expect(read == zip(values, values.reversed()).map { [$0, $1] })
  }

  @Test("stores equal neighbours of a lattice as one run, first row on top")
  func lattice() throws {
    let figure = Figure(id: "spins", title: "", panel: Panel(.lattice([[1, 1, -1], [-1, -1, -1]])))
    #expect(
      String(decoding: try figure.files().csv, as: UTF8.self) == """
        panel,series,kind,x_low,x_high,y_low,y_high,z
        1,lattice 1,lattice,-0.5,1.5,0.5,1.5,1
        1,lattice 1,lattice,1.5,2.5,0.5,1.5,-1
        1,lattice 1,lattice,-0.5,2.5,-0.5,0.5,-1

        """)
  }

  @Test("gives cells of a heat map borders half way, in the logarithm on a logarithmic axis")
  func cells() {
    #expect(Element.edges([0, 1, 3], logarithmic: false) == [-0.5, 0.5, 2, 4])
    let edges = Element.edges([1, 4, 16], logarithmic: true)
    for (edge, exact) in zip(edges, [0.5, 2, 8, 32]) { #expect(abs(edge / exact - 1) < 1e-14) }
  }
}
