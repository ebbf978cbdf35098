import Testing

/// Two contenders, of whom the second has to answer as the first does.
struct Duel {
  let place: String
  let virsh: Contender
  let other: Contender

  /// What the second does otherwise; nil if nothing.
  func difference(_ row: DifferentialRow) async throws -> String? {
    async let right = virsh.run(row)
    async let given = other.run(row)
    let (expected, answered) = try await (right, given)
    let parts = [
      part("output", expected.output, answered.output), part("errors", expected.errors, answered.errors),
      part("status", expected.status.map { "\($0)" } ?? "a signal", answered.status.map { "\($0)" } ?? "a signal"),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "\(row.text) [\(place)]\n" + parts.joined()
  }

  /// Runs rows that do not know of each other, a few at a time.
  func runApart(_ rows: [DifferentialRow]) async throws {
    try await withThrowingTaskGroup(of: String?.self) { group in
      for (number, row) in rows.enumerated() {
        if number >= 3, let difference = try await group.next() ?? nil { Issue.record("\(difference)") }
        group.addTask { try await difference(row) }
      }
      for try await difference in group { if let difference { Issue.record("\(difference)") } }
    }
  }

  /// Runs rows each of which finds what those before have left.
  func runInTurn(_ rows: [DifferentialRow]) async throws {
    for row in rows { if let difference = try await difference(row) { Issue.record("\(difference)") } }
  }

  /// Runs rows on a host that is made anew for each connection, but only once the daemon has noticed that the one before is gone: a row
  /// that differs is asked again a moment later.
  func runAlone(_ rows: [DifferentialRow]) async throws {
    for row in rows {
      var difference = try await difference(row)
      for _ in 0..<3 where difference != nil {
        try await Task.sleep(for: .milliseconds(200))
        difference = try await self.difference(row)
      }
      if let difference { Issue.record("\(difference)") }
    }
  }

  /// The lines in which two texts differ, without those that begin and end both.
  private func part(_ name: String, _ expected: String, _ given: String) -> String? {
    guard expected != given else { return nil }
    var (wanted, found) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false)[...],
      given.split(separator: "\n", omittingEmptySubsequences: false)[...]
    )
    while let line = wanted.first, line == found.first { (wanted, found) = (wanted.dropFirst(), found.dropFirst()) }
    while let line = wanted.last, line == found.last { (wanted, found) = (wanted.dropLast(), found.dropLast()) }
    func shown(_ sign: String, _ lines: ArraySlice<Substring>) -> String {
      lines.prefix(12).map { "  \(sign) \($0)\n" }.joined() + (lines.count > 12 ? "  \(sign) … and \(lines.count - 12) more\n" : "")
    }
    return "  \(name):\n" + shown("virsh", wanted) + shown("ours ", found)
  }
}
