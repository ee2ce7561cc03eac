import ArgumentParser
import Foundation
import Notebook

/// The documented exit codes.
enum ExitStatus {
  static let checkFailed = ExitCode(1)
  static let runFailed = ExitCode(2)
  static let inconclusive = ExitCode(3)
  static let usage = ExitCode(64)
  static let programMissing = ExitCode(69)
  static let interrupted = ExitCode(Interruption.exitCode)

  /// Runs the body of a command; an error becomes one line on standard error and its exit code.
  static func reporting(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let code as ExitCode { throw code } catch {
      let line = "\(error)".split(separator: "\n").joined(separator: " ")
      FileHandle.standardError.write(Data("kadanoff: \(line)\n".utf8))
      throw code(of: error)
    }
  }

  static func code(of error: any Error) -> ExitCode {
    switch error {
    case is ParameterError, is CheckoutError, is GoldenError, is ResultsError, is PlanFileError: usage
    case RunError.notReady: interrupted
    case SlurmError.missing, SlurmError.noQueue: programMissing
    case let error as GnuplotError where error.isMissing: programMissing
    default: runFailed
    }
  }

  /// The verdict of several reports: failures first, then, if asked for, what could not be decided.
  static func verdict(_ reports: [CheckReport], strict: Bool) throws {
    if reports.contains(where: \.failed) { throw checkFailed }
    if strict, reports.contains(where: \.inconclusive) { throw inconclusive }
  }
}
