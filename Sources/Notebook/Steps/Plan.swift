import Foundation

/// What would run: every step that some chapters need, in an order in which each comes after what it needs,
/// with its key.
///
/// The key is the SHA-256 of the canonical JSON of the study's and the step's name, revision, parameters, the keys
/// of the upstream steps, the number of tasks and, if the step draws random numbers, the seed. Nothing has to
/// run for it to be known.
public struct Plan: Sendable {
  /// One step of the plan with its keys.
  public struct Entry: Sendable {
    let node: StepNode
    /// Identity of the whole result: what downstream keys are made of.
    public let key: String
    /// Where the tasks are stored: the same without the number of tasks, so that more tasks keep the old ones.
    public let folder: String
    public let record: Record

    public var name: String { node.name }
    public var taskCount: Int { node.taskCount }
  }

  /// What a key is made of, kept beside the results so that a later plan can say what changed.
  public struct Record: Codable, Sendable, Hashable {
    public let study: String
    public let step: String
    public let revision: Int
    public let parameters: JSONValue
    public let needs: [String: String]
    public let tasks: Int
    public let seed: UInt64?
  }

  public let study: String
  public let seed: UInt64
  public let entries: [Entry]

  /// - Throws: `RunError.duplicateStep` if two different steps of the study share a name.
  init(study: String, seed: UInt64, steps: [StepNode]) throws {
    self.study = study
    self.seed = seed
    var entries: [Entry] = []
    var index: [String: Int] = [:]

    func add(_ node: StepNode) throws -> String {
      var needs: [String: String] = [:]
      for upstream in node.needs { needs[upstream.name] = try add(upstream) }
      let record = Record(
        study: study, step: node.name, revision: node.revision, parameters: node.parameters, needs: needs,
        tasks: node.taskCount, seed: node.usesRandom ? seed : nil)
      let key = try CanonicalJSON.digest(record)
      if let known = index[node.name] {
        guard entries[known].key == key else { throw RunError.duplicateStep(study: study, step: node.name) }
        return key
      }
      let single = Record(
        study: study, step: node.name, revision: node.revision, parameters: node.parameters, needs: needs,
        tasks: node.isArray ? 0 : 1, seed: record.seed)
      index[node.name] = entries.count
      entries.append(Entry(node: node, key: key, folder: try CanonicalJSON.digest(single), record: record))
      return key
    }
    for step in steps { _ = try add(step) }
    self.entries = entries
  }

  /// The given steps and every step that needs one of them, directly or through others.
  func dependents(of names: Set<String>) -> Set<String> {
    guard !names.isEmpty else { return [] }
    return entries.reduce(into: names) { all, entry in
      if entry.node.needs.contains(where: { all.contains($0.name) }) { all.insert(entry.name) }
    }
  }
}

extension Plan.Record {
  /// One line for every ingredient that differs: `training.epochs 4096 → 2048`.
  public func changes(since old: Plan.Record) -> [String] {
    var lines: [String] = []
    if revision != old.revision { lines.append("revision \(old.revision) → \(revision)") }
    if seed != old.seed {
      let texts = [old.seed, seed].map { $0.map(String.init) ?? "none" }
      lines.append("seed \(texts[0]) → \(texts[1])")
    }
    let before = Dictionary(old.parameters.deepLeaves.map { ($0.path, $0.value) }) { first, _ in first }
    let after = Dictionary(parameters.deepLeaves.map { ($0.path, $0.value) }) { first, _ in first }
    for path in Set(before.keys).union(after.keys).sorted() where before[path] != after[path] {
      let name = path.isEmpty ? "parameters" : path
      lines.append("\(name) \(text(before[path])) → \(text(after[path]))")
    }
    if tasks != old.tasks { lines.append("tasks \(old.tasks) → \(tasks)") }
    for name in Set(needs.keys).union(old.needs.keys).sorted() where needs[name] != old.needs[name] {
      lines.append("needs '\(name)', which changed")
    }
    return lines
  }

  private func text(_ value: JSONValue?) -> String {
    guard let value, let data = try? CanonicalJSON.encode(value) else { return "unset" }
    return String(decoding: data, as: UTF8.self)
  }
}
