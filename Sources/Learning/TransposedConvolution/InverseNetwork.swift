import Random

/// An inverse transformation with one hidden layer over the oriented patch p:
/// g(p) = K·p + c + Σ_u v_u s(w_u·p + b_u).
///
/// The same as a transposed convolution of stride 2 with as many filters as hidden units, an activation and a
/// 1 × 1 convolution to one channel, with weights shared over D₄. When fields are generated g is averaged
/// over a patch and its transpose (and, for odd networks, over the sign), so that the symmetry is exact.
///
/// Parameters, the same list for every kind, zero where a kind does not have them: w [hidden][patch],
/// b [hidden], v [hidden], K [patch], c.
public struct InverseNetwork: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// ReLU without biases (NET-B): g(a φ) = a g(φ) for every a > 0.
    case reluHomogeneous = "relu-homogeneous"
    /// ReLU with biases b and c (NET-C).
    case reluBias = "relu-bias"
    /// tanh without biases (NET-D): g(-φ) = -g(φ).
    case tanhOdd = "tanh-odd"
  }

  public let kind: Kind
  public let window: PatchWindow
  /// Number of hidden units H.
  public let hidden: Int
  /// Whether there is a linear map K beside the hidden layer.
  public let skip: Bool
  /// Whether fields are generated with (g(φ) - g(-φ))/2. For `reluHomogeneous` that is a linear map.
  public let odd: Bool
  /// (patch + 2) · hidden + patch + 1 numbers.
  public let parameters: [Double]

  /// - Throws: `InverseMapError.setting`, `.wrongCount`, `.notFinite` or `.unusedParameter`.
  public init(
    kind: Kind, window: PatchWindow, hidden: Int, skip: Bool = false, odd: Bool = false, parameters: [Double]
  ) throws(InverseMapError) {
    guard hidden >= 1 else {
      throw .setting(name: "the number of hidden units", value: Double(hidden), allowed: "1 or more")
    }
    self.kind = kind
    self.window = window
    self.hidden = hidden
    self.skip = skip
    self.odd = odd
    self.parameters = parameters
    let what = "the parameters of a \(kind.rawValue) network with \(hidden) units on window \(window)"
    try FieldPairs.check(parameters, count: layout.count, what)
    for (index, isUsed) in trainable.enumerated() where !isUsed && parameters[index] != 0 {
      throw .unusedParameter(index: index, network: kind.rawValue + (skip ? " skip" : ""))
    }
  }

  /// Random weights: normal of variance 2/patch for ReLU (He), 1/patch for tanh (LeCun), output weights of
  /// variance 1/H, everything else zero.
  ///
  /// K. He, X. Zhang, S. Ren, J. Sun, arXiv 1502.01852; Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, "Efficient
  /// BackProp" (1998).
  /// - Throws: `InverseMapError.setting`.
  public init(
    kind: Kind, window: PatchWindow, hidden: Int, skip: Bool = false, odd: Bool = false,
    random: inout RandomStream
  ) throws(InverseMapError) {
    let layout = NetworkLayout(patch: window.count, hidden: max(hidden, 0))
    var parameters = [Double](repeating: 0, count: layout.count)
    let variance = (kind == .tanhOdd ? 1.0 : 2.0) / Double(window.count)
    let width = variance.squareRoot()
    for i in 0..<layout.biases { parameters[i] = width * random.normal() }
    let headWidth = (1 / Double(max(hidden, 1))).squareRoot()
    for i in layout.heads..<layout.kernel { parameters[i] = headWidth * random.normal() }
    try self.init(kind: kind, window: window, hidden: hidden, skip: skip, odd: odd, parameters: parameters)
  }

  /// Decodes and checks a network.
  ///
  /// - Throws: `InverseMapError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kind: values.decode(Kind.self, forKey: .kind), window: values.decode(PatchWindow.self, forKey: .window),
      hidden: values.decode(Int.self, forKey: .hidden), skip: values.decode(Bool.self, forKey: .skip),
      odd: values.decode(Bool.self, forKey: .odd),
      parameters: values.decode([Double].self, forKey: .parameters))
  }

  private enum CodingKeys: String, CodingKey { case kind, window, hidden, skip, odd, parameters }

  var layout: NetworkLayout { NetworkLayout(patch: window.count, hidden: hidden) }

  /// Which parameters this kind of network has.
  var trainable: [Bool] {
    let layout = layout
    return (0..<layout.count).map { index in
      switch index {
      case layout.biases..<layout.heads, layout.constant: kind == .reluBias
      case layout.kernel..<layout.constant: skip
      default: true
      }
    }
  }

  /// The same network with other parameters, which are not checked.
  func replacing(_ parameters: [Double]) throws(InverseMapError) -> InverseNetwork {
    try InverseNetwork(
      kind: kind, window: window, hidden: hidden, skip: skip, odd: odd, parameters: parameters)
  }

  /// A wider network that is the average of this one over transposition and, if odd, sign.
  var symmetrized: PatchFunction {
    let layout = layout
    let transposition = window.transposition
    let signs: [Double] = odd && kind == .reluBias || odd && kind == .reluHomogeneous ? [1, -1] : [1]
    let isSymmetric = transposition == Array(window.offsets.indices)
    let share = 1 / Double(signs.count * (isSymmetric ? 1 : 2))
    var (weights, biases, heads): ([Double], [Double], [Double]) = ([], [], [])
    for sign in signs {
      for exchanged in isSymmetric ? [false] : [false, true] {
        for u in 0..<hidden {
          for e in 0..<layout.patch {
            weights.append(sign * parameters[u * layout.patch + (exchanged ? transposition[e] : e)])
          }
          biases.append(parameters[layout.biases + u])
          heads.append(sign * share * parameters[layout.heads + u])
        }
      }
    }
    let kernel = transposition.indices.map {
      0.5 * (parameters[layout.kernel + $0] + parameters[layout.kernel + transposition[$0]])
    }
    let constant = signs.count == 2 ? 0 : parameters[layout.constant]
    return PatchFunction(
      patch: layout.patch, hidden: heads.count, usesTanh: kind == .tanhOdd,
      parameters: weights + biases + heads + kernel + [constant])
  }
}

/// Where the parameters of a network with one hidden layer are.
struct NetworkLayout {
  let patch: Int
  let hidden: Int

  var biases: Int { hidden * patch }
  var heads: Int { biases + hidden }
  var kernel: Int { heads + hidden }
  var constant: Int { kernel + patch }
  var count: Int { constant + 1 }
}

/// A function of patches in the form that the kernels evaluate; a linear map has no hidden unit.
struct PatchFunction {
  let patch: Int
  let hidden: Int
  let usesTanh: Bool
  /// In the order of `NetworkLayout`.
  let parameters: [Double]

  init(patch: Int, hidden: Int, usesTanh: Bool, parameters: [Double]) {
    self.patch = patch
    self.hidden = hidden
    self.usesTanh = usesTanh
    self.parameters = parameters
  }

  init(_ map: LinearInverse) {
    self.init(patch: map.window.count, hidden: 0, usesTanh: false, parameters: map.kernel + [0])
  }
}
