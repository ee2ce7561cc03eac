import Foundation
import Random
import Testing

@testable import Learning

/// The machine and the data of the study's reference numbers, and plain sums over all states of both layers.
private struct Reference {
  let machine: EnumeratedMachine
  let data: EnumeratedLaw

  init() throws {
    machine = try EnumeratedMachine(
      weights: (0..<6).map { i in (0..<4).map { j in 0.5 * sin(Double(1 + i + 2 * j)) } },
      visibleBias: (0..<6).map { 0.1 * cos(Double($0)) }, hiddenBias: (0..<4).map { 0.2 * sin(Double($0) / 2) })
    data = try EnumeratedLaw(units: 6, states: [0, 5, 21, 42, 63])
  }
}

/// Σ over all states of both layers of a machine, without any shortcut.
private func plainAverage(
  _ machine: EnumeratedMachine, _ function: (_ v: [Double], _ h: [Double]) -> Double
) -> (sum: Double, partition: Double) {
  func spins(_ state: Int, _ count: Int) -> [Double] { (0..<count).map { state >> $0 & 1 == 1 ? 1 : -1 } }
  var (sum, partition) = (0.0, 0.0)
  for a in 0..<1 << machine.visible {
    let v = spins(a, machine.visible)
    for b in 0..<1 << machine.hidden {
      let h = spins(b, machine.hidden)
      var energy = zip(v, machine.visibleBias).reduce(0) { $0 + $1.0 * $1.1 }
      energy += zip(h, machine.hiddenBias).reduce(0) { $0 + $1.0 * $1.1 }
      for i in v.indices { for j in h.indices { energy += v[i] * h[j] * machine.weights[i * h.count + j] } }
      let weight = exp(energy)
      partition += weight
      sum += weight * function(v, h)
    }
  }
  return (sum / partition, partition)
}

private func randomMachine(_ visible: Int, _ hidden: Int) throws -> EnumeratedMachine {
  var random = RandomStream(seed: 1, name: "enumerated-machine", index: 100 * visible + hidden)
  return try EnumeratedMachine(
    visible: visible, hidden: hidden, weights: (0..<visible * hidden).map { _ in 0.7 * random.normal() },
    visibleBias: (0..<visible).map { _ in 0.3 * random.normal() },
    hiddenBias: (0..<hidden).map { _ in 0.3 * random.normal() })
}

@Suite("Enumerated machine")
struct EnumeratedMachineTests {
  @Test("the reference numbers of a 6 x 4 machine")
  func referenceNumbers() throws {
    let reference = try Reference()
    let moments = reference.machine.moments()
    #expect(abs(reference.machine.logPartitionFunction - 8.739165903000808) < 1e-12)
    #expect(abs(moments.visible[0] - 0.181872884918) < 1e-11)
    #expect(abs(moments.hidden[0] - 0.187372435215) < 1e-11)
    #expect(abs(moments.visibleHidden[0] - 0.576640033452) < 1e-11)
    #expect(abs(try reference.machine.meanLogLikelihood(of: reference.data) + 5.630690393461554) < 1e-12)
    let gradient = try reference.machine.gradient(of: reference.data)
    #expect(abs(gradient.weights[0] + 0.412092905441) < 1e-11)
    #expect(abs(gradient.weights[3 * 4 + 2] + 0.420515520791) < 1e-11)
    let chains = try reference.machine.contrastiveDivergence(steps: [1, 2, 10], of: reference.data)
    let printed = [-0.298596331546, -0.38129221478, -0.412250282425]
    let errors: [(value: Double, unit: Double)] = [(0.2319, 1e-4), (0.0701, 1e-4), (0.00046, 1e-5)]
    for k in 0..<3 {
      #expect(abs(chains[k].weights[0] - printed[k]) < 1e-11)
      #expect(abs(chains[k].relativeError(from: gradient) - errors[k].value) <= errors[k].unit / 2)
    }
  }

  @Test(
    "sums over one layer equal sums over both",
    arguments: [(1, 1), (1, 3), (2, 2), (2, 5), (3, 4), (5, 2), (6, 4), (4, 6), (7, 1)])
  func bothLayers(visible: Int, hidden: Int) throws {
    let machine = try randomMachine(visible, hidden)
    #expect(abs(machine.logPartitionFunction - log(plainAverage(machine) { _, _ in 1 }.partition)) < 1e-12)
    let moments = machine.moments()
    for i in 0..<visible {
      #expect(abs(moments.visible[i] - plainAverage(machine) { v, _ in v[i] }.sum) < 1e-13)
      for k in 0..<visible {
        #expect(abs(moments.visiblePairs[i * visible + k] - plainAverage(machine) { v, _ in v[i] * v[k] }.sum) < 1e-13)
      }
      for j in 0..<hidden {
        let expected = plainAverage(machine) { v, h in v[i] * h[j] }.sum
        #expect(abs(moments.visibleHidden[i * hidden + j] - expected) < 1e-13)
      }
    }
    for j in 0..<hidden {
      #expect(abs(moments.hidden[j] - plainAverage(machine) { _, h in h[j] }.sum) < 1e-13)
      for k in 0..<hidden {
        #expect(abs(moments.hiddenPairs[j * hidden + k] - plainAverage(machine) { _, h in h[j] * h[k] }.sum) < 1e-13)
      }
    }
  }

  @Test("the laws of both layers are marginals of the joint law", arguments: [(2, 3), (5, 3), (3, 5)])
  func marginals(visible: Int, hidden: Int) throws {
    let machine = try randomMachine(visible, hidden)
    let visibleLaw = try machine.visibleLaw()
    let hiddenLaw = try machine.hiddenLaw()
    let moments = machine.moments()
    #expect(abs(visibleLaw.probabilities.reduce(0, +) - 1) < 1e-14)
    #expect(abs(visibleLaw.correlation(0, 1) - moments.visiblePairs[1]) < 1e-13)
    #expect(abs(hiddenLaw.correlation(0, 1) - moments.hiddenPairs[1]) < 1e-13)
    for state in 0..<1 << visible {
      #expect(abs(exp(machine.logProbability(ofState: state)) - visibleLaw.probabilities[state]) < 1e-14)
    }
  }

  @Test("the gradient is the slope of the likelihood")
  func gradient() throws {
    let reference = try Reference()
    let machine = reference.machine
    let gradient = try machine.gradient(of: reference.data)
    let step = 1e-5
    func slope(_ change: (inout [Double], inout [Double], inout [Double], Double) -> Void) throws -> Double {
      let values = try [step, -step].map { step -> Double in
        var (w, a, b) = (machine.weights, machine.visibleBias, machine.hiddenBias)
        change(&w, &a, &b, step)
        return try EnumeratedMachine(visible: 6, hidden: 4, weights: w, visibleBias: a, hiddenBias: b)
          .meanLogLikelihood(of: reference.data)
      }
      return (values[0] - values[1]) / (2 * step)
    }
    // The central difference errs by step² f'''/6 and by rounding, 1e-15/step.
    for k in 0..<24 { #expect(abs(try slope { w, _, _, d in w[k] += d } - gradient.weights[k]) < 1e-9) }
    for k in 0..<6 { #expect(abs(try slope { _, a, _, d in a[k] += d } - gradient.visibleBias[k]) < 1e-9) }
    for k in 0..<4 { #expect(abs(try slope { _, _, b, d in b[k] += d } - gradient.hiddenBias[k]) < 1e-9) }
  }

  @Test("contrastive divergence tends to the gradient, and without steps it is zero")
  func contrastiveDivergence() throws {
    let reference = try Reference()
    let gradient = try reference.machine.gradient(of: reference.data)
    let chains = try reference.machine.contrastiveDivergence(steps: [0, 1, 2, 4, 8, 16, 256], of: reference.data)
    #expect(chains[0].weights.allSatisfy { abs($0) < 1e-15 })
    let errors = chains.map { $0.relativeError(from: gradient) }
    for (first, second) in zip(errors, errors.dropFirst()) { #expect(second < first) }
    #expect(errors[6] < 1e-12)
    for (a, b) in zip(chains[6].visibleBias + chains[6].hiddenBias, gradient.visibleBias + gradient.hiddenBias) {
      #expect(abs(a - b) < 1e-12)
    }
  }

  @Test("the machine's own law is left unchanged by a Gibbs step")
  func stationary() throws {
    let machine = try randomMachine(5, 3)
    let chain = try machine.contrastiveDivergence(steps: [1], of: machine.visibleLaw())[0]
    #expect((chain.weights + chain.visibleBias + chain.hiddenBias).allSatisfy { abs($0) < 1e-14 })
  }

  @Test("the divergence from a law is its likelihood and entropy, and zero from the machine's own")
  func divergence() throws {
    let reference = try Reference()
    let found = try reference.machine.divergence(from: reference.data)
    #expect(abs(found - (-log(5) + 5.630690393461554)) < 1e-12)
    #expect(try reference.machine.divergence(from: reference.machine.visibleLaw()) < 1e-15)
    let uniform = try EnumeratedLaw(units: 6, weights: [Double](repeating: 1, count: 64))
    let plain = try -log(64) - reference.machine.meanLogLikelihood(of: uniform)
    #expect(abs(try reference.machine.divergence(from: uniform) - plain) < 1e-13)
  }

  @Test("large weights do not overflow, and many hidden units do not")
  func extremes() throws {
    // 2 cosh of 3000 and of 1000, each for two of the four visible states.
    let copies = try EnumeratedMachine(weights: [[2000], [1000]])
    #expect(abs(copies.logPartitionFunction - (3000 + log(2))) < 1e-9)
    let wide = try EnumeratedMachine(weights: [[Double](repeating: 0, count: 3000)])
    #expect(abs(wide.logPartitionFunction - 3001 * log(2)) < 1e-9)
  }

  @Test("reversed hidden units change nothing that is visible")
  func aligned() throws {
    let machine = try randomMachine(5, 3)
    let aligned = machine.aligned
    #expect((0..<3).allSatisfy { aligned.field(ofHidden: $0).reduce(0, +) > 0 })
    let laws = try (aligned.visibleLaw().probabilities, machine.visibleLaw().probabilities)
    #expect(zip(laws.0, laws.1).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("hidden couplings reproduce the law of the hidden units")
  func hiddenCouplings() throws {
    let machine = try randomMachine(4, 3)
    let couplings = try machine.hiddenCouplings()
    let law = try machine.hiddenLaw()
    for state in 0..<8 {
      var logarithm = 0.0
      for set in 0..<8 { logarithm += couplings[set] * ((set & ~state).nonzeroBitCount % 2 == 0 ? 1 : -1) }
      #expect(abs(logarithm - log(law.probabilities[state])) < 1e-13)
    }
  }

  @Test("bad input is refused with one line")
  func refusals() throws {
    #expect(throws: EnumeratedMachineError.self) { try EnumeratedMachine(visible: 2, hidden: 2, weights: [1, 2, 3]) }
    #expect(throws: EnumeratedMachineError.emptyLayer(visible: 0, hidden: 2)) {
      try EnumeratedMachine(visible: 0, hidden: 2, weights: [])
    }
    #expect(throws: EnumeratedMachineError.tooManyStates(operation: "machine", units: 21, allowed: 20)) {
      try EnumeratedMachine(visible: 21, hidden: 21, weights: [Double](repeating: 0, count: 441))
    }
    #expect(throws: EnumeratedMachineError.self) { try EnumeratedMachine(weights: [[1, 2], [3]]) }
    #expect(throws: EnumeratedMachineError.self) { try EnumeratedMachine(weights: [[.nan]]) }
    #expect(throws: EnumeratedMachineError.notANumber(text: "np.float64(4.0)", position: 1)) {
      try EnumeratedMachine.numbers(inText: "1.5, np.float64(4.0)")
    }
    #expect(try EnumeratedMachine.numbers(inText: "1, -2e-3\n 3.5") == [1, -2e-3, 3.5])
    #expect(throws: EnumeratedMachineError.badState(index: 1, state: 4, units: 2)) {
      try EnumeratedLaw(units: 2, states: [0, 4])
    }
    #expect(throws: EnumeratedMachineError.emptyLaw) { try EnumeratedLaw(units: 2, states: []) }
    let machine = try randomMachine(3, 2)
    #expect(throws: EnumeratedMachineError.lawUnits(found: 2, expected: 3)) {
      try machine.gradient(of: EnumeratedLaw(units: 2, states: [0]))
    }
    let message = EnumeratedMachineError.wrongCount(
      what: "weights", found: 3, expected: 4, rule: "2 visible times 2 hidden units"
    ).description
    #expect(message == "machine: 3 weights; 4 are needed (2 visible times 2 hidden units)")
  }

  @Test("a trained machine and its samples are taken over as they are")
  func trained() throws {
    let weights: [Float] = [0.5, -0.25, 1, 0.75, 0, 0.125]
    let trained = try BoltzmannMachine(visible: 3, hidden: 2, weights: weights, hiddenBias: [0.5, -1])
    let exact = try EnumeratedMachine(trained)
    #expect(exact.weights == weights.map { Double($0) })
    #expect(exact.visibleBias == [0, 0, 0] && exact.hiddenBias == [0.5, -1])
    var samples = try SpinSamples(units: 3, count: 4)
    samples[1, 0] = true
    samples[2, 2] = true
    samples[3, 0] = true
    #expect(try EnumeratedLaw(samples) == EnumeratedLaw(units: 3, states: [0, 1, 4], weights: [1, 2, 1]))
  }

  @Test("a state listed twice counts twice")
  func repeatedStates() throws {
    let twice = try EnumeratedLaw(units: 3, states: [5, 1, 5], weights: [1, 2, 1])
    #expect(twice == (try EnumeratedLaw(units: 3, states: [1, 5])))
  }
}
