import Foundation

/// log₂ x: sizes differ by factors of two.
func binaryLogarithm(_ x: Double) -> Double { log2(x) }
