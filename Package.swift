// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Kadanoff",
  products: [
    .executable(name: "kadanoff", targets: ["kadanoff"]),
    .library(
      name: "Studies",
      targets: [
        "MLRG", "IsingGenerator", "PhiFourIRG", "SpinGlassIRG", "RBMvsRG", "Notebook", "Learning", "Lattice",
        "Renormalization", "Random",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // MARK: C
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "CSimd"),

    // MARK: Numbers
    .target(name: "GSL", dependencies: ["CGSL"]),
    .target(name: "Elementary", dependencies: ["CSimd"]),
    .target(
      name: "Random",
      dependencies: ["CSimd", "Elementary", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Statistics", dependencies: ["GSL", "Random"]),

    // MARK: Physics
    .target(name: "Lattice", dependencies: ["CSimd", "Elementary", "Random"]),
    .target(name: "Renormalization", dependencies: ["Lattice", "Statistics", "GSL", "Random", "Elementary"]),
    .target(name: "Learning", dependencies: ["CSimd", "Elementary", "Random", "GSL"]),

    // MARK: The notebook
    .target(
      name: "Notebook",
      dependencies: [
        "Statistics", "Random", "GSL", "Elementary",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),

    // MARK: Studies
    .target(
      name: "MLRG", dependencies: ["Notebook", "Learning", "Statistics", "GSL", "Random", "Elementary", "CSimd"],
      path: "studies/mlrg", exclude: ["profiles"]),
    .target(
      name: "IsingGenerator",
      dependencies: [
        "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "GSL", "Random", "Elementary", "CSimd",
      ],
      path: "studies/ising-generator", exclude: ["profiles"]),
    .target(
      name: "PhiFourIRG",
      dependencies: [
        "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "GSL", "Random", "Elementary", "CSimd",
      ],
      path: "studies/phi4-irg", exclude: ["profiles"]),
    .target(
      name: "SpinGlassIRG",
      dependencies: [
        "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "GSL", "Random", "Elementary", "CSimd",
      ],
      path: "studies/spin-glass-irg", exclude: ["profiles"]),
    .target(
      name: "RBMvsRG",
      dependencies: [
        "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "GSL", "Random", "Elementary", "CSimd",
      ],
      path: "studies/rbm-vs-rg", exclude: ["profiles"]),

    // MARK: The command line
    .executableTarget(
      name: "kadanoff",
      dependencies: [
        "Notebook", "MLRG", "IsingGenerator", "PhiFourIRG", "SpinGlassIRG", "RBMvsRG",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: Tests
    .testTarget(name: "GSLTests", dependencies: ["GSL"]),
    .testTarget(name: "RandomTests", dependencies: ["Random", "Elementary"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Random"]),
    .testTarget(name: "LatticeTests", dependencies: ["Lattice", "Statistics", "Random"]),
    .testTarget(name: "RenormalizationTests", dependencies: ["Renormalization", "Lattice", "Statistics", "Random"]),
    .testTarget(name: "LearningTests", dependencies: ["Learning", "Random"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook"]),
    .testTarget(
      name: "MLRGTests", dependencies: ["MLRG", "Notebook", "Learning", "Random", "Statistics", "GSL", "Elementary"]),
    .testTarget(
      name: "IsingGeneratorTests",
      dependencies: [
        "IsingGenerator", "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "GSL", "Random",
      ]),
    .testTarget(
      name: "PhiFourIRGTests",
      dependencies: ["PhiFourIRG", "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "Random"]),
    .testTarget(
      name: "SpinGlassIRGTests",
      dependencies: ["SpinGlassIRG", "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "Random"]),
    .testTarget(
      name: "RBMvsRGTests",
      dependencies: ["RBMvsRG", "Notebook", "Lattice", "Renormalization", "Learning", "Statistics", "Random"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "kadanoff", "Notebook", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(
      name: "StudyTests",
      dependencies: ["Notebook", "MLRG", "IsingGenerator", "PhiFourIRG", "SpinGlassIRG", "RBMvsRG", "Random"]),
  ],
  swiftLanguageModes: [.v6]
)
