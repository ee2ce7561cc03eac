import Notebook

/// Every parameter of the study.
struct Parameters: Sendable {
  let chain: ChainParameters
  let blocking: BlockingParameters
  let mcrg: MCRGParameters
  let flow: FlowParameters
  let machine: MachineParameters
  let map: MapParameters
  let deep: DeepParameters
  let small: SmallParameters
  let reconstruction: ReconstructionParameters

  init(_ read: ParameterReader) throws {
    chain = try read.group("chain") { try ChainParameters($0) }
    blocking = try read.group("blocking") { try BlockingParameters($0) }
    mcrg = try read.group("mcrg") { try MCRGParameters($0) }
    flow = try read.group("flow") { try FlowParameters($0) }
    machine = try read.group("machine") { try MachineParameters($0) }
    map = try read.group("map") { try MapParameters($0) }
    deep = try read.group("deep") { try DeepParameters($0) }
    small = try read.group("small") { try SmallParameters($0) }
    reconstruction = try read.group("reconstruction") { try ReconstructionParameters($0) }
    for (key, samples) in [
      ("map.samples", map.samples), ("map.deep_samples", map.deepSamples), ("deep.samples", deep.samples),
    ] where samples < machine.batch {
      throw read.invalid(key, "is \(samples); allowed: at least the \(machine.batch) configurations of machine.batch")
    }
  }
}

extension ParameterReader {
  /// Refuses a list that is empty, or not in ascending order without repetitions.
  ///
  /// - Throws: `ParameterError`.
  func requireAscending(_ key: String, _ list: [Double]) throws {
    guard !list.isEmpty, zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw invalid(key, "is \(list); allowed: at least one number, each larger than the one before")
    }
  }

  /// The same of whole numbers.
  ///
  /// - Throws: `ParameterError`.
  func requireAscending(_ key: String, _ list: [Int]) throws {
    guard !list.isEmpty, zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw invalid(key, "is \(list); allowed: at least one number, each larger than the one before")
    }
  }

  /// A number of hidden units that can form a square lattice coarser than the visible one by a whole factor.
  ///
  /// - Throws: `ParameterError` unless units = (side/b)² with a whole b ≥ 1.
  func requireSquare(_ key: String, units: Int, side: Int, _ verb: String = "is") throws {
    let root = Int(Double(units).squareRoot().rounded())
    guard root >= 1, root * root == units, side % root == 0 else {
      let fits = (1...side).filter { side % $0 == 0 }.map { "\((side / $0) * (side / $0))" }.joined(separator: ", ")
      throw invalid(key, "\(verb) \(units); allowed: squares of divisors of the side \(side): \(fits)")
    }
  }
}
