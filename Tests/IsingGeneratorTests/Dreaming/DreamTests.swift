import Lattice
import Random
import Testing

@testable import IsingGenerator

@Suite struct DreamTests {
  /// Exact values of dreams with W = (3.205, 1.175, 0.55) by enumeration of the coarse lattices: energy u,
  /// susceptibility, the ratio V₄ = <m⁴>/<m²>², variance cp of the satisfied bonds per site, <m> with the
  /// root up.
  struct Exact {
    let side: Int
    let u, chi, v4, cp, m: Double
  }

  static let exact = [
    Exact(side: 4, u: 1.49457251, chi: 12.03974772, v4: 1.12409788, cp: 1.12988617, m: 0.84424884),
    Exact(side: 8, u: 1.40657025, chi: 41.84478021, v4: 1.11990602, cp: 1.76553170, m: 0.78736322),
  ]
  /// u at L = 8 with the neighbours on the wrong side (enumeration).
  static let wrongSide = (u: 1.36416, cp: 2.376)

  /// Means over n configurations with alternating roots.
  static func means(
    _ rule: any UpsamplingRule, side: Int, count: Int, stream: RandomStream
  ) throws -> (u: Double, chi: Double, m: Double) {
    var (u, chi, m) = (0.0, 0.0, 0.0)
    for index in 0..<count {
      var random = stream.child("configuration", index)
      let dream = Dream(rule: rule, configuration: index)
      let means = DreamExamples.means(try dream.configuration(side: side, random: &random))
      u += means.u
      chi += means.m * means.m * Double(side * side)
      m += index % 2 == 0 ? means.m : -means.m
    }
    let n = Double(count)
    return (u / n, chi / n, m / n)
  }

  @Test(arguments: exact.indices, ["four-spin", "patch"])
  func smallDreamsAreExact(index: Int, kind: String) throws {
    let exact = Self.exact[index]
    let table = DreamExamples.table
    let rule: any UpsamplingRule =
      kind == "patch" ? try PatchRule(probabilities: table) : try FourSpinRule(probabilities: table)
    let count = 1000
    let sites = Double(exact.side * exact.side)
    let errors = (
      u: (4 * exact.cp / sites / Double(count)).squareRoot(),
      chi: exact.chi * ((exact.v4 - 1) / Double(count)).squareRoot(),
      m: ((exact.chi / sites - exact.m * exact.m) / Double(count)).squareRoot()
    )
    var pulls: (u: [Double], chi: [Double], m: [Double]) = ([], [], [])
    for seed in 0..<40 {
      let stream = RandomStream(seed: 8, name: "dreams/exact/\(kind)/\(exact.side)", index: seed)
      let means = try Self.means(rule, side: exact.side, count: count, stream: stream)
      pulls.u.append((means.u - exact.u) / errors.u)
      pulls.chi.append((means.chi - exact.chi) / errors.chi)
      pulls.m.append((means.m - exact.m) / errors.m)
    }
    DreamPulls.expectStandard(pulls.u, "u at side \(exact.side)")
    DreamPulls.expectStandard(pulls.chi, "susceptibility at side \(exact.side)")
    DreamPulls.expectStandard(pulls.m, "magnetisation given the root at side \(exact.side)")
  }

  /// The exact recursion of the energy through sizes where rows are short, one word and two words.
  @Test(arguments: [(16, 1.35798003), (32, 1.33100610), (128, 1.30767147)])
  func energyFollowsItsRecursion(side: Int, exact: Double) throws {
    let rule = try FourSpinRule(probabilities: DreamExamples.table)
    let count = 20 * 100
    var values: [Double] = []
    let stream = RandomStream(seed: 9, name: "dreams/recursion", index: side)
    for index in 0..<count {
      var random = stream.child("configuration", index)
      let lattice = try Dream(rule: rule, configuration: index).configuration(side: side, random: &random)
      values.append(DreamExamples.means(lattice).u)
    }
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    #expect(abs(mean - exact) < 4 * (variance / Double(count)).squareRoot(), "u = \(mean)")
  }

  /// Taking the row and column neighbours of a spin on the far side of its block leaves all averages at L =
  /// 4 and the susceptibility at L = 8 as they are, but not the energy at L = 8.
  @Test func neighboursAreOnTheSideOfTheSpin() throws {
    // The 3 x 3 patch has the spins of class far at bits 2 (row), 6 (column) and 8 (diagonal).
    let mirrored: [Double] = (0..<512).map { patch in
      var context = 0
      for (bit, place) in [0, 2, 6, 8].enumerated() where patch >> place & 1 == 1 { context |= 1 << bit }
      return DreamExamples.table[context]
    }
    let rules: [(any UpsamplingRule, Double, Double)] = [
      (try FourSpinRule(probabilities: DreamExamples.table), Self.exact[1].u, Self.exact[1].cp),
      (try PatchRule(probabilities: DreamExamples.table), Self.exact[1].u, Self.exact[1].cp),
      (try PatchRule(probabilities: mirrored), Self.wrongSide.u, Self.wrongSide.cp),
    ]
    let count = 40000
    for (index, (rule, u, cp)) in rules.enumerated() {
      let stream = RandomStream(seed: 10, name: "dreams/side", index: index)
      let mean = try Self.means(rule, side: 8, count: count, stream: stream).u
      let error = (4 * cp / 64 / Double(count)).squareRoot()
      #expect(abs(mean - u) < 4 * error, "rule \(index): u = \(mean)")
      let other = index == 2 ? Self.exact[1].u : Self.wrongSide.u
      #expect(abs(mean - other) > 20 * error)
    }
  }

  @Test func aFlippedRootGivesTheFlippedDream() throws {
    let rule = try FourSpinRule(probabilities: DreamExamples.table)
    var first = RandomStream(seed: 11, name: "dreams/roots")
    var second = first
    let up = try Dream(rule: rule, root: .up, configuration: 1).levels(to: 256, random: &first)
    let down = try Dream(rule: rule, root: .down, configuration: 2).levels(to: 256, random: &second)
    #expect(up.map(\.side) == [1, 2, 4, 8, 16, 32, 64, 128, 256])
    for (a, b) in zip(up, down) {
      #expect(b == SpinLattice(side: a.side, words: a.words.map { ~$0 }))
    }
  }

  @Test func rootsAlternateUnlessFixed() throws {
    let rule = try FourSpinRule(probabilities: DreamExamples.table)
    func roots(_ root: Dream.Root) -> [Bool] {
      (0..<4).map { Dream(rule: rule, root: root, configuration: $0).start[0, 0] }
    }
    #expect(roots(.alternating) == [true, false, true, false])
    #expect(roots(.up) == [true, true, true, true])
    #expect(roots(.down) == [false, false, false, false])
  }

  /// Levels depend on the stream only: not on how many are asked for, how they are asked for, or what was
  /// made before.
  @Test func levelsDependOnTheStreamOnly() throws {
    let rules: [any UpsamplingRule] = [
      try FourSpinRule(probabilities: DreamExamples.table),
      try FourSpinRule(probabilities: DreamExamples.skewTable),
      try PatchRule(probabilities: DreamExamples.table),
    ]
    let stream = RandomStream(seed: 12, name: "dreams/streams")
    for rule in rules {
      let dream = Dream(rule: rule, configuration: 0)
      let (one, two) = (stream.child("x", 1), stream.child("x", 2))
      var (a, b, c, d) = (one, one, one, two)
      let levels = try dream.levels(to: 128, random: &a)
      #expect(try dream.levels(to: 32, random: &b) == Array(levels[0...5]))
      #expect(try dream.configuration(side: 128, random: &c) == levels[7])
      #expect(try dream.configuration(side: 128, random: &d) != levels[7])
    }
  }

  @Test func dreamsStartFromAnyLattice() throws {
    let rule = try FourSpinRule(probabilities: DreamExamples.table)
    var random = RandomStream(seed: 13, name: "dreams/start")
    let start = DreamExamples.lattice(side: 12, &random)
    let dream = Dream(rule: rule, start: start)
    let levels = try dream.levels(to: 48, random: &random)
    #expect(levels.map(\.side) == [12, 24, 48])
    #expect(levels[0] == start)
    for side in [0, -12, 6, 13, 36, 1] {
      let error = #expect(throws: DreamError.self) { try dream.levels(to: side, random: &random) }
      let line = "the side of the last level is \(side), but must be 12, 24, 48, ..."
      #expect(error?.description == line)
    }
  }

  /// Absolute values of the bits: they change only if the draws do.
  @Test(arguments: [
    ("four-spin", 32, 0xcccff95622d66751 as UInt64),
    ("four-spin", 1024, 0xef0bab6f89a3a456),
    ("sixteen", 256, 0xeb63d30baf62badd),
    ("patch", 128, 0x8e10c3b62825971d),
    ("quadrant", 64, 0x7a978530a571f59c),
    ("joint", 64, 0xf2a0bcc11d2f5009),
  ])
  func bitsArePinned(kind: String, side: Int, digest: UInt64) throws {
    let table = DreamExamples.table
    let rule: any UpsamplingRule
    switch kind {
    case "four-spin": rule = try FourSpinRule(probabilities: table)
    case "sixteen": rule = try FourSpinRule(probabilities: DreamExamples.skewTable)
    case "patch": rule = try PatchRule(probabilities: table)
    case "quadrant":
      rule = try QuadrantRule(probabilities: (0..<2048).map { table[$0 >> 4 & 1 == 1 ? 15 : $0 % 8] })
    default: rule = try JointRule(probabilities: (0..<8192).map { $0 % 16 == $0 / 16 % 16 ? 0.85 : 0.01 })
    }
    var random = RandomStream(seed: 14, name: "dreams/pins/\(kind)", index: side)
    let dream = Dream(rule: rule, root: .up, configuration: 0)
    let lattice = try dream.configuration(side: side, random: &random)
    #expect(DreamExamples.digest(lattice) == digest)
  }
}
