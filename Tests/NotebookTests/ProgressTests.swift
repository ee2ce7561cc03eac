import Testing

@testable import Notebook

@Suite struct ProgressTests {
  @Test(
    "durations as a person would say them",
    arguments: [
      (0.42, "0.4 s"), (9.94, "9.9 s"), (12.4, "12 s"), (59.4, "59 s"), (59.7, "1 min 00 s"), (185, "3 min 05 s"),
      (3599.6, "1 h 00 min"), (3720, "1 h 02 min"),
    ])
  func durations(seconds: Double, text: String) {
    #expect(Progress.text(.seconds(seconds)) == text)
  }

  @Test("counts the tasks that were stored")
  func stored() {
    let progress = Progress(label: "toy", quiet: true)
    progress.begin("a", total: 3, done: 1)
    progress.advance("a", task: 1)
    progress.advance("a", task: 2)
    progress.end("a")
    #expect(progress.stored == 2)
  }
}
