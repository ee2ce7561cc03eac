import Dispatch
import Foundation

/// Ends the process within a moment of SIGINT or SIGTERM, whatever it is computing: every finished task is stored
/// already, and files are written whole or not at all.
public enum Interruption {
  /// EX_TEMPFAIL: stopped, and the same command goes on from there.
  public static let exitCode: Int32 = 75

  /// - Parameter stored: how many tasks this run has stored so far.
  /// - Returns: the signal sources, which watch as long as they are kept.
  public static func watch(stored: @escaping @Sendable () -> Int) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        let text = "\ninterrupted: \(stored()) tasks of this run are stored; the same command goes on from there\n"
        FileHandle.standardError.write(Data(text.utf8))
        _exit(exitCode)
      }
      source.resume()
      return source
    }
  }
}
