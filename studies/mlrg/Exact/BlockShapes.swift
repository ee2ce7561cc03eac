extension Block {
  /// The block of the single coupling A₁: a square against a cross.
  public static func square() throws(BlockError) -> Block { try polygon(4) }

  /// A ring of n decorated edges against a star with n legs. n = 4 is `square`; n = 3 is the star-triangle
  /// relation.
  ///
  /// - Throws: `BlockError` for n below 3 or above `Block.largest`.
  public static func polygon(_ n: Int) throws(BlockError) -> Block {
    guard n >= 3 else { throw .badShape("a polygon has \(n) corners; at least 3 are needed") }
    return try Block(
      spins: n, edges: (0..<n).map { [$0, ($0 + 1) % n] }, plaquettes: [Array(0..<n)],
      symmetries: [(0..<n).map { ($0 + 1) % n }, (0..<n).map { n - 1 - $0 }])
  }

  /// A torus of width × height visible spins with all its edges, and a coarse spin in every plaquette with x
  /// + y even.
  ///
  /// Both sides must be even for the checkerboard to close. A side of 2 has double edges.
  ///
  /// - Throws: `BlockError` for odd sides or too many spins.
  public static func torus(width: Int, height: Int) throws(BlockError) -> Block {
    guard width >= 2, height >= 2, width % 2 == 0, height % 2 == 0 else {
      throw .badShape("a torus of \(width) × \(height); both sides must be even and at least 2")
    }
    guard width * height <= largest else { throw .tooLarge(spins: width * height, allowed: largest) }
    func site(_ x: Int, _ y: Int) -> Int { x % width + width * (y % height) }
    var edges: [[Int]] = []
    var plaquettes: [[Int]] = []
    for y in 0..<height {
      for x in 0..<width {
        edges += [[site(x, y), site(x + 1, y)], [site(x, y), site(x, y + 1)]]
        if (x + y) % 2 == 0 {
          plaquettes.append([site(x, y), site(x + 1, y), site(x + 1, y + 1), site(x, y + 1)])
        }
      }
    }
    return try Block(spins: width * height, edges: edges, plaquettes: plaquettes)
  }

  /// A grid of width × height visible spins with open boundaries and all its edges.
  ///
  /// 3 × 3 with `.all` is Shen's 21-spin block (9 visible and 12 hidden fine spins); with `.checkerboard` it
  /// is the one that matches the Lieb lattice.
  ///
  /// - Throws: `BlockError` for sides below 2 or too many spins.
  public static func grid(
    width: Int, height: Int, plaquettes rule: CoarsePlaquettes
  ) throws(BlockError) -> Block {
    guard width >= 2, height >= 2 else {
      throw .badShape("a grid of \(width) × \(height); both sides must be at least 2")
    }
    guard width * height <= largest else { throw .tooLarge(spins: width * height, allowed: largest) }
    func site(_ x: Int, _ y: Int) -> Int { x + width * y }
    var edges: [[Int]] = []
    var plaquettes: [[Int]] = []
    for y in 0..<height {
      for x in 0..<width {
        if x + 1 < width { edges.append([site(x, y), site(x + 1, y)]) }
        if y + 1 < height { edges.append([site(x, y), site(x, y + 1)]) }
        if x + 1 < width, y + 1 < height, rule == .all || (x + y) % 2 == 0 {
          plaquettes.append([site(x, y), site(x + 1, y), site(x, y + 1), site(x + 1, y + 1)])
        }
      }
    }
    let sites = (0..<(width * height)).map { ($0 % width, $0 / width) }
    var symmetries = [
      sites.map { site(width - 1 - $0.0, $0.1) }, sites.map { site($0.0, height - 1 - $0.1) },
      sites.map { site(width - 1 - $0.0, height - 1 - $0.1) },
    ]
    if width == height {
      symmetries += [sites.map { site($0.1, $0.0) }, sites.map { site(width - 1 - $0.1, height - 1 - $0.0) }]
    }
    return try Block(spins: width * height, edges: edges, plaquettes: plaquettes, symmetries: symmetries)
  }
}
