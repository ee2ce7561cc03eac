import ArgumentParser
import Foundation
import Notebook

struct Cache: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The store of results.", discussion: "Example: kadanoff cache ls",
    subcommands: [Listing.self, Collect.self, Remove.self])

  struct Listing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ls", abstract: "What is stored.", discussion: "Example: kadanoff cache ls")

    func run() async throws {
      try await ExitStatus.reporting {
        let checkout = try Checkout.find()
        let rows = try StoreListing(checkout).items.map { item in
          [item.study, item.step, "\(item.files)", "\(item.bytes / 1024) KiB", item.inUse ? "" : "not in use"]
        }
        print(TextTable.lines(header: ["study", "step", "tasks", "size", ""], rows: rows).joined(separator: "\n"))
      }
    }
  }

  struct Collect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gc",
      abstract: "Removes results that neither the last complete run of a profile nor a stopped one uses.",
      discussion: """
        Of a profile it keeps what the last complete run used, whatever its --set said: collect before a smaller run, not
        after it. Runs of a queue that are done are no longer shown by 'status'.

        Example: kadanoff cache gc
        """)

    func run() async throws {
      try await ExitStatus.reporting {
        let checkout = try Checkout.find()
        let removed = try StoreListing(checkout).collect()
        print(
          "\(removed.folders) steps, \(removed.runs) finished runs with their logs and \(removed.leftovers) leftover files"
            + " removed, \(removed.bytes / 1024) KiB")
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rm", abstract: "Removes the stored results of a study or of one of its steps, or gives up a run.",
      discussion: """
        A run that was given up is no longer shown by 'status', and what it alone has stored goes with 'cache gc'.

        Examples:
          kadanoff cache rm mlrg
          kadanoff cache rm mlrg/trained-flows
          kadanoff cache rm mlrg-quick-1a2b3c4d
        """)

    @Argument(help: "STUDY, STUDY/STEP, or the name of a run as 'status' shows it.")
    var name: String

    func run() async throws {
      try await ExitStatus.reporting {
        let checkout = try Checkout.find()
        if let run = RunFolder.all(in: checkout).first(where: { $0.name == name }) {
          guard !run.isAtWork else { throw ParameterError("processes are at work on \(name); stop them first") }
          if run.isSubmitted, !run.isDone, let cancellation = try? await SlurmQueue.now().cancellation(of: run) {
            throw ParameterError("jobs of \(name) are in the queue; '\(cancellation)' takes them out")
          }
          run.remove()
          print("\(name) is given up")
          return
        }
        let listing = try StoreListing(checkout)
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        for run in RunFolder.all(in: checkout) where run.isAtWork {
          guard let plan = try? PlanFile.read(run.planFile), plan.study == parts.first else { continue }
          throw ParameterError("processes are at work on \(run.name); stop them first")
        }
        let chosen = listing.items.filter { $0.study == parts.first && (parts.count == 1 || $0.step == parts[1]) }
        guard !chosen.isEmpty else {
          let names =
            listing.items.flatMap { [$0.study, "\($0.study)/\($0.step)"] } + RunFolder.all(in: checkout).map(\.name)
          throw ParameterError("nothing is stored under '\(name)'\(NearestName.suggestion(for: name, among: names))")
        }
        listing.remove(chosen)
        print("\(chosen.count) steps removed")
      }
    }
  }
}
