/// The options of a command type: what they are called, and how each is put into a value of the type.
///
/// Built once per type from key paths, so that parsing a line reflects nothing.
public final class OptionTable<Root: CommandSyntax>: Sendable {
  /// The options in the order of the key paths.
  public let list: OptionList
  /// Copied for each command that is bound: cheaper than building all wrappers anew.
  private let blank: Root
  private let setters: [@Sendable (inout Root, String?) -> Void]

  /// A table from the wrappers of a command's properties: `OptionTable(\._domain, \._live)`.
  public init<each Slot: OptionSlot>(_ paths: repeat WritableKeyPath<Root, each Slot> & Sendable) {
    let blank = Root()
    var specifications: [OptionSpecification] = []
    var setters: [@Sendable (inout Root, String?) -> Void] = []
    for path in repeat each paths {
      specifications.append(blank[keyPath: path].specification)
      setters.append(Self.setter(path))
    }
    list = OptionList(specifications)
    self.blank = blank
    self.setters = setters
  }

  private init() {
    list = .none
    blank = Root()
    setters = []
  }

  /// A command without options.
  public static var none: OptionTable { OptionTable() }

  private static func setter<Slot: OptionSlot>(
    _ path: WritableKeyPath<Root, Slot> & Sendable
  ) -> @Sendable (inout Root, String?) -> Void {
    { $0[keyPath: path].accept($1) }
  }

  /// A command with the given values put into their places. Conversion comes later and cannot fail here.
  public func bind(_ values: [ParsedValue]) -> Root {
    var root = blank
    for value in values where value.option >= 0 && value.option < setters.count {
      setters[value.option](&root, value.raw)
    }
    return root
  }
}
