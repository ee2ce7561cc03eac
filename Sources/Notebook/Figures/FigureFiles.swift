import Foundation

/// What a figure is made from: the numbers and the script that draws them, as bytes of `<id>.csv` and
/// `<id>.gp`. `gnuplot <id>.gp`, run in a folder that holds both, writes `<id>.svg` there.
public struct FigureFiles: Sendable, Hashable {
  public let csv: Data
  public let script: Data
}
