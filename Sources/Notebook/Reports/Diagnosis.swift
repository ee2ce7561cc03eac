import Elementary
import Foundation
import GSL

/// What a run needs and whether it is there.
public enum Diagnosis {
  public struct Finding: Sendable {
    public let name: String
    public let finding: String
    public let isFine: Bool
  }

  public static func examine() async -> [Finding] {
    var findings = [Finding(name: "GSL", finding: GSLLibrary.version, isFine: true)]
    do {
      findings.append(Finding(name: "gnuplot", finding: try await Gnuplot.locate().version(), isFine: true))
    } catch {
      findings.append(Finding(name: "gnuplot", finding: "\(error)", isFine: false))
    }
    do {
      let checkout = try Checkout.find()
      findings.append(Finding(name: "checkout", finding: checkout.root.path, isFine: true))
      findings.append(writable(checkout.work))
    } catch {
      findings.append(Finding(name: "checkout", finding: error.description, isFine: false))
    }
    let git = await Tool.firstLine("git", ["--version"])
    findings.append(Finding(name: "git", finding: git ?? "not found: provenance lacks the commit", isFine: true))
    let swift = await Tool.firstLine("swift", ["--version"])
    findings.append(Finding(name: "swift", finding: swift ?? "not found: needed only to build", isFine: true))
    let cores = ProcessInfo.processInfo.activeProcessorCount
    findings.append(
      Finding(name: "processor", finding: "\(Provenance.processorName), \(cores) available", isFine: true))
    findings.append(
      Finding(
        name: "instructions", finding: "built for \(InstructionSet.builtFor), present \(InstructionSet.present)",
        isFine: true))
    return findings
  }

  private static func writable(_ folder: URL) -> Finding {
    let probe = folder.appending(path: ".probe.\(getpid())")
    do {
      try AtomicFile.write(Data(), to: probe)
      try? FileManager.default.removeItem(at: probe)
      return Finding(name: "store", finding: "\(folder.path) is writable", isFine: true)
    } catch {
      return Finding(name: "store", finding: error.description, isFine: false)
    }
  }
}
