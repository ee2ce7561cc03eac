// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "Kadanoff", path: "..")],
  targets: [
    .executableTarget(name: "benchmarks", dependencies: [.product(name: "Studies", package: "Kadanoff")])
  ],
  swiftLanguageModes: [.v6]
)
