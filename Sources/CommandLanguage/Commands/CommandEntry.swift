/// A command in a registry, its type forgotten but for what it becomes: `CommandEntry<any Command>`.
public struct CommandEntry<Product>: Sendable {
  /// Makes the command at a place of its registry from its values.
  typealias Maker = @Sendable (_ place: Int, _ values: [ParsedValue]) -> Product

  let outline: CommandOutline
  private let place: Int
  private let make: Maker

  /// An entry for a type; `product` turns a bound command into what the registry hands out.
  public init<Syntax: CommandSyntax>(_ type: Syntax.Type, product: @escaping @Sendable (Syntax) -> Product) {
    self.init(outline: CommandOutline(type), place: 0) { product(Syntax.options.bind($1)) }
  }

  /// An entry whose options are only known at run time.
  public init(info: CommandInfo, options: OptionList, product: @escaping @Sendable ([ParsedValue]) -> Product) {
    self.init(outline: CommandOutline(info: info) { options }, place: 0) { product($1) }
  }

  init(outline: CommandOutline, place: Int, make: @escaping Maker) {
    self.outline = outline
    self.place = place
    self.make = make
  }

  /// Name, group and help.
  public var info: CommandInfo { outline.info }

  /// The options.
  public var options: OptionList { outline.options }

  /// The command with the given values in place. Conversion comes later and cannot fail here.
  public func bind(_ values: [ParsedValue]) -> Product { make(place, values) }
}
