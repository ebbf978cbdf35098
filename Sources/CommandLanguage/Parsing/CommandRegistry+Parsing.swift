extension CommandRegistry {
  /// Finds the commands of a line and gives their words to their options. The first mistake discards the whole line, so
  /// that nothing of it runs.
  ///
  /// `CMD --help` becomes `help CMD` if the registry has a command `help` with an option `command`.
  ///
  /// `trace` is told each value of an option as it is read, up to the mistake if there is one.
  ///
  /// - Throws: what virsh would say.
  public func parse(_ line: LexedLine, tracing trace: ((String) -> Void)? = nil) throws(UsageError) -> [ParsedCommand<Product>] {
    var parsed: [ParsedCommand<Product>] = []
    for call in try index.parse(line, tracing: trace) {
      parsed.append(
        ParsedCommand(entry: entry(at: call.command), values: call.values, destination: call.destination, line: call.line))
    }
    return parsed
  }

  /// Parses a line that was not cut into words yet.
  public func parse(_ string: String, dialect: Dialect = .virsh) throws(UsageError) -> [ParsedCommand<Product>] {
    try parse(LexedLine(string: string, dialect: dialect))
  }
}
