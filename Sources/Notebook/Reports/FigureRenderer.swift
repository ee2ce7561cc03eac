import Foundation

/// Renders figures with gnuplot and keeps the pictures by the digest of data, script and gnuplot's version, so that an
/// unchanged figure costs nothing.
struct FigureRenderer: Sendable {
  private let gnuplot: Gnuplot
  private let cache: Store
  private let progress: Progress

  /// - Throws: `GnuplotError.missing` if there is no gnuplot.
  init(cache: Store, progress: Progress) throws(GnuplotError) {
    gnuplot = try Gnuplot.locate()
    self.cache = cache
    self.progress = progress
  }

  /// The pictures by path relative to the report's folder.
  func render(_ figures: [Figure]) async throws -> [String: Data] {
    guard !figures.isEmpty else { return [:] }
    let version = try await gnuplot.version()
    return try await withThrowingTaskGroup(of: (String, Data).self) { group in
      for figure in figures {
        group.addTask { ("figures/\(figure.id).svg", try await picture(of: figure, version: version)) }
      }
      var pictures: [String: Data] = [:]
      for try await (path, data) in group { pictures[path] = data }
      return pictures
    }
  }

  private func picture(of figure: Figure, version: String) async throws -> Data {
    let files = try figure.files()
    let digest = CanonicalJSON.sha256(Data(version.utf8) + files.script + files.csv)
    do {
      if let known = try cache.load(digest, task: 0) { return known.payload }
    } catch {
      progress.note("figure \(figure.id): \(error); it is drawn again")
    }
    let picture = try await gnuplot.render(files, id: figure.id)
    try cache.save(Store.Item(payload: picture, sources: "", cpuSeconds: 0), digest, task: 0)
    return picture
  }
}
