import Testing

/// A command line that virsh and our program by its name have to answer alike.
struct DifferentialRow: Sendable, CustomTestStringConvertible {
  /// What a reader of the rows' file sees.
  let text: String
  /// Options of the program itself.
  let options: [String]
  /// `NAME=value` for its environment.
  let variables: [String]
  /// The command line: `@` stands for the domain's name, `%` for a folder with the files.
  let line: String
  /// Whether numbers in the answers change from one second to the next: only their places are compared.
  let hidesNumbers: Bool

  var testDescription: String { text }

  /// `[~] [NAME=value]... [-r] command...`
  init(_ text: String) {
    self.text = text
    var rest = text[...]
    hidesNumbers = rest.first == "~"
    if hidesNumbers { rest = rest.dropFirst() }
    var words = rest.split(separator: " ", omittingEmptySubsequences: false)[...]
    var variables: [String] = []
    while let word = words.first, let name = word.split(separator: "=").first, word.contains("="),
      name.allSatisfy({ $0.isUppercase || $0 == "_" })
    {
      variables.append(String(words.removeFirst()))
    }
    self.variables = variables
    options = words.first == "-r" ? [String(words.removeFirst())] : []
    line = words.joined(separator: " ")
  }

  /// The lines that one with alternatives in braces stands for, as in bash: `a {b,c}` is `a b` and `a c`. A comma in one is `\,`.
  static func expanded(_ text: String) -> [String] {
    guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}"), text[open..<close].contains(",") else {
      return [text]
    }
    let (start, end) = (String(text[..<open]), String(text[text.index(after: close)...]))
    let choices = text[text.index(after: open)..<close].replacing("\\,", with: "\u{0}").split(
      separator: ",", omittingEmptySubsequences: false)
    return choices.flatMap { expanded(start + $0.replacing("\u{0}", with: ",") + end) }
  }
}
