/// A command in a registry, its type forgotten but for what it becomes: `CommandEntry<any Command>`.
public struct CommandEntry<Product>: Sendable {
  let outline: CommandOutline
  private let make: @Sendable ([ParsedValue]) -> Product

  /// An entry for a type; `product` turns a bound command into what the registry hands out.
  ///
  /// The option table is not touched before somebody asks for the command, so a large registry costs little at start.
  public init<Syntax: CommandSyntax>(_ type: Syntax.Type, product: @escaping @Sendable (Syntax) -> Product) {
    outline = CommandOutline(info: type.info) { Syntax.options.list }
    make = { product(Syntax.options.bind($0)) }
  }

  /// An entry whose options are only known at run time.
  public init(info: CommandInfo, options: OptionList, product: @escaping @Sendable ([ParsedValue]) -> Product) {
    outline = CommandOutline(info: info) { options }
    make = product
  }

  private init(outline: CommandOutline, make: @escaping @Sendable ([ParsedValue]) -> Product) {
    self.outline = outline
    self.make = make
  }

  /// The command with the options that virsh has too.
  var virshs: CommandEntry { CommandEntry(outline: outline.virshs, make: make) }

  /// The command with options that all commands have.
  func adding(_ common: [OptionSpecification]) -> CommandEntry { CommandEntry(outline: outline.adding(common), make: make) }

  /// Name, group and help.
  public var info: CommandInfo { outline.info }

  /// The options.
  public var options: OptionList { outline.options }

  /// The command with the given values in place. Conversion comes later and cannot fail here.
  public func bind(_ values: [ParsedValue]) -> Product {
    make(values)
  }
}
