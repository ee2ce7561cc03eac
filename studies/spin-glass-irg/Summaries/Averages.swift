import Renormalization

/// Disorder averages of one size at one temperature and what follows from them. Ratios are ratios of averages.
struct Averages {
  let side: Int
  /// In the order of `Observable`.
  let means: [Double]

  subscript(_ observable: Observable) -> Double { means[observable.rawValue] }

  /// As the renormalization group takes them.
  var overlap: OverlapMeans {
    OverlapMeans(
      absoluteOverlap: self[.absoluteOverlap], overlapSquared: self[.overlapSquared],
      overlapFourth: self[.overlapFourth], structureFactor: self[.structureFactor], linkOverlap: self[.linkOverlap])
  }

  /// U₄ = [⟨q⁴⟩]/[⟨q²⟩]².
  var binder: Double { overlap.binder }
  /// χ = V [⟨q²⟩].
  var susceptibility: Double { Double(side * side * side) * self[.overlapSquared] }
  /// ξ/L; 0 where χ(k) exceeds χ(0) within the noise of a few samples.
  var correlationLength: Double {
    let value = OverlapObservable.correlationLength.value(overlap, side: side)
    return value.isFinite ? value : 0
  }
}
