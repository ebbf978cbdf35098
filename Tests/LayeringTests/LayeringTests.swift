import Testing

/// The plan of the house, held against the house.
@Suite struct LayeringTests {
  static let sources = SourceTree.swiftFiles("Sources")
  static let everything = sources + SourceTree.swiftFiles("Tests")

  @Test func theTreeIsFound() {
    #expect(Self.sources.count > 100)
    #expect(Self.sources.contains { $0.path == "Sources/virtsh/main.swift" })
  }

  @Test func theManifestNamesTheRoomsAndNoOther() throws {
    let manifest = Manifest(try #require(SourceTree.file("Package.swift")).text)
    #expect(Set(manifest.targets.keys) == Set(Rooms.dependencies.keys))
    for (target, wanted) in Rooms.dependencies { #expect(manifest.targets[target] == wanted, "\(target)") }
  }

  @Test func everyFolderIsARoom() {
    #expect(Set(Self.sources.map(\.target)).isSubset(of: Set(Rooms.dependencies.keys)))
  }

  @Test func arrowsPointDownOnly() {
    for target in Rooms.dependencies.keys { #expect(!Rooms.below(target).contains(target), "\(target) stands on itself") }
  }

  @Test(arguments: Rooms.dependencies.keys.sorted())
  func aRoomImportsOnlyWhatStandsBelowIt(target: String) {
    let allowed = Rooms.below(target).union(Rooms.system)
    for file in Self.sources where file.target == target {
      #expect(file.imports.subtracting(allowed).isEmpty, "\(file.path)")
      for module in file.imports {
        if let keepers = Rooms.keepers[module] { #expect(keepers.contains(target), "\(file.path) imports \(module)") }
      }
    }
  }

  @Test func commandsKnowNoConcreteDriver() {
    #expect(Rooms.below("Commands").isDisjoint(with: ["RemoteDriver", "TestDriver", "NIOCore", "NIOPosix"]))
  }

  @Test func theProgramIsSmall() {
    #expect(Self.sources.filter { $0.target == "virtsh" }.reduce(0) { $0 + $1.lineCount } <= 40)
  }

  @Test func importsAreRead() {
    let text = """
      @testable import A
      import struct B.C
      public import D
      // import E
      let x = "import F"
      @preconcurrency private import G
      """
    #expect(SourceFile(path: "x", text: text).imports == ["A", "B", "D", "G"])
  }

  @Test func manifestsAreRead() {
    let text = """
      let shared: [Target.Dependency] = [.product(name: "F", package: "f-package")]
      .target(name: "G", dependencies: ["A"] + shared, swiftSettings: s), .target(name: "T", dependencies: [], path: "Tests/T"),
      .target(name: "A", dependencies: ["B", .product(name: "C", package: "c-package")], swiftSettings: s), .target(name: "D"),
      .systemLibrary(name: "E", pkgConfig: "e", providers: [.apt(["e-dev"])])
      """
    #expect(Manifest(text).targets == ["A": ["B", "C"], "D": [], "E": [], "G": ["A", "F"]])
  }
}
