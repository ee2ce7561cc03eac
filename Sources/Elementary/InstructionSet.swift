import CSimd

/// The vector instructions this program was built for and those the processor has. Results do not depend on them;
/// speed does, and a program built for more than the processor has cannot run.
public enum InstructionSet {
  /// Such as `x86-64-v4`.
  public static var builtFor: String { String(cString: cv_built_for()) }
  public static var present: String { String(cString: cv_present()) }
}
