import Lattice
import Learning
import Random
import Renormalization

/// Pairs of a lattice and its majority blocking from one Swendsen–Wang chain, counted for every network at once.
struct TrainingPatches: Codable, Sendable {
  var patches: PatchCounts
  var joint: JointCounts

  init() {
    patches = PatchCounts()
    joint = JointCounts()
  }

  /// Runs a chain and counts.
  ///
  /// - Throws: `IsingError`, `RenormalizationError`.
  init(_ parameters: EnsembleParameters, blocking rule: BlockRule, chain: Int, random: RandomStream) throws {
    var moves = random.child("sweeps")
    var coins = random.child("ties")
    var state = try SwendsenWang(side: parameters.size, coupling: parameters.coupling, random: &moves)
    state.sweep(parameters.thermalisation)
    var patchValues = [Int](repeating: 0, count: TrainingCounts.patchEntries)
    var jointValues = [Int](repeating: 0, count: TrainingCounts.jointEntries)
    for _ in 0..<parameters.configurations(ofChain: chain) {
      state.sweep(parameters.sweepsBetween)
      let fine = state.lattice
      let coarse = try rule.block(fine, random: &coins).coarse
      TrainingCounts.addPatchCounts(fine: fine, coarse: coarse, to: &patchValues)
      TrainingCounts.addJointCounts(fine: fine, coarse: coarse, to: &jointValues)
    }
    patches = try PatchCounts(size: 4, values: patchValues)
    joint = try JointCounts(values: jointValues)
  }
}

/// The training and the validation configurations of the comparison of networks.
struct TrainingData: Codable, Sendable {
  let training: TrainingPatches
  let validation: TrainingPatches
  /// The twelve context counts of each training chain, for errors.
  let chains: [ContextCounts]
  /// Standard error of the three-parameter net's loss from the scatter between training chains: how much any loss
  /// would change with other configurations.
  let lossError: Double

  /// - Parameter patches: of independent chains; the first half trains, the second validates.
  init(_ patches: [TrainingPatches]) throws {
    func merged(_ part: ArraySlice<TrainingPatches>) throws -> TrainingPatches {
      var total = TrainingPatches()
      for chain in part {
        try total.patches.merge(chain.patches)
        total.joint.merge(chain.joint)
      }
      return total
    }
    let half = patches.count / 2
    training = try merged(patches[..<half])
    validation = try merged(patches[half...])
    let net = try ThreeParameterNet(training.patches.contextCounts.fit())
    chains = patches[..<half].map(\.patches.contextCounts)
    let losses = try chains.map { try net.loss(on: $0) }
    let mean = losses.reduce(0, +) / Double(half)
    let squares = losses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    lossError = (squares / Double(half * (half - 1))).squareRoot()
  }
}
