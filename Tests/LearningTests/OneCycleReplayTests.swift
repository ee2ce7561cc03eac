import Random
import Testing

@testable import Learning

@Suite("AdamW with a one-cycle schedule")
struct OneCycleReplayTests {
  /// The contexts of the critical Ising model at L = 4, rounded.
  static let table: [SIMD2<Double>] = [
    SIMD2(0.01019385, 0.0166858), SIMD2(0.00112525, 0.00224102), SIMD2(0.00654938, 0.02250059),
    SIMD2(0.00823865, 0.04552066), SIMD2(0.0023314, 0.02454825), SIMD2(0.03817262, 0.82189253),
  ]

  @Test("rates and momenta are PyTorch's")
  func schedule() throws {
    // torch.optim.lr_scheduler.OneCycleLR of PyTorch 2.15, total_steps = 100, max_lr = 0.01.
    let schedule = try OneCycle(steps: 100)
    let expected: [(Int, Double, Double)] = [
      (0, 0.0004, 0.95), (1, 0.00042813780565907275, 0.9497068978577179),
      (10, 0.002951639484641007, 0.9234204220349895), (29, 0.01, 0.85),
      (30, 0.009994965352845242, 0.8500503466729342), (99, 4e-08, 0.95),
    ]
    for (step, rate, beta) in expected {
      #expect(abs(schedule.learningRate(step) - rate) < 1e-15)
      #expect(abs(schedule.beta1(step) - beta) < 1e-15)
    }
    #expect(throws: OptimizerError.self) { _ = try OneCycle(steps: 3) }
    #expect(throws: OptimizerError.self) { _ = try OneCycle(steps: 10, maximumRate: 0) }
  }

  @Test("runs are PyTorch's")
  func runs() throws {
    // torch.optim.AdamW (weight_decay = 0.01) and OneCycleLR of PyTorch 2.15 in double precision.
    let start = try ThreeParameterNet(a: 0.2, b: 0.9, c: 0.5)
    let hundred = try OneCycleReplay(counts: Self.table, steps: 100, start: start)
    let losses = [
      (0, 0.23238575100956052), (1, 0.23232900294454992), (10, 0.23096965679764295),
      (30, 0.22394547258179265),
    ]
    for (step, loss) in losses { #expect(abs(hundred.losses[step] - loss) < 1e-12) }
    let fiveHundred = try OneCycleReplay(counts: Self.table, steps: 500, start: start)
    let ends = [
      (hundred.end, [0.3161927088167708, 1.0324855768986365, 0.6869477806861819]),
      (fiveHundred.end, [0.26230351341083186, 1.0171122457841157, 0.9454540028364967]),
    ]
    for (end, expected) in ends {
      for (x, y) in zip([end.a, end.b, end.c], expected) { #expect(abs(x - y) < 1e-10) }
    }
    #expect(fiveHundred.losses.count == 501)
    #expect(abs(fiveHundred.losses[99] - 0.22367839319896146) < 1e-12)
  }

  @Test("no run beats Newton's method, none is far above it after 1000 steps")
  func excess() throws {
    let optimum = try ContextCounts.problem().fit(SmallIsing.contextTable).loss
    for index in 0..<20 {
      var random = RandomStream(seed: 1, name: "replay", index: index)
      let run = try OneCycleReplay(counts: SmallIsing.contextTable, steps: 1000, random: &random)
      let excess = try #require(run.losses.last) - optimum
      #expect(excess > 0 && excess < 2e-3)
      #expect(run.losses.allSatisfy { $0 > optimum })
    }
  }

  @Test("decay alone shrinks the parameters by 1 - lr λ a step")
  func decay() throws {
    var parameters = [2.0]
    var optimizer = try AdamW(parameterCount: 1, weightDecay: 0.5)
    for _ in 0..<10 { optimizer.step(&parameters, gradient: [0], learningRate: 0.1) }
    #expect(abs(parameters[0] - 2 * (0..<10).reduce(1.0) { value, _ in value * 0.95 }) < 1e-15)
    #expect(optimizer.steps == 10)
    #expect(throws: OptimizerError.self) { _ = try AdamW(parameterCount: 1, weightDecay: -1) }
  }
}
