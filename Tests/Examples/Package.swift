// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// A package of its own, as somebody else's would be: it sees only the products of virtsh.
let package = Package(
  name: "Examples",
  dependencies: [.package(name: "virtsh", path: "../..")],
  targets: [
    // The shell with a driver more.
    .executableTarget(
      name: "example-shell",
      dependencies: [
        .product(name: "Drivers", package: "virtsh"), .product(name: "Libvirt", package: "virtsh"),
        .product(name: "Shell", package: "virtsh"),
      ],
      path: "Driver", swiftSettings: strict),
    // A program that uses the library and knows nothing of the shell.
    .executableTarget(
      name: "example-program", dependencies: [.product(name: "Libvirt", package: "virtsh")], path: "Program", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
