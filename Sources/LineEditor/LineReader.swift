/// What came of reading a line.
public enum LineInput: Sendable, Hashable {
  /// A line without its newline.
  case line(String)
  /// The user gave the line up with Ctrl-C.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfFile
}

/// Where an interactive session gets its lines from: the editor, or a script in a test.
public protocol LineReader: Sendable {
  /// Reads one line behind a prompt.
  func readLine(prompt: String) async -> LineInput
  /// Keeps a line for recall.
  func remember(_ line: String) async
  /// Gives the terminal back. No line is read afterwards.
  func close() async
}

/// Lines from a list: what tests use in a terminal's place.
public actor ScriptedLines: LineReader {
  private var lines: [LineInput]
  /// The prompts that were shown, in order.
  public private(set) var prompts: [String] = []

  /// Gives these lines and then the end of input.
  public init(_ lines: [LineInput]) { self.lines = lines }

  /// Gives the next line of the list, then the end.
  public func readLine(prompt: String) async -> LineInput {
    prompts.append(prompt)
    return lines.isEmpty ? .endOfFile : lines.removeFirst()
  }

  /// Nothing is kept.
  public func remember(_ line: String) async {}
  /// Nothing to give back.
  public func close() async {}
}
