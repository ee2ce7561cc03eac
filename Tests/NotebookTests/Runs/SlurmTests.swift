import Foundation
import Testing

@testable import Notebook

/// What Slurm is told and what it answers. A real one is met by `Tests/Cluster/run`.
@Suite struct SlurmTests {
  @Test("a job states all it needs")
  func arguments() throws {
    let toy = try ToyCheckout()
    let submission = try Submission(toy.prepare(), dryRun: true)
    var options = Slurm.Options()
    (options.time, options.partition, options.account) = ("2:00:00", "short", "physics")
    (options.memory, options.atOnce, options.others) = ("500M", 10, ["--qos=long"])
    let jobs = submission.jobs(.steps(tasksPerJob: 2), arrayLimit: 10).jobs
    let words = Slurm(options).arguments(jobs[2], after: ["12", "13"], submission)
    let logs = submission.run.logs.path
    #expect(
      words == [
        "--parsable", "--job-name=toy.spread", "--array=0%10", "--ntasks=1", "--cpus-per-task=1", "--mem=500M",
        "--requeue", "--open-mode=append", "--signal=B:USR1@120", "--output=\(logs)/%x-%A_%a.log",
        "--dependency=afterok:12:13", "--kill-on-invalid-dep=yes", "--time=2:00:00", "--partition=short",
        "--account=physics", "--qos=long", submission.run.url.path + "/job.sh", "5", "2",
      ])
    let plain = Slurm(Slurm.Options()).arguments(jobs[0], after: [], submission)
    #expect(!plain.contains { $0.hasPrefix("--dependency") || $0.hasPrefix("--time") } && plain.contains("--array=0"))
  }

  @Test("the queue's lines are read, others are left out")
  func queue() throws {
    let text =
      "12 0 RUNNING None\n12 1 PENDING launch failed requeued held\n13 N/A RUNNING None\nslurm_load_jobs error: no\n\n"
    let queue = SlurmQueue(text: text)
    #expect(queue.holds("12_1") && !queue.holds("12_2") && queue.holds("13") && queue.holds("12") && !queue.holds("14"))
    #expect(queue.holdsAny(of: 12) && !queue.holdsAny(of: 1) && !queue.holds("") && !queue.holds("x_1"))
    let folder = try TemporaryFolder()
    let run = RunFolder(folder.url)
    #expect(queue.sentence(of: run) == nil)
    try SlurmJobs(ids: [12, 14]).write(run)
    #expect(queue.sentence(of: run) == "1 running, 1 pending (launch failed requeued held)")
    try SlurmJobs(ids: [14]).write(run)
    #expect(queue.sentence(of: run) == nil)
  }

  @Test("words for the shell")
  func quoting() {
    #expect("/a/b-1_2.json".shellWord == "/a/b-1_2.json")
    #expect("/my store/it's".shellWord == #"'/my store/it'\''s'"#)
    #expect("".shellWord == "''" && "$x".shellWord == "'$x'")
  }

  @Test(
    "times as sbatch takes them",
    arguments: [
      ("90", 5400), ("90:30", 5430), ("2:00:00", 7200), ("1-12", 129_600), ("1-12:30", 131_400), ("0-0:03:00", 180),
      ("0", 0), ("", nil), ("soon", nil), ("1:2:3:4", nil), ("1-", nil), ("-5", nil), ("1-1-1", nil),
      ("99999999999999999999", nil),
    ])
  func times(text: String, seconds: Int?) { #expect(SlurmTime.seconds(text) == seconds) }

  @Test(
    "a time that ends with its warning is too short",
    arguments: [("2", true), ("0:59", true), ("3", false), ("0", false)])
  func shortTimes(text: String, isShort: Bool) { #expect((Slurm.objection(toTime: text) != nil) == isShort) }

  @Test("one process at a time submits a run")
  func lock() throws {
    let folder = try TemporaryFolder()
    let run = RunFolder(folder.url)
    let lock = try SubmissionLock(run)
    #expect(throws: SlurmError.self) { try SubmissionLock(run) }
    lock.release()
    try SubmissionLock(run).release()
    // Where nothing can be locked the work goes on.
    try SubmissionLock(RunFolder(folder.url.appending(path: "none"))).release()
  }

  @Test("cancelling names the jobs")
  func cancellation() {
    #expect(Slurm.cancellation(of: [7, 8, 9, 12]) == "scancel {7..9} 12")
  }

  @Test("errors of Slurm are one line")
  func errors() {
    let error = SlurmError.refused(job: "toy.walks", reason: "sbatch: error: no\nsbatch: error: such partition\n")
    #expect(
      error.description
        == "sbatch refused toy.walks: sbatch: error: no; sbatch: error: such partition")
  }
}
