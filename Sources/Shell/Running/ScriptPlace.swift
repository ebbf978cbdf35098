/// Where in a script a line stands, for the front of its messages.
struct ScriptPlace {
  /// `stdin`, the file's name, or `argument`.
  let name: String
  /// Counted from 1.
  let line: Int

  var prefix: String { "\(name):\(line): " }
}
