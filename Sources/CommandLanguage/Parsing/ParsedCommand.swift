/// A command that is spelled correctly: its entry and the raw values, ready to be bound and run.
public struct ParsedCommand<Product>: Sendable {
  /// The command.
  public let entry: CommandEntry<Product>
  /// The values in the order they were given.
  public let values: [ParsedValue]
  /// Where the answer goes in place of standard output; nil if nowhere else.
  public let destination: Destination?
  /// Which line of what was parsed the command begins on, counted from 1.
  public let line: Int

  /// A command with its values.
  public init(entry: CommandEntry<Product>, values: [ParsedValue], destination: Destination? = nil, line: Int = 1) {
    self.entry = entry
    self.values = values
    self.destination = destination
    self.line = line
  }

  /// Name, group and help of the command.
  public var info: CommandInfo { entry.info }

  /// The command with the values put into their places.
  public func bind() -> Product {
    entry.bind(values)
  }

  /// Whether the option of that name was given.
  public func isGiven(_ name: String) -> Bool {
    let options = entry.options.specifications
    return values.contains { options[$0.option].name == name }
  }

  /// The first text given for the option of that name.
  public func raw(_ name: String) -> String? {
    let options = entry.options.specifications
    return values.first { options[$0.option].name == name }?.raw
  }

  /// Refuses options that exclude each other, and those without the ones that they need. A separate step, because virsh counts it as part of running the command:
  /// earlier commands on the line have run by then.
  public func checkExclusive() throws(UsageError) {
    var needs = info.needs[...]
    for set in info.exclusive {
      if needs.contains(where: { set.contains($0.option) }) { try check(&needs) }
      let given = set.filter(isGiven)
      if given.count > 1 { throw UsageError("Options --\(given[0]) and --\(given[1]) are mutually exclusive") }
    }
    try check(&needs)
  }

  /// Refuses options without those that they need; none is left to check.
  private func check(_ needs: inout ArraySlice<OptionNeed>) throws(UsageError) {
    for need in needs where isGiven(need.option) && !isGiven(need.other) {
      throw UsageError("Option --\(need.other) is required by option --\(need.option)")
    }
    needs = []
  }

  /// One line for each value, as virsh's debug output has it: `domid: domain(optdata): test`.
  public var trace: [String] {
    let options = entry.options.specifications
    return values.map { options[$0.option].trace($0.raw, of: info.name) }
  }
}
