// swift-tools-version: 6.2
import PackageDescription

/// What all our code is compiled with.
///
/// By default generic types are looked up by their mangled names at run time, and each type in them that has to conform to a protocol
/// costs a walk through the thousands of conformances in the program. The linked program is small enough for direct calls instead:
/// they halve the instructions of a start.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
]

/// How the program is linked for a quick start and a small file.
///
/// - The statically linked Swift runtime brings 68,000 relocations, which the loader works off before `main`: packed (glibc 2.36) they
///   cost less time and fewer dirty pages. lld, which comes with the toolchain, can pack them.
/// - The toolchain exports every symbol for plug-ins, of which there are none. The runtime asks for its own path with `dladdr` before
///   `main`, and that reads the whole table of exported symbols: 37,000, now only those that libraries need.
/// - Without debug information the file is half as large. The symbol table stays: backtraces of a crash name functions, not lines.
let quickToLoad = [
  "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic",
  "-Xlinker", "--strip-debug",
]

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
]

let package = Package(
  name: "virtsh",
  products: [
    .executable(name: "virtsh", targets: ["virtsh"]),
    .library(name: "Drivers", targets: ["Drivers", "TestDriver", "RemoteDriver", "LibvirtProtocol", "ConnectionURI", "XDR"]),
    .library(name: "Libvirt", targets: ["LibvirtClient", "Libvirt"]),
    .library(name: "Shell", targets: ["Shell"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
  ],
  targets: [
    .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // No pkgConfig: it is not linked, but loaded when it is needed.
    .systemLibrary(name: "CSASL", providers: [.apt(["libsasl2-dev"])]),
    .systemLibrary(name: "CProcess"),
    .target(name: "Processes", dependencies: ["CProcess"], swiftSettings: strict),
    .target(name: "XDR", swiftSettings: strict),
    .target(name: "LibvirtProtocol", dependencies: ["XDR"], swiftSettings: strict),
    .target(name: "Files", swiftSettings: strict),
    .target(name: "ConnectionURI", dependencies: ["Files"], swiftSettings: strict),
    .target(name: "Drivers", dependencies: ["LibvirtProtocol", "ConnectionURI", "XDR"], swiftSettings: strict),
    .target(name: "Sockets", dependencies: ["Drivers"] + nio, swiftSettings: strict),
    .target(
      name: "RemoteDriver",
      dependencies: [
        "Drivers", "Files", "Sockets", "Processes", "CSASL", .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"), .product(name: "SwiftASN1", package: "swift-asn1"),
      ], swiftSettings: strict),
    .target(name: "XMLTree", dependencies: ["CLibxml2"], swiftSettings: strict),
    .target(name: "TestDriver", dependencies: ["Drivers", "XMLTree"], swiftSettings: strict),
    .target(name: "SExpressions", swiftSettings: strict),
    .target(
      name: "XenDriver",
      dependencies: ["Drivers", "Files", "Sockets", "SExpressions", "XMLTree", .product(name: "NIOHTTP1", package: "swift-nio")],
      swiftSettings: strict),
    .target(name: "Libvirt", dependencies: ["Drivers"], swiftSettings: strict),
    .target(name: "LibvirtClient", dependencies: ["Libvirt", "RemoteDriver", "TestDriver", "XenDriver"], swiftSettings: strict),
    .target(name: "CommandLanguage", swiftSettings: strict),
    .target(name: "Presentation", swiftSettings: strict),
    .target(
      name: "Commands", dependencies: ["CommandLanguage", "Presentation", "Libvirt", "XMLTree", "ConnectionURI"], swiftSettings: strict
    ),
    .target(name: "LineEditor", dependencies: ["CLibedit"], swiftSettings: strict),
    .target(
      name: "Shell", dependencies: ["Commands", "LineEditor", "Processes", "LibvirtClient"], swiftSettings: strict
    ),
    .executableTarget(
      name: "virtsh", dependencies: ["Shell"], swiftSettings: strict,
      linkerSettings: [.unsafeFlags(quickToLoad, .when(configuration: .release))]),

    // Programs and tests.
    .target(
      name: "TestDaemonKit", dependencies: ["Processes", "RemoteDriver", "TestDriver"] + nio, path: "Tests/TestDaemonKit",
      swiftSettings: strict),
    .target(name: "XenSimulators", dependencies: nio, path: "Tests/XenSimulators", swiftSettings: strict),
    .executableTarget(name: "xen-simulator", dependencies: ["XenSimulators"], path: "Tests/XenSimulator", swiftSettings: strict),
    .executableTarget(name: "test-daemon", dependencies: ["TestDaemonKit"], path: "Tests/TestDaemon", swiftSettings: strict),
    .executableTarget(name: "editor-lab", dependencies: ["LineEditor"], path: "Tests/EditorLab", swiftSettings: strict),
    .testTarget(name: "XDRTests", dependencies: ["XDR", "SeededNumbers"], swiftSettings: strict),
    .testTarget(
      name: "LibvirtProtocolTests", dependencies: ["LibvirtProtocol", "XDR", "SeededNumbers"], resources: [.copy("Facts")],
      swiftSettings: strict),
    .testTarget(name: "ConnectionURITests", dependencies: ["ConnectionURI"], swiftSettings: strict),
    .testTarget(name: "DriversTests", dependencies: ["Drivers"], swiftSettings: strict),
    .testTarget(name: "RemoteDriverTests", dependencies: ["RemoteDriver", "TestDaemonKit"], swiftSettings: strict),
    .testTarget(name: "XMLTreeTests", dependencies: ["XMLTree"], swiftSettings: strict),
    .testTarget(name: "TestDriverTests", dependencies: ["TestDriver", "XMLTree"], exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(name: "SExpressionsTests", dependencies: ["SExpressions", "SeededNumbers"], swiftSettings: strict),
    .testTarget(
      name: "XenDriverTests",
      dependencies: ["XenDriver", "XenSimulators", "SeededNumbers", "TestDaemonKit", .product(name: "NIOEmbedded", package: "swift-nio")],
      exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(name: "LibvirtTests", dependencies: ["Libvirt", "TestDriver"], swiftSettings: strict),
    .testTarget(name: "LibvirtClientTests", dependencies: ["LibvirtClient", "TestDaemonKit"], swiftSettings: strict),
    .testTarget(name: "CommandLanguageTests", dependencies: ["CommandLanguage"], swiftSettings: strict),
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
    .target(name: "FormParsers", path: "Tests/FormParsers", swiftSettings: strict),
    .testTarget(name: "PresentationTests", dependencies: ["Presentation", "FormParsers"], swiftSettings: strict),
    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "TestDriver"], resources: [.copy("Facts")], swiftSettings: strict),
    .testTarget(
      name: "ShellTests", dependencies: ["virtsh", "Shell", "TestDriver", "TestDaemonKit"],
      resources: [.copy("Cases"), .copy("Differential"), .copy("Fixtures")], swiftSettings: strict),
    .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"], swiftSettings: strict),
    .testTarget(name: "LayeringTests", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["virtsh", "editor-lab", "xen-simulator", "Commands", "TestDaemonKit", "XMLTree"],
      swiftSettings: strict),
    .testTarget(
      name: "LiveTests", dependencies: ["Commands", "RemoteDriver", "TestDaemonKit", "FormParsers", "xen-simulator", "virtsh"],
      exclude: ["Differential/Rows"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
