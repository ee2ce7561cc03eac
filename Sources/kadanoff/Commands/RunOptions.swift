import ArgumentParser
import Foundation
import Notebook

/// What `plan`, `run` and `submit` have in common.
struct RunOptions: ParsableArguments {
  @Argument(help: "Studies by name; all of them if none is given.")
  var studies: [String] = []

  @Option(name: .shortAndLong, help: "smoke, quick or paper.")
  var profile = "quick"

  @Option(name: .customLong("set"), help: "Replace one parameter, key=value; may be repeated.")
  var assignments: [String] = []

  @Option(help: "Only this chapter and the steps it needs; may be repeated.")
  var only: [String] = []

  @Option(help: "Seed of the random streams.")
  var seed: UInt64?

  /// - Throws: `ParameterError` for unknown studies, profiles, parameters and chapters.
  func prepare(_ adjust: (inout RunRequest) -> Void = { _ in }) throws -> [PreparedStudy] {
    var request = RunRequest()
    request.profile = profile
    request.assignments = assignments
    request.only = only
    request.seed = seed
    adjust(&request)
    let checkout = try Checkout.find()
    return try Catalogue.select(studies).map { try PreparedStudy($0, request, in: checkout) }
  }
}
