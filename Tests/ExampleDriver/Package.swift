// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as somebody else's driver would be: it sees only the products of virtsh.
let package = Package(
  name: "ExampleDriver",
  dependencies: [.package(name: "virtsh", path: "../..")],
  targets: [
    .executableTarget(
      name: "example-shell",
      dependencies: [.product(name: "Drivers", package: "virtsh"), .product(name: "Shell", package: "virtsh")],
      path: "Sources",
      swiftSettings: [.treatAllWarnings(as: .error)]
    )
  ],
  swiftLanguageModes: [.v6]
)
