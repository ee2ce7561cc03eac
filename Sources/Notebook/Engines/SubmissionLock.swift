import Foundation

/// Keeps other processes from queueing the same run at the same time. The system releases it when the process ends,
/// whatever ends it.
struct SubmissionLock {
  private let descriptor: Int32

  /// - Throws: `SlurmError.beingSubmitted` if another process holds it. Where the file system knows no locks there is
  ///   none.
  init(_ run: RunFolder) throws(SlurmError) {
    descriptor = open(run.url.appending(path: "submitting").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    close(descriptor)
    throw .beingSubmitted(run: run.name)
  }

  func release() { if descriptor >= 0 { close(descriptor) } }
}
