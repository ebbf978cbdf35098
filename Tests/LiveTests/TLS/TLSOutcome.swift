import Testing

/// What comes of a URI with our program, beside virsh.
enum TLSOutcome {
  /// Both get in, and say the same.
  static func expectEntry(_ uri: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let both = try SideBySide(uri: uri)
    defer { both.remove() }
    let (ours, virsh) = try await both.ask("hostname")
    #expect(ours.status == 0 && virsh.status == 0, "\(uri): \(ours.errors) \(virsh.errors)", sourceLocation: sourceLocation)
    #expect(ours.output == virsh.output, sourceLocation: sourceLocation)
  }

  /// Neither gets in; with virsh's words where `isAsVirsh`, and in our own dialect with a hint that has all of `hints`.
  static func expectRefusal(
    _ uri: String, _ hints: String..., isAsVirsh: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let both = try SideBySide(uri: uri)
    defer { both.remove() }
    let (ours, virsh) = try await both.ask("hostname")
    #expect(ours.status == 1 && virsh.status == 1, "\(uri)", sourceLocation: sourceLocation)
    if isAsVirsh { #expect(ours.errors == errors(of: virsh), "\(uri)", sourceLocation: sourceLocation) }
    let shown = try await ProgramRun.run(SideBySide.program, ["-c", uri, "hostname"])
    let hint = shown.errors.split(separator: "\n").last ?? ""
    for words in hints { #expect(hint.contains(words), "\(shown.errors)", sourceLocation: sourceLocation) }
  }

  /// What virsh says itself: libvirt logs warnings among its errors.
  static func errors(of virsh: ProgramRun) -> String {
    virsh.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }.map { $0 + "\n" }.joined()
  }
}
