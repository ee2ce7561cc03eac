import Foundation
import Testing

@testable import Notebook

@Suite("gnuplot", .timeLimit(.minutes(20)))
struct GnuplotTests {
  @Test("draws every element, the same bytes each time, from several threads at once")
  func everyElement() async throws {
    let gnuplot = try Gnuplot.locate()
    let files = try fullFigure.files()
    #expect(try fullFigure.files() == files)
    let pictures = try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<6 { group.addTask { try await gnuplot.render(files, id: "every-element") } }
      return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
    }
    #expect(pictures.count == 1)
    let svg = String(decoding: try #require(pictures.first), as: UTF8.self)
    #expect(svg.contains("<title>every_element</title>"))
    for text in ["curves", "`date`", "P(q)", "k_fine", "spins", "50%"] { #expect(svg.contains(text)) }
  }

  @Test("gives the same picture to a user who runs the script in a folder with the table")
  func standalone() async throws {
    let gnuplot = try Gnuplot.locate()
    let files = try smallFigure.files()
    let folder = FileManager.default.temporaryDirectory.appending(path: "figure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try files.csv.write(to: folder.appending(path: "magnetization.csv"))
    try files.script.write(to: folder.appending(path: "magnetization.gp"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: gnuplot.executable)
    process.arguments = ["magnetization.gp"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let svg = try Data(contentsOf: folder.appending(path: "magnetization.svg"))
    #expect(try await gnuplot.render(files, id: "magnetization") == svg)
  }

  @Test("says its version")
  func version() async throws {
    #expect(try await Gnuplot.locate().version().hasPrefix("gnuplot "))
  }

  @Test("is asked for by name where it is missing")
  func missing() async throws {
    let gnuplot = Gnuplot(executable: "/nowhere/gnuplot")
    let files = try smallFigure.files()
    await #expect(throws: GnuplotError.missing(searched: "/nowhere/gnuplot")) {
      try await gnuplot.render(files, id: "magnetization")
    }
    #expect("\(GnuplotError.missing(searched: "PATH"))".contains("apt-get install gnuplot-nox"))
  }

  @Test("reports a refused script in one line")
  func failure() async throws {
    let files = FigureFiles(csv: Data(), script: Data("set xrange [0:1]\nplot nonsense(x)\n".utf8))
    let gnuplot = try Gnuplot.locate()
    let error = await #expect(throws: GnuplotError.self) { try await gnuplot.render(files, id: "bad") }
    #expect(
      error?.description
        == "gnuplot could not draw figure \"bad\": \"bad.gp\" line 2: undefined function: nonsense")
  }

  /// A program in place of gnuplot.
  private func program(_ commands: String) throws -> URL {
    let program = FileManager.default.temporaryDirectory.appending(path: "program-\(UUID().uuidString)")
    try Data("#!/bin/sh\n\(commands)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return program
  }

  @Test("ends with the task that asked for it")
  func cancellation() async throws {
    let files = try smallFigure.files()
    let program = try program("exec sleep 1000")
    defer { try? FileManager.default.removeItem(at: program) }
    let drawing = Task { try await Gnuplot(executable: program.path).render(files, id: "magnetization") }
    try await Task.sleep(for: .milliseconds(200))
    drawing.cancel()
    let error = await #expect(throws: GnuplotError.self) { try await drawing.value }
    // A program that ends by itself is blamed for that. No clock: a busy machine may take minutes to get here.
    #expect(error?.description.contains("it wrote no picture") == false)
  }

  @Test("leaves nothing behind")
  func temporaryFiles() async throws {
    let files = try smallFigure.files()
    let program = try program("pwd >&2; exit 1")
    defer { try? FileManager.default.removeItem(at: program) }
    let gnuplot = Gnuplot(executable: program.path)
    let error = await #expect(throws: GnuplotError.self) {
      try await gnuplot.render(files, id: "magnetization")
    }
    guard case .failed(_, let folder)? = error else {
      Issue.record("a program that fails has drawn")
      return
    }
    #expect(folder.contains("kadanoff-"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
