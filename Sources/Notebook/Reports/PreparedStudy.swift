import Foundation

/// A study with its parameters read and its plan made: everything that is known before anything runs.
public struct PreparedStudy: Sendable {
  public let type: any Study.Type
  public let request: RunRequest
  public let parameters: JSONValue
  public let specs: [ParameterSpec]
  /// The chapters asked for, in reading order.
  public let chapters: [Chapter]
  public let plan: Plan
  let checkout: Checkout
  let sources: SourceFingerprint
  /// Whether the profile still says what a frozen run was made from.
  private var isCurrent = true

  public var name: String { type.card.name }

  /// - Throws: `ParameterError` for a bad profile, key, value or chapter; `RunError` for a faulty study.
  public init(_ type: any Study.Type, _ request: RunRequest, in checkout: Checkout) throws {
    try self.init(type, request, Self.source(type.card.name, request, checkout), in: checkout)
  }

  /// A run as its plan froze it.
  ///
  /// - Throws: `PlanFileError` if the code would compute something else, `ParameterError` for parameters that it
  ///   does not know.
  public init(_ type: any Study.Type, _ plan: PlanFile, in checkout: Checkout) throws {
    let source = ParameterSource(tree: plan.parameters, name: "plan of \(plan.study)")
    try self.init(type, plan.request, source, in: checkout)
    let mine = PlanFile(self).steps
    guard mine == plan.steps else {
      let changed = zip(mine, plan.steps).first { $0 != $1 }?.1.name ?? "the number of steps"
      throw PlanFileError(
        "this program would compute something else than the plan of \(plan.study) says (\(changed) differs);"
          + " submit the run again")
    }
    let now = try? PreparedStudy(type, plan.request, in: checkout)
    isCurrent = now?.plan.entries.map(\.key) == self.plan.entries.map(\.key)
  }

  private init(
    _ type: any Study.Type, _ request: RunRequest, _ source: ParameterSource, in checkout: Checkout
  ) throws {
    self.type = type
    self.request = request
    self.checkout = checkout
    let reader = ParameterReader(source)
    let study = try type.init(reader)
    try reader.checkForUnknownKeys()
    parameters = reader.resolved
    specs = reader.specs
    chapters = try Self.select(request.only, from: study.chapters, study: type.card.name)
    sources = SourceFingerprint(folders: type.card.sources, root: checkout.root)
    plan = try Plan(
      study: type.card.name, seed: request.seed ?? RunRequest.standardSeed, steps: chapters.flatMap(\.needs))
    for name in request.rerun where !plan.entries.contains(where: { $0.name == name }) {
      let nearest = NearestName.suggestion(for: name, among: plan.entries.map(\.name))
      throw ParameterError("--rerun \(name): no such step in \(type.card.name)\(nearest)")
    }
  }

  /// Every parameter of a study with its default.
  public static func declareAll(_ type: any Study.Type) throws -> [ParameterSpec] {
    let reader = ParameterReader(ParameterSource())
    _ = try type.init(reader)
    return reader.specs
  }

  public var status: PlanStatus {
    PlanStatus(of: plan, in: checkout.store, last: lastPlan, sources: sources)
  }

  var lastPlan: LastPlan {
    LastPlan(study: name, profile: request.profile, isPlain: request.isPlain && isCurrent, folder: checkout.plans)
  }

  /// The folder the report goes to.
  public var reportFolder: URL { request.folder(in: checkout).appending(path: name) }

  private static func source(
    _ study: String, _ request: RunRequest, _ checkout: Checkout
  ) throws(ParameterError) -> ParameterSource {
    let url = checkout.profile(request.profile, of: study)
    guard let data = FileManager.default.contents(atPath: url.path) else {
      let known = checkout.profiles(of: study)
      let nearest = NearestName.suggestion(for: request.profile, among: known)
      throw ParameterError("\(study) has no profile '\(request.profile)'\(nearest)")
    }
    var source = try ParameterSource(
      yaml: String(decoding: data, as: UTF8.self), name: checkout.relative(url))
    for assignment in request.assignments { try source.set(assignment) }
    return source
  }

  private static func select(
    _ only: [String], from chapters: [Chapter], study: String
  ) throws(ParameterError) -> [Chapter] {
    guard !only.isEmpty else { return chapters }
    var wanted: Set<String> = []
    for name in only {
      let slug = Chapter(name) { _ in }.slug
      guard chapters.contains(where: { $0.slug == slug }) else {
        let nearest = NearestName.suggestion(for: slug, among: chapters.map(\.slug))
        throw ParameterError("--only \(name): \(study) has no such chapter\(nearest)")
      }
      wanted.insert(slug)
    }
    return chapters.filter { wanted.contains($0.slug) }
  }
}
