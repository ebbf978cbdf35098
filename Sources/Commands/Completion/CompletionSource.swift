/// Where values of a kind come from.
struct CompletionSource: Sendable {
  typealias Find = @Sendable (_ completer: Completer, _ question: CompletionQuestion) async throws -> [String]

  /// Options of the same command that the values depend on: the domain of its disks.
  let owners: [String]
  /// Whether the option takes several, with commas between them.
  let isList: Bool
  /// Whether a hypervisor has to be asked.
  let asksHypervisor: Bool
  /// Whether virsh has nothing of the kind.
  let isOurs: Bool
  let find: Find

  private init(owners: [String] = [], isList: Bool = false, asksHypervisor: Bool, isOurs: Bool = false, find: @escaping Find) {
    self.owners = owners
    self.isList = isList
    self.asksHypervisor = asksHypervisor
    self.isOurs = isOurs
    self.find = find
  }

  /// Values that a hypervisor knows; they depend on the options in `owners`.
  static func asking(_ owners: String..., isList: Bool = false, find: @escaping Find) -> CompletionSource {
    CompletionSource(owners: owners, isList: isList, asksHypervisor: true, find: find)
  }

  /// Values that are known in this process.
  static func here(isOurs: Bool = false, find: @escaping Find) -> CompletionSource {
    CompletionSource(asksHypervisor: false, isOurs: isOurs, find: find)
  }

  /// Words that are always the same, as a text with blanks between them.
  ///
  /// virsh offers `none` in front of some of them, where its table has it but no command takes it.
  static func words(_ text: String, isList: Bool = false, isHeadedByNone: Bool = false) -> CompletionSource {
    let words = text.split(separator: " ").map(String.init)
    return CompletionSource(isList: isList, asksHypervisor: false) { completer, _ in
      isHeadedByNone && completer.dialect == .virsh ? ["none"] + words : words
    }
  }

  init(isList: Bool, asksHypervisor: Bool, find: @escaping Find) {
    self.init(owners: [], isList: isList, asksHypervisor: asksHypervisor, find: find)
  }
}
