import Lattice

/// The cluster algorithm that generates the configurations of an Ising model.
///
/// Both are exact. At K_c they give equally many independent energies for the same work; where the correlation length
/// is short a Wolff cluster is a small part of the lattice, and Swendsen–Wang is up to three times as efficient.
public enum ClusterSampler: String, Sendable, Codable, CaseIterable {
  /// Single clusters; an update is one cluster.
  case wolff
  /// All clusters; an update is one sweep.
  case swendsenWang = "swendsen-wang"
}

/// A Markov chain of cluster updates.
protocol ClusterChain {
  /// The present configuration.
  var lattice: SpinLattice { get }
  /// Forgets the start over about `sweeps` sweeps of the lattice.
  mutating func thermalise(_ sweeps: Int)
  /// Makes a number of updates that does not depend on the configurations.
  mutating func update(_ count: Int)
}

extension SwendsenWang: ClusterChain {
  mutating func thermalise(_ sweeps: Int) { sweep(sweeps) }
  mutating func update(_ count: Int) { sweep(count) }
}

extension Wolff: ClusterChain {
  /// Clusters that visit every site `sweeps` times on average, and then as many clusters again: the end of the first
  /// part depends on the sizes of clusters, which biases the configuration it stops in.
  mutating func thermalise(_ sweeps: Int) {
    let sites = lattice.sites
    var clusters = 0
    var visited = 0
    while visited < sweeps * sites {
      visited += step()
      clusters += 1
    }
    update(clusters)
  }

  mutating func update(_ count: Int) {
    for _ in 0..<count { _ = step() }
  }
}
