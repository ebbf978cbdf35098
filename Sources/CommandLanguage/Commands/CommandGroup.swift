/// A family of commands, as `help` lists them.
public struct CommandGroup: Sendable, Hashable {
  /// The word for `help KEYWORD`.
  public let keyword: String
  /// The heading.
  public let title: String

  /// A group.
  public init(keyword: String, title: String) {
    self.keyword = keyword
    self.title = title
  }
}
