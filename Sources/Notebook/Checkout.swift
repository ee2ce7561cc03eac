import Foundation

/// Where the project's files are: profiles, goldens, reports and the store.
public struct Checkout: Sendable {
  public let root: URL
  /// The store, plans and runs: `.kadanoff` in the checkout, unless the environment variable `KADANOFF_STORE` names
  /// another folder.
  public let work: URL

  public init(root: URL, work: URL? = nil) {
    let named = ProcessInfo.processInfo.environment["KADANOFF_STORE"].map { URL(filePath: $0).absoluteURL }
    self.root = root
    self.work = work ?? named ?? root.appending(path: ".kadanoff")
  }

  /// The nearest folder above the working directory, or else above the executable, that has `golden/` and
  /// `studies/`. The environment variable `KADANOFF_ROOT` overrides the search.
  ///
  /// - Throws: `CheckoutError` if there is none.
  public static func find() throws(CheckoutError) -> Checkout {
    if let named = ProcessInfo.processInfo.environment["KADANOFF_ROOT"] {
      guard isRoot(URL(filePath: named)) else {
        throw CheckoutError("KADANOFF_ROOT=\(named): no golden/ and studies/ there")
      }
      return Checkout(root: URL(filePath: named).absoluteURL)
    }
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    for start in [URL(filePath: FileManager.default.currentDirectoryPath), executable] {
      var folder = start.absoluteURL
      while folder.path != "/" {
        if isRoot(folder) { return Checkout(root: folder) }
        folder = folder.deletingLastPathComponent()
      }
    }
    throw CheckoutError(
      "not inside a Kadanoff checkout (no golden/ and studies/ above the working directory); set KADANOFF_ROOT")
  }

  private static func isRoot(_ folder: URL) -> Bool {
    ["golden", "studies"].allSatisfy { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
  }

  public var golden: URL { root.appending(path: "golden") }
  public var reports: URL { root.appending(path: "reports") }
  public var store: Store { Store(folder: work.appending(path: "store")) }
  public var plans: URL { work.appending(path: "plans") }
  public var runs: URL { work.appending(path: "runs") }
  public var figures: URL { work.appending(path: "figures") }

  public func goldenFile(of study: String) -> URL { golden.appending(path: "\(study).json") }

  public func profile(_ name: String, of study: String) -> URL {
    root.appending(path: "studies/\(study)/profiles/\(name).yaml")
  }

  /// A path as a user sees it: relative to the checkout where it lies inside.
  public func relative(_ url: URL) -> String {
    let base = root.path.hasSuffix("/") ? root.path : root.path + "/"
    return url.path.hasPrefix(base) ? String(url.path.dropFirst(base.count)) : url.path
  }

  /// Names of the profiles of a study, sorted.
  public func profiles(of study: String) -> [String] {
    let folder = root.appending(path: "studies/\(study)/profiles").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }
}

/// No checkout where one is needed.
public struct CheckoutError: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
