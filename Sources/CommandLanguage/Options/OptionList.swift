/// The options of one command in declared order, for the parser, help and completion.
public final class OptionList: Sendable {
  /// In declared order, which is the order in which bare words fill them.
  public let specifications: [OptionSpecification]
  private let hasAliases: Bool
  /// The list without our own options, where there are any.
  private let shortened: OptionList?

  /// A list of options; names are expected to differ.
  public init(_ specifications: [OptionSpecification]) {
    self.specifications = specifications
    hasAliases = specifications.contains { !$0.aliases.isEmpty }
    let virshs = specifications.filter { !$0.isOurs }
    shortened = virshs.count < specifications.count ? OptionList(virshs) : nil
  }

  /// The options that virsh has too. Ours come last, so that the places of the others stay.
  var virshs: OptionList { shortened ?? self }

  /// These options with some behind them that all commands have. A command's own of the same name stays what it is.
  func adding(_ common: [OptionSpecification]) -> OptionList {
    OptionList(specifications + common.filter { option in !specifications.contains { $0.name == option.name } })
  }

  /// No options.
  public static let none = OptionList([])

  func isPositional(_ index: Int) -> Bool { specifications[index].isPositional }

  /// The place of an option by its name or one of its aliases.
  func index(of name: some StringProtocol) -> (index: Int, alias: OptionAlias?)? {
    for index in specifications.indices where specifications[index].name == name { return (index, nil) }
    guard hasAliases else { return nil }
    for index in specifications.indices {
      for alias in specifications[index].aliases where alias.name == name { return (index, alias) }
    }
    return nil
  }

  /// The option of that name, aliases not counted.
  public subscript(name: String) -> OptionSpecification? {
    specifications.first { $0.name == name }
  }
}
