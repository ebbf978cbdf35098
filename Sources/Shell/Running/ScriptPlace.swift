/// Where in a script a line stands, for the front of its messages.
struct ScriptPlace {
  /// `stdin`, the file's name, or `argument`.
  let name: String
  /// Counted from 1.
  let line: Int

  /// The place some lines below.
  func forward(_ lines: Int) -> ScriptPlace { lines == 0 ? self : ScriptPlace(name: name, line: line + lines) }

  var prefix: String { "\(name):\(line): " }
}
