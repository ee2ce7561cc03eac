// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Kadanoff",
  products: [
    .executable(name: "kadanoff", targets: ["kadanoff"]),
    .library(name: "MLRG", targets: ["MLRG", "Notebook", "Learning", "Random"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
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
    .target(name: "Learning", dependencies: ["Elementary", "Random"]),

    // MARK: The notebook
    .target(
      name: "Notebook",
      dependencies: [
        "Statistics", "Random", "GSL", "Elementary",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),

    // MARK: Studies
    .target(
      name: "MLRG", dependencies: ["Notebook", "Learning", "Statistics", "GSL", "Random", "Elementary", "CSimd"],
      path: "studies/mlrg", exclude: ["profiles"]),

    // MARK: The command line
    .executableTarget(
      name: "kadanoff",
      dependencies: [
        "Notebook", "MLRG", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: Tests
    .testTarget(name: "GSLTests", dependencies: ["GSL"]),
    .testTarget(name: "RandomTests", dependencies: ["Random", "Elementary"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Random"]),
    .testTarget(name: "LearningTests", dependencies: ["Learning", "Random"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook"]),
    .testTarget(
      name: "MLRGTests", dependencies: ["MLRG", "Notebook", "Learning", "Random", "Statistics", "GSL", "Elementary"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "kadanoff", "Notebook", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(name: "StudyTests", dependencies: ["Notebook", "MLRG"]),
  ],
  swiftLanguageModes: [.v6]
)
