import Foundation
import Testing

/// Faults that a long run meets: kills, full disks, stores that may only be read, other processes, clocks that jump.
/// Nothing may be lost or wrong, and the bytes of the report are those of an undisturbed run.
@Suite(.serialized, .timeLimit(.minutes(20))) struct FaultDrillTests {
  static let studies = ["mlrg", "ising-generator", "phi4-irg", "spin-glass-irg", "rbm-vs-rg"]

  @Test("ten SIGKILLs at random moments of a quick run of every study", arguments: studies)
  func kills(study: String) async throws {
    let run = ["run", study, "--profile", "quick", "--jobs", "2", "--quiet"]
    let undisturbed = try Scene()
    let clock = ContinuousClock()
    let start = clock.now
    let expected = try await undisturbed(run)
    // Ten of them take less than the run, which would else have ended before the last.
    let longest = min(0.8, (clock.now - start) / .seconds(15))
    #expect(expected.code == 0, "\(expected.output) \(expected.errors)")
    var scene = try Scene()
    scene.environment["KADANOFF_CHECKPOINT"] = "0.1"
    let delays = (0..<10).map { _ in String(format: "%.2f", Double.random(in: 0.05...longest)) }
    var lost = 0
    var stored = 0
    for delay in delays {
      let outcome = try await scene.shell(
        #""$@" >/dev/null & pid=$!; sleep \#(delay); kill -KILL $pid && wait $pid; echo $?"#, run)
      #expect(outcome.output == "137\n", "\(delay): \(outcome)")
      let now = scene.storedTasks().count
      if now < stored { lost += stored - now }
      stored = now
    }
    let outcome = try await scene(run)
    #expect(lost == 0 && outcome.code == expected.code && outcome.errors.isEmpty, "\(delays): \(outcome.errors)")
    #expect(outcome.output.contains(" tasks run"))
    let (left, right) = try (
      scene.reportBytes(of: study, profile: "quick"), undisturbed.reportBytes(of: study, profile: "quick")
    )
    #expect(left == right, "\(delays)")
    #expect(right.count > 10 && scene.storedTasks().count == undisturbed.storedTasks().count)
  }

  /// Runs a script in a mount namespace of its own, as root or in a user namespace.
  static func inNamespace(_ scene: Scene, _ script: String) async throws -> Scene.Outcome {
    try scene.write(script, to: "script")
    return try await scene.shell(#"exec unshare --mount $([ $(id -u) = 0 ] || echo --map-root-user) sh script "$1""#)
  }

  /// Whether this machine lets tests mount file systems.
  static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "unshare --mount $([ $(id -u) = 0 ] || echo --map-root-user) mount -t tmpfs none /mnt 2>/dev/null",
    ]
    try? process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "a disk that fills up is one line with the system's reason; with room the same command goes on",
    .enabled(if: canMount))
  func fullDisk() async throws {
    let (reference, expected) = try await Scene.finished.value
    let scene = try Scene()
    let outcome = try await Self.inNamespace(
      scene,
      """
      mkdir -p "$KADANOFF_STORE"; mount -t tmpfs -o size=200k none "$KADANOFF_STORE"
      for size in 400k 900k; do
        "$1" run mlrg --profile smoke --quiet >/dev/null; echo "code $?"
        echo "stored $(find "$KADANOFF_STORE" -name '[0-9]*.json' | wc -l)"
        mount -o remount,size=$size "$KADANOFF_STORE"
      done
      mount -o remount,size=500m "$KADANOFF_STORE"
      "$1" run mlrg --profile smoke --quiet; echo "code $?"
      cp -r "$KADANOFF_STORE/reports" copy
      """)
    let codes = outcome.output.matches(of: /code (\d+)/).map(\.1.description)
    #expect(codes == ["2", "2", "\(expected.code ?? -1)"], "\(outcome.output) \(outcome.errors)")
    let stored = outcome.output.matches(of: /stored (\d+)/).compactMap { Int($0.1) }
    #expect(stored.count == 2 && stored[0] > 0 && stored[1] > stored[0], "\(stored)")
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.count == 2 && lines.allSatisfy { $0.hasPrefix("kadanoff: ") && $0.contains("No space left on device") })
    let copy = try Scene.files(in: scene.root.appending(path: "copy/smoke/mlrg")).filter { $0.key != "provenance.json" }
    #expect(try copy == reference.reportBytes())
  }

  @Test(
    "a store that may only be read serves a complete run; what would have to be stored is one line",
    .enabled(if: canMount))
  func readOnly() async throws {
    let (reference, expected) = try await Scene.finished.value
    let scene = try await Scene.copyOfFinished()
    let before = try scene.identities()
    let outcome = try await Self.inNamespace(
      scene,
      """
      mount --bind "$KADANOFF_STORE" "$KADANOFF_STORE"; mount -o remount,bind,ro "$KADANOFF_STORE"
      "$1" run mlrg --profile smoke --quiet --output elsewhere >/dev/null; echo "code $?"
      "$1" run mlrg --profile smoke --quiet >/dev/null; echo "code $?"
      "$1" plan mlrg --profile smoke >/dev/null; echo "code $?"
      "$1" status mlrg >/dev/null; echo "code $?"
      "$1" run mlrg --profile smoke --quiet --seed 2 >/dev/null; echo "code $?"
      "$1" submit mlrg --profile smoke --seed 2 --engine list >/dev/null; echo "code $?"
      """)
    let codes = outcome.output.matches(of: /code (\d+)/).map(\.1.description)
    let verdict = "\(expected.code ?? -1)"
    #expect(codes == [verdict, verdict, "0", "0", "2", "2"], "\(outcome.output) \(outcome.errors)")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("kadanoff: ") && $0.contains("Read-only file system") })
    let elsewhere = try Scene.files(in: scene.root.appending(path: "elsewhere/mlrg"))
    #expect(try elsewhere.filter { $0.key != "provenance.json" } == reference.reportBytes())
    #expect(try scene.identities().filter { before[$0.key] != nil } == before)
  }

  @Test("a run, its jobs and a third process that is killed share a store: all succeed with the same bytes")
  func shared() async throws {
    let (reference, expected) = try await Scene.finished.value
    let scene = try Scene()
    let smoke = ["mlrg", "--profile", "smoke", "--jobs", "1", "--quiet"]
    async let run = scene(["run"] + smoke)
    async let jobs = scene(["submit"] + smoke + ["--engine", "local"])
    async let killed = scene.interrupt("KILL", afterTasks: 12, ["run"] + smoke)
    #expect(try await killed.code == 128 + 9)
    for outcome in try await [run, jobs] {
      #expect(outcome.code == expected.code && outcome.errors.isEmpty, "\(outcome.errors)")
    }
    #expect(try scene.reportBytes() == reference.reportBytes())
    #expect(try await scene(["run"] + smoke).output.hasPrefix("mlrg: nothing to do"))
    #expect(try await scene(["cache", "gc"]).output.hasPrefix("0 steps"))
  }

  /// A library that makes the clock of the calendar jump by up to ten years at every question.
  static let jumpingClock = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <stdlib.h>
    #include <sys/time.h>
    #include <time.h>
    static long jump(void) { static unsigned n; n = n * 1103515245u + 12345u; return (long)(n >> 3) - 268435456L; }
    int clock_gettime(clockid_t id, struct timespec *t) {
      int (*next)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
      int r = next(id, t);
      if (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE) t->tv_sec += jump();
      return r;
    }
    int gettimeofday(struct timeval *t, void *z) {
      int (*next)(struct timeval *, void *) = dlsym(RTLD_NEXT, "gettimeofday");
      int r = next(t, z);
      t->tv_sec += jump();
      return r;
    }
    time_t time(time_t *t) {
      struct timespec now;
      clock_gettime(CLOCK_REALTIME, &now);
      if (t) *t = now.tv_sec;
      return now.tv_sec;
    }
    """

  @Test("a clock that jumps by years, and files from the past and the future, change nothing")
  func clocks() async throws {
    let (reference, expected) = try await Scene.finished.value
    var scene = try Scene()
    try scene.write(Self.jumpingClock, to: "clock.c")
    let compiled = try await scene.shell(
      #"""
      clang=$(command -v clang || echo "$(dirname "$(readlink -f "$(command -v swift)")")/clang")
      "$clang" -shared -fPIC -O -o clock.so clock.c -ldl
      """#)
    #expect(compiled.code == 0, "\(compiled.errors)")
    scene.environment["LD_PRELOAD"] = scene.root.appending(path: "clock.so").path
    let dates = try await scene.shell("date +%Y; unset LD_PRELOAD; date +%Y")
    #expect(Set(dates.output.split(separator: "\n")).count == 2, "\(dates.output)")
    let smoke = ["run"] + RunCommandTests.smoke + ["--quiet"]
    let end = try await scene.interrupt("KILL", afterTasks: 10, smoke)
    #expect(end.code == 128 + 9)
    let shifted = try await scene.shell(
      #"n=0; find "$KADANOFF_STORE" -type f | while read f; do n=$((n + 1)); touch -d $((1970 + n * 7 % 130))-06-01 "$f"; done"#
    )
    #expect(shifted.code == 0)
    let stored = scene.storedTasks().count
    #expect(try await scene(["status", "mlrg"]).code == 0)
    #expect(try await scene(["cache", "gc"]).output.hasPrefix("0 steps"))
    #expect(scene.storedTasks().count == stored)
    let outcome = try await scene(smoke)
    #expect(outcome.code == expected.code && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(!outcome.output.contains("\(reference.storedTasks().count) of"))
    #expect(try scene.reportBytes() == reference.reportBytes())
  }
}
