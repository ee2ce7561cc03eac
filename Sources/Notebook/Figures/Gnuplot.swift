import Foundation
import Subprocess

/// The one way to gnuplot. Each drawing runs in a folder of its own, so that any number may run at once; a
/// cancelled task ends its gnuplot.
public struct Gnuplot: Sendable {
  public let executable: String

  public init(executable: String) {
    self.executable = executable
  }

  /// The program that `KADANOFF_GNUPLOT` names, else the first `gnuplot` on `PATH`.
  public static func locate() throws(GnuplotError) -> Gnuplot {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["KADANOFF_GNUPLOT"], !named.isEmpty {
      guard isProgram(named) else { throw .missing(searched: "KADANOFF_GNUPLOT=\(named)") }
      return Gnuplot(executable: named)
    }
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    for folder in folders where isProgram("\(folder)/gnuplot") {
      return Gnuplot(executable: "\(folder)/gnuplot")
    }
    throw .missing(searched: "gnuplot on PATH")
  }

  /// What the program says about itself, such as `gnuplot 5.4 patchlevel 4`.
  public func version() async throws(GnuplotError) -> String {
    let result = try await run(["--version"], in: FileManager.default.temporaryDirectory)
    guard result.succeeded else { throw .unusable(reason: result.errors) }
    return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Draws a figure.
  ///
  /// - Returns: the SVG, the same bytes as `gnuplot <id>.gp` writes in a folder with the two files.
  public func render(_ files: FigureFiles, id: String) async throws(GnuplotError) -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kadanoff-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try files.csv.write(to: folder.appending(path: "\(id).csv"))
      try files.script.write(to: folder.appending(path: "\(id).gp"))
    } catch {
      throw .unusable(reason: "cannot write to \(folder.path): \(error)")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    // -d: no start-up files of the user.
    let result = try await run(["-d", "\(id).gp"], in: folder)
    guard result.succeeded else {
      throw .failed(figure: id, message: Self.condensed(result.errors))
    }
    guard let svg = try? Data(contentsOf: folder.appending(path: "\(id).svg")), !svg.isEmpty else {
      throw .failed(figure: id, message: "it wrote no picture. \(Self.condensed(result.errors))")
    }
    return svg
  }

  private struct Outcome {
    let succeeded: Bool
    let output: String
    let errors: String
  }

  private func run(_ arguments: [String], in folder: URL) async throws(GnuplotError) -> Outcome {
    guard Self.isProgram(executable) else { throw .missing(searched: executable) }
    do {
      let result = try await Subprocess.run(
        .path(.init(executable)), arguments: .init(arguments), workingDirectory: .init(folder.path),
        output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
      return Outcome(
        succeeded: result.terminationStatus.isSuccess, output: result.standardOutput,
        errors: result.standardError)
    } catch {
      throw .unusable(reason: "\(error)")
    }
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }

  /// gnuplot repeats the script and points at the place; what counts is the line with the line number.
  static func condensed(_ errors: String) -> String {
    let lines = errors.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    let numbered = lines.filter { $0.contains(/line \d+:/) }
    return (numbered.isEmpty ? lines : numbered).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
