extension Estimate {
  /// The difference of two independent estimates; degrees of freedom after Welch and Satterthwaite.
  public static func difference(_ a: Estimate, _ b: Estimate) -> Estimate {
    let va = a.standardError * a.standardError
    let vb = b.standardError * b.standardError
    var dof: Double?
    if let na = a.degreesOfFreedom, let nb = b.degreesOfFreedom, va + vb > 0 {
      dof = (va + vb) * (va + vb) / (va * va / na + vb * vb / nb)
    }
    return Estimate(a.value - b.value, (va + vb).squareRoot(), degreesOfFreedom: dof)
  }
}
