import Lattice

/// The recorded observables of the configurations of one chain, in their order; per site, as in `FieldMoments`.
struct FieldSeries: Codable, Sendable {
  let side: Int
  private(set) var m: [Double] = []
  private(set) var p2: [Double] = []
  private(set) var p4: [Double] = []
  private(set) var nn: [Double] = []

  init(side: Int) { self.side = side }

  var count: Int { m.count }

  mutating func append(_ moments: FieldMoments) {
    m.append(moments.m)
    p2.append(moments.p2)
    p4.append(moments.p4)
    nn.append(moments.nn)
  }
}
