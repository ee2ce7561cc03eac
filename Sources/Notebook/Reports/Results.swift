import Foundation

/// `results.json`: every quantity, check and figure of a run. The same seed and parameters give the same bytes: there
/// is no time and no machine in it.
public struct Results: Codable, Sendable {
  public var schema = "results/1"
  public let study: String
  public let profile: String
  public let seed: UInt64
  public let parameters: JSONValue
  /// Sorted by id.
  public let quantities: [Quantity]
  public let checks: [Check]
  public let figures: [FigureEntry]
  public let headlines: [Headline]
  public let summary: CheckReport.Summary

  public struct FigureEntry: Codable, Sendable {
    public let id: String
    public let title: String
    public let csv: String
    public let script: String

    init(_ figure: Figure) {
      id = figure.id
      title = figure.title
      csv = "figures/\(figure.id).csv"
      script = "figures/\(figure.id).gp"
    }
  }

  /// What goldens judge of it.
  public var measured: MeasuredRun {
    MeasuredRun(study: study, profile: profile, seed: seed, parameters: parameters, quantities: quantities)
  }

  /// The results of the last plain run of a profile.
  public static func load(
    of study: String, profile: String, in checkout: Checkout
  ) throws(ResultsError) -> Results {
    let known = checkout.profiles(of: study)
    guard known.contains(profile) else {
      let nearest = NearestName.suggestion(for: profile, among: known)
      throw ResultsError("\(study) has no profile '\(profile)'\(nearest)")
    }
    var request = RunRequest()
    request.profile = profile
    return try load(request.folder(in: checkout).appending(path: "\(study)/results.json"))
  }

  /// - Throws: `ResultsError` naming the file, if it is absent or cannot be read.
  public static func load(_ url: URL) throws(ResultsError) -> Results {
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw ResultsError("\(url.path): no such file; run the study first")
    }
    do throws(JSONReader.SyntaxError) { _ = try JSONReader.read(data) } catch {
      throw ResultsError("\(url.path): line \(error.line): \(error.reason)")
    }
    do { return try CanonicalJSON.decode(Results.self, from: data) } catch {
      throw ResultsError("\(url.path): not a results file of this version")
    }
  }
}

/// A results file that cannot be used: one line with its name.
public struct ResultsError: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description.onOneLine }
}
