/// What can go wrong while a plan is made or run.
public enum RunError: Error, Sendable, CustomStringConvertible {
  case duplicateStep(study: String, step: String)
  case missingValue(step: String)
  case otherType(step: String, revision: Int)
  case duplicateID(study: String, of: String, id: String)
  case taskFailed(study: String, step: String, task: Int, reason: String)
  /// A task was asked for before the results that it needs were there: damaged and absent ones of a step.
  case notReady(study: String, step: String, missing: Int, tasks: Int)
  /// A result that a task needs will not come: what happened to it.
  case upstreamFailed(study: String, step: String, task: Int, reason: String)
  case chapterFailed(study: String, chapter: String, reason: String)

  public var description: String {
    switch self {
    case .duplicateStep(let study, let step):
      "\(study): two different steps are called '\(step)'; step names must be unique within a study"
    case .missingValue(let step):
      "step '\(step)' was asked for its value before it ran"
    case .otherType(let step, let revision):
      "the stored result of step '\(step)' is not of its present type; raise its revision (now \(revision))"
        + " or use --rerun \(step)"
    case .duplicateID(let study, let thing, let id):
      "\(study): two \(thing) have the id '\(id)'; ids must be unique within a study"
    case .taskFailed(let study, let step, let task, let reason):
      "\(study)/\(step), task \(task): \(reason)"
    case .notReady(let study, let step, let missing, let tasks):
      "\(study)/\(step): \(missing) of \(tasks) tasks are not stored yet; try again later, or wait longer (--wait)"
    case .upstreamFailed(let study, let step, let task, let reason):
      "needs \(study)/\(step), whose task \(task) failed (\(reason))"
    case .chapterFailed(let study, let chapter, let reason):
      "\(study), chapter '\(chapter)': \(reason)"
    }
  }
}
