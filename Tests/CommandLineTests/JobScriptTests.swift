import Foundation
import Testing

/// What is handed to Slurm, with stand-ins for its commands.
@Suite(.timeLimit(.minutes(20))) struct JobScriptTests {
  /// A scene whose `sbatch` runs every element of an array at once in this process' place, in order of submission.
  static func scene(sbatch extra: String = "") throws -> Scene {
    var scene = try Scene()
    let files = [
      "sbatch": """
      [ "$1" = --version ] && echo slurm && exit
      id=$(($(cat "$BIN/last" 2>/dev/null || echo 100) + 1)); echo $id >"$BIN/last"; echo $id
      echo "$*" >>"$BIN/calls"
      \(extra)
      for word; do case $word in
        --job-name=*) SLURM_JOB_NAME=${word#*=} ;; --array=*) array=${word#*=} ;;
        --output=*) output=${word#*=} ;; --*) ;; *) break ;; esac; shift; done
      export SLURM_JOB_NAME SLURM_ARRAY_JOB_ID=$id SLURM_JOB_ID=$id
      for element in $(echo $array | tr , ' '); do
        for SLURM_ARRAY_TASK_ID in $(seq ${element%-*} ${element#*-}); do
          log=$(echo "$output" | sed "s/%x/$SLURM_JOB_NAME/; s/%A/$id/; s/%a/$SLURM_ARRAY_TASK_ID/")
          export SLURM_ARRAY_TASK_ID; sh "$@" >/dev/null 2>>"$log" || echo $? >>"$BIN/codes"
        done
      done
      """,
      "squeue": "[ \"$1\" = --version ] && echo slurm && exit; [ -f \"$BIN/queue\" ] && cat \"$BIN/queue\"; exit 0",
      "scontrol": "echo \"$*\" >>\"$BIN/scontrol-calls\"; echo 'MaxArraySize            = 3'",
      "scancel": "echo \"$*\" >>\"$BIN/cancelled\"",
    ]
    for (name, text) in files {
      try scene.write("#!/bin/sh\n\(text)\n", to: "bin/\(name)")
      chmod(scene.root.appending(path: "bin/\(name)").path, 0o755)
    }
    scene.environment["BIN"] = scene.root.appending(path: "bin").path
    scene.environment["PATH"] =
      scene.environment["BIN"]! + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    return scene
  }

  func read(_ name: String, _ scene: Scene) -> String {
    (try? String(contentsOf: scene.root.appending(path: "bin/\(name)"), encoding: .utf8)) ?? ""
  }

  static let submit = ["submit", "mlrg", "--profile", "smoke", "--engine", "slurm", "--time", "5"]

  @Test("the arrays, run in order, give the same bytes as a run")
  func sameBytes() async throws {
    let (reference, expected) = try await Scene.finished.value
    let scene = try Self.scene()
    let outcome = try await scene(Self.submit)
    #expect(outcome.code == 0 && outcome.output.contains("job arrays, report by job"), "\(outcome.errors)")
    #expect(try scene.reportBytes() == reference.reportBytes())
    #expect(read("codes", scene) == (expected.code == 0 ? "" : "\(expected.code ?? -1)\n"))
    // Arrays are no longer than the cluster's limit.
    let elements = read("calls", scene).matches(of: /--array=([0-9,-]+)/).map(\.1.description)
    #expect(elements.count > 20 && elements.allSatisfy { $0.allSatisfy { "012,-".contains($0) } })
    #expect(try await scene(["status", "mlrg", "--runs"]).output.contains("done, its report is written"))
    #expect(try await scene(["cache", "gc"]).code == 0)
    #expect(try await scene(["status", "mlrg", "--runs"]).output == "no run is under way or stopped\n")
  }

  @Test("a run that is in the queue is not submitted twice")
  func twice() async throws {
    let scene = try Self.scene(sbatch: "exit 0")
    #expect(try await scene(Self.submit).code == 0)
    try scene.write("101 0 PENDING Priority\n102 0 PENDING Dependency\n", to: "bin/queue")
    let status = try await scene(["status", "mlrg", "--runs"]).output
    #expect(status.contains("in the queue: 1 pending (Priority), 1 pending (Dependency)"), "\(status)")
    expectOneLine(try await scene(Self.submit), code: 2, "is in the queue; 'kadanoff status' shows it, 'scancel {101..")
    try scene.write("", to: "bin/queue")
    let lost = try await scene(["status", "mlrg", "--runs"]).output
    #expect(lost.contains("besides: kadanoff submit mlrg --profile smoke --engine slurm\n"))
    #expect(try await scene(Self.submit).code == 0)
  }

  @Test("what sbatch refuses is one line, and what was queued before is cancelled")
  func refused() async throws {
    let scene = try Self.scene(
      sbatch: "[ $id -lt 104 ] || { echo 'sbatch: error: Invalid account' >&2; exit 1; }; exit 0")
    let outcome = try await scene(Self.submit)
    expectOneLine(outcome, code: 2, "sbatch refused mlrg.", "Invalid account")
    #expect(read("cancelled", scene) == "101 102 103\n")
  }

  @Test("a submission that is interrupted takes back what it has queued", arguments: ["INT", "TERM"])
  func interrupted(signal: String) async throws {
    let scene = try Self.scene(sbatch: "sleep 0.1; exit 0")
    let outcome = try await scene.shell(
      """
      "$@" & pid=$!
      while [ "$(cat "$BIN/last" 2>/dev/null || echo 0)" -lt 103 ]; do kill -0 $pid || break; sleep 0.02; done
      kill -\(signal) $pid; wait $pid; echo code $?
      """, Self.submit)
    #expect(outcome.output == "code 75\n" && outcome.errors == "interrupted: no job of mlrg is queued\n", "\(outcome)")
    let last = try #require(Int(read("last", scene).trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(read("cancelled", scene) == (101...last).map { "\($0)" }.joined(separator: " ") + "\n")
    #expect(try await scene(["status", "mlrg", "--runs"]).output == "no run is under way or stopped\n")
  }

  @Test("of several submissions of a run at once one is queued, and the run knows all jobs")
  func atOnce() async throws {
    let scene = try Self.scene(sbatch: "sleep 0.01; exit 0")
    async let first = scene(Self.submit)
    async let second = scene(Self.submit)
    async let third = scene(Self.submit)
    let outcomes = try await [first, second, third].sorted { ($0.code ?? 0) < ($1.code ?? 0) }
    // Without jobs in the queue the second may begin once the first has ended.
    #expect(outcomes[0].code == 0, "\(outcomes)")
    for outcome in outcomes.dropFirst() where outcome.code != 0 {
      expectOneLine(outcome, code: 2, "another process is submitting mlrg-smoke-")
    }
    // Jobs of two submissions that overlap would not be numbered without gaps.
    let accepted = outcomes.count { $0.code == 0 }
    let last = try #require(Int(read("last", scene).trimmingCharacters(in: .whitespacesAndNewlines)))
    let file = try #require(try Scene.files(in: scene.store).first { $0.key.hasSuffix("jobs.json") })
    let ids = try #require(try JSONSerialization.jsonObject(with: file.value) as? [String: Any])["ids"] as? [Int]
    let each = (last - 100) / accepted
    #expect(each > 20 && ids == Array(last - each + 1...last), "\(accepted) accepted, \(last), \(ids ?? [])")
  }

  @Test("what a job says that cannot even start the program, and why a report failed, is shown by status")
  func silentFailures() async throws {
    let scene = try Self.scene()
    // In place of the program: a node that lacks a library.
    let broken = try Self.scene(
      sbatch: #"sed -i 's|kadanoff task |nowhere task |' "$KADANOFF_STORE"/runs/*/job.sh"#)
    #expect(try await broken(Self.submit).code == 0)
    let status = try await broken(["status", "mlrg", "--runs"]).output
    #expect(status.contains("a job failed before it could say more than its log, "), "\(status)")
    #expect(status.contains("nowhere: "), "\(status)")
    // A file where the folder of the report should be.
    try scene.write("", to: "reports-here")
    #expect(try await scene(Self.submit + ["--output", "reports-here"]).code == 0)
    let failed = try await scene(["status", "mlrg", "--runs"]).output
    #expect(failed.contains(": the report: "), "\(failed)")
  }

  /// A job of one long task, and its process.
  func longJob(_ scene: Scene, then act: String) async throws -> Scene.Outcome {
    let long = [
      "submit", "spin-glass-irg", "--profile", "smoke", "--only", "is-it-in-equilibrium", "--set",
      "simulation.sweeps=[256,16384]", "--engine", "slurm",
    ]
    #expect(try await scene(long).code == 0)
    // The longest task is the second of the arrays of simulations.
    let call = try #require(
      read("calls", scene).split(separator: "\n").first { $0.contains("simulation-8") && $0.contains("--array=0") })
    let number = try #require(call.split(separator: " ").dropLast().last)
    return try await scene.shell(
      """
      export SLURM_JOB_NAME=long SLURM_ARRAY_JOB_ID=7 SLURM_JOB_ID=7 SLURM_ARRAY_TASK_ID=0 KADANOFF_CHECKPOINT=0.2
      children() { cat /proc/$job/task/$job/children; }
      sh "$KADANOFF_STORE"/runs/*/job.sh \(number) 1 & job=$!
      while ! find "$KADANOFF_STORE/store" -name '*.state' | grep -q .; do
        kill -0 $job || break; sleep 0.02
      done
      \(act)
      wait $job; echo code $?
      """)
  }

  @Test("near the end of its time the task saves its state and the job asks for another turn")
  func outOfTime() async throws {
    let scene = try Self.scene(sbatch: "exit 0")
    let outcome = try await longJob(
      scene,
      then:
        """
        kill -USR1 $job
        while ! grep -q requeue "$BIN/scontrol-calls"; do kill -0 $job || break; sleep 0.05; done
        kill $(children); kill $job 2>/dev/null
        """)
    #expect(outcome.errors.contains("interrupted: the same command goes on from what is stored"), "\(outcome.errors)")
    #expect(read("scontrol-calls", scene).contains("requeue 7"))
    #expect(try Scene.files(in: scene.store).keys.contains { $0.hasSuffix(".state") })
  }

  @Test("a task that a signal kills is started again in the same job and goes on")
  func killed() async throws {
    let scene = try Self.scene(sbatch: "exit 0")
    let outcome = try await longJob(scene, then: "kill -KILL $(children)")
    #expect(outcome.output.contains("code 0") && outcome.output.contains("1 tasks computed"), "\(outcome)")
  }

  @Test("a job that is cancelled ends with 75 and does not ask for another turn")
  func cancelled() async throws {
    let scene = try Self.scene(sbatch: "exit 0")
    let outcome = try await longJob(scene, then: "kill -TERM $job")
    #expect(outcome.output.contains("code 75"), "\(outcome)")
    #expect(!read("scontrol-calls", scene).contains("requeue"))
  }
}
