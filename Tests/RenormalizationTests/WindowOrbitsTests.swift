import Testing

@testable import Renormalization

@Suite struct WindowOrbitsTests {
  @Test("512 subsets fall into 86 orbits, 41 odd and 45 even; 11 and 25 of them have one to four spins")
  func counts() {
    #expect(WindowOrbits.all.count == 86)
    #expect(WindowOrbits.odd.count == 41)
    #expect(WindowOrbits.even.count == 45)
    #expect(WindowOrbits.all.reduce(0) { $0 + $1.members.count } == 512)
    #expect(OperatorSet.upToFourSpins.odd.count == 11)
    #expect(OperatorSet.upToFourSpins.even.count == 25)
    #expect(
      WindowOrbits.all.count { (1...4).contains($0.spins) } == 36
        && Set(OperatorSet.upToFourSpins.odd + OperatorSet.upToFourSpins.even).count == 36)
  }

  @Test("every image and every translate of a subset belongs to its orbit")
  func symmetry() {
    for mask in 1..<512 {
      let orbit = WindowOrbits.indices[mask]
      let sites = (0..<9).filter { mask >> $0 & 1 == 1 }.map { ($0 / 3, $0 % 3) }
      let rotated = sites.map { ($0.1, 2 - $0.0) }
      let mirrored = sites.map { ($0.0, 2 - $0.1) }
      for image in [rotated, mirrored] {
        #expect(WindowOrbits.indices[image.reduce(0) { $0 | 1 << (3 * $1.0 + $1.1) }] == orbit)
      }
      if sites.allSatisfy({ $0.0 < 2 }) { #expect(WindowOrbits.indices[mask << 3] == orbit) }
      if sites.allSatisfy({ $0.1 < 2 }) { #expect(WindowOrbits.indices[mask << 1] == orbit) }
    }
  }

  /// Distinct subsets up to translation, turned and mirrored, are at most eight.
  @Test("an orbit has 1, 2, 4 or 8 orientations, each with the same number of translates")
  func orientations() {
    for orbit in WindowOrbits.all.dropFirst() {
      let corners = orbit.members.filter { $0 & 0o007 != 0 && $0 & 0o111 != 0 }
      #expect([1, 2, 4, 8].contains(corners.count))
      #expect(orbit.members.count % corners.count == 0)
    }
  }

  @Test("names lead back to their orbits, in every orientation")
  func names() throws {
    for orbit in WindowOrbits.all { #expect(try WindowOrbits.index(named: orbit.name) == orbit.index) }
    #expect(WindowOrbits.all[WindowOrbits.nearestNeighbours].name == "s(0,0)s(0,1)")
    #expect(try WindowOrbits.index(named: "s(2,2) s(1,2)") == WindowOrbits.nearestNeighbours)
    #expect(try WindowOrbits.index(named: "s(0,0)s(1,1)") == WindowOrbits.diagonal)
    #expect(try WindowOrbits.index(named: "s(0,1)s(2,1)") == WindowOrbits.distanceTwo)
    #expect(WindowOrbits.all[WindowOrbits.plaquette].name == "s(0,0)s(0,1)s(1,0)s(1,1)")
    for name in ["", "s", "s(0,3)", "s(0,0)s(0,0)", "s(0,0", "s(0,0)x", "nn", "2", "s(0,0)s(1)", "11"] {
      #expect(throws: RenormalizationError.unknownOperator(name)) { try WindowOrbits.index(named: name) }
    }
  }

  @Test("operators come with fewer spins first, of these the nearest first")
  func order() {
    #expect(OperatorSet.nearest.odd == [WindowOrbits.spin])
    #expect(OperatorSet.nearest.even == [WindowOrbits.nearestNeighbours])
    let pairs = OperatorSet.leading(odd: 0, even: 6).names(.even)
    #expect(
      pairs == [
        "s(0,0)s(0,1)", "s(0,0)s(1,1)", "s(0,0)s(0,2)", "s(0,0)s(1,2)", "s(0,0)s(2,2)",
        "s(0,0)s(0,1)s(1,0)s(1,1)",
      ])
    let all = OperatorSet.leading(odd: 99, even: 99)
    #expect(all.odd.count == 41 && all.even.count == 44)
    #expect(throws: RenormalizationError.badOrbit(86)) { try OperatorSet(orbits: [1, 86]) }
    #expect(throws: RenormalizationError.badOrbit(0)) { try OperatorSet(names: ["1"]) }
  }

  @Test("the set of 36 with the plaquette twice lacks s(0,0)s(0,2)s(1,2)s(2,0) only")
  func plaquetteTwice() throws {
    let set = OperatorSet.plaquetteTwice
    #expect(set.odd == OperatorSet.upToFourSpins.odd && set.even.count == 25)
    #expect(set.even.count { $0 == WindowOrbits.plaquette } == 2)
    let missing = try WindowOrbits.index(named: "s(0,0)s(0,2)s(1,2)s(2,0)")
    #expect(Set(OperatorSet.upToFourSpins.even).subtracting(set.even) == [missing])
  }
}
