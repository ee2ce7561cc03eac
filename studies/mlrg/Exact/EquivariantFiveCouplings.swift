extension FiveCouplings {
  /// The equivariant block A₁ + E: the bond in direction g carries R(g) J R(g)ᵀ with R(g) = 1 ⊕ C₄^g.
  ///
  /// Arrows run from hidden to visible sites in the square and from visible to hidden ones in the cross, so
  /// that the matrix acts transposed there. Source: the program of W. Hou and Y.-Z. You, arXiv 2306.11054,
  /// whose couplings are twice these. All twelve visible spins are coupled.
  public static func equivariant() throws(BlockError) -> FiveCouplings {
    // Bonds (visible corner, direction) of the four edge sites.
    let square = [[(0, 0), (1, 2)], [(1, 1), (2, 3)], [(2, 2), (3, 0)], [(0, 1), (3, 3)]]
    let fine = square.flatMap { bonds in (0..<3).map { unit(of: $0, bonds, isTransposed: false) } }
    let cross = (0..<4).map { ($0, $0) }
    let coarse = (0..<3).map { unit(of: $0, cross, isTransposed: true) }
    let block = try Block(spins: 12, couplings: count, fine: fine, coarse: coarse)
    return FiveCouplings(factors: [Factor(couplings: [0, 1, 2, 3, 4], ensemble: BlockEnsemble(block))])
  }

  /// The unit of one hidden component; spin 3x + c is component c of corner x.
  private static func unit(
    of hidden: Int, _ bonds: [(corner: Int, direction: Int)], isTransposed: Bool
  ) -> Block.Unit {
    (0..<count).map { coupling in
      var row = [Int](repeating: 0, count: 12)
      for bond in bonds {
        let matrix = bondMatrix(coupling, direction: bond.direction)
        for visible in 0..<3 {
          row[3 * bond.corner + visible] += isTransposed ? matrix[visible][hidden] : matrix[hidden][visible]
        }
      }
      return row
    }
  }

  /// ∂(R J Rᵀ)/∂J_i for the direction g.
  private static func bondMatrix(_ coupling: Int, direction: Int) -> [[Int]] {
    let places = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2)]
    var rotation: [[Int]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    for _ in 0..<direction {
      // C₄ = ((0, −1), (1, 0)) on the last two components.
      rotation = [rotation[0], rotation[2].map { (x: Int) -> Int in -x }, rotation[1]]
    }
    let (a, b) = places[coupling]
    return (0..<3).map { i in (0..<3).map { k in rotation[i][a] * rotation[k][b] } }
  }
}
