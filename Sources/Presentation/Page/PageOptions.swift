/// What a page is for.
public struct PageOptions: Sendable, Hashable {
  /// Whether lines that only chat are left out, and tables show no header.
  public var isQuiet: Bool
  /// Whether a terminal will show the page. Control characters are escaped then.
  public var isTerminal: Bool
  /// Whether control characters in text are escaped although no terminal will show it. Whole documents stay as they are.
  public var escapesText: Bool
  /// The columns of the terminal; 80 where nobody knows.
  public var width: Int
  /// Whether CSV and TSV begin with the names of the columns. Off for all but the first of a series of answers.
  public var showsHeader: Bool
  /// How the roles of text look.
  public var palette: Palette
  /// How tables write what cannot be shown.
  public var tableEscapes: TableEscapes

  /// Options for a page; the defaults are those of a pipe.
  public init(
    isQuiet: Bool = false, isTerminal: Bool = false, escapesText: Bool = false, width: Int = 80, showsHeader: Bool = true,
    palette: Palette = .plain, tableEscapes: TableEscapes = .exact
  ) {
    self.isQuiet = isQuiet
    self.isTerminal = isTerminal
    self.escapesText = escapesText
    self.width = width
    self.showsHeader = showsHeader
    self.palette = palette
    self.tableEscapes = tableEscapes
  }

  /// The same where no terminal will show the page: a file, a program.
  public var forFile: PageOptions {
    var options = self
    options.isTerminal = false
    options.palette = .plain
    return options
  }

  /// A text as the page shows it: with control characters escaped where that is asked for.
  public func escaped(_ text: String) -> String { isTerminal || escapesText ? sanitized(text) : text }
}
