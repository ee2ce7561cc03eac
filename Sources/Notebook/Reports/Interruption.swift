import Dispatch
import Foundation

/// Ends the process within a moment of SIGINT or SIGTERM, whatever it is computing: every finished task is stored
/// already, and files are written whole or not at all.
public enum Interruption {
  /// EX_TEMPFAIL: stopped, and the same command goes on from there.
  public static let exitCode: Int32 = 75

  /// Ends the process with a word to the user.
  static func leave(_ text: String, code: Int32 = exitCode) -> Never {
    FileHandle.standardError.write(Data((text + "\n").utf8))
    _exit(code)
  }

  /// - Parameter stored: how many tasks this run has stored so far.
  /// - Returns: the signal sources, which watch as long as they are kept.
  public static func watch(stored: @escaping @Sendable () -> Int) -> [any DispatchSourceSignal] {
    watch(then: { leave("\ninterrupted: \(stored()) tasks of this run are stored; the same command goes on from there") })
  }

  /// Watches for SIGINT and SIGTERM as long as the result is kept.
  public static func watch(then act: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler(handler: act)
      source.resume()
      return source
    }
  }
}
