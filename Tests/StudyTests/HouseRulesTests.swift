import Foundation
import Testing

/// Rules of the house that a compiler does not see.
@Suite struct HouseRulesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files below a folder with their imports.
  private func imports(below folder: String) throws -> [(file: String, modules: [String])] {
    let base = Self.root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted()
    try #require(!files.isEmpty, "no sources below \(folder)")
    return try files.map { name in
      let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
      let lines = text.split(separator: "\n").filter { $0.hasPrefix("import ") || $0.contains(" import ") }
      return (folder + "/" + name, lines.compactMap { $0.split(separator: " ").last.map(String.init) })
    }
  }

  @Test(
    "physics never imports the notebook",
    arguments: [
      "Sources/Lattice", "Sources/Renormalization", "Sources/Learning", "Sources/Random", "Sources/Elementary",
      "Sources/Statistics", "Sources/GSL", "studies/mlrg/Exact", "studies/mlrg/Training",
      "studies/ising-generator/Exact", "studies/ising-generator/Dreaming", "studies/ising-generator/Counting",
      "studies/ising-generator/Training", "studies/ising-generator/Ensembles", "studies/phi4-irg/Ensembles",
      "studies/spin-glass-irg/Ensembles", "studies/spin-glass-irg/Training", "studies/rbm-vs-rg/Ensembles",
    ])
  func physicsKnowsNoNotebook(folder: String) throws {
    for (file, modules) in try imports(below: folder) { #expect(!modules.contains("Notebook"), "\(file)") }
  }

  @Test(
    "the C library's transcendental functions, whose last bits vary, stay out of kernels",
    arguments: [
      "Sources/Lattice", "Sources/Renormalization", "Sources/Learning", "Sources/Elementary",
      "studies/mlrg/Training", "studies/ising-generator/Exact", "studies/ising-generator/Dreaming",
      "studies/ising-generator/Counting", "studies/ising-generator/Training", "studies/ising-generator/Ensembles",
      "studies/phi4-irg/Ensembles", "studies/spin-glass-irg/Training", "studies/rbm-vs-rg/Ensembles",
    ])
  func kernelsUseElementary(folder: String) throws {
    for (file, modules) in try imports(below: folder) {
      #expect(Set(modules).isDisjoint(with: ["Foundation", "Glibc", "Musl", "RealModule"]), "\(file)")
    }
  }

  @Test("GSL's C types stay inside the module GSL", arguments: ["Sources", "studies"])
  func onlyOneModuleSeesC(folder: String) throws {
    for (file, modules) in try imports(below: folder) where !file.hasPrefix("Sources/GSL/") {
      #expect(!modules.contains("CGSL"), "\(file)")
    }
  }
}
