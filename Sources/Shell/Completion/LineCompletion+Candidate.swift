import CommandLanguage
import Commands
import LineEditor
import Presentation

extension LineCompletion.Candidate {
  /// Of a longer label only the beginning is shown.
  static let mostColumns = 200

  /// A word that the request's word can become.
  init(_ word: String, of request: CompletionRequest<any Command>) {
    let isFolder = word.utf8.last == UInt8(ascii: "/")
    var shown = word[...]
    if request.namesFile {
      // All are in one folder.
      let slash = word.dropLast(isFolder ? 1 : 0).lastIndex(of: "/")
      shown = slash.map { word[word.index(after: $0)...] } ?? shown
    }
    self.init(text: request.text(for: word, isWhole: !isFolder), label: Self.label(for: shown), isWhole: !isFolder)
  }

  /// A text in one line without control characters, cut off with `…` where it is too long.
  static func label(for text: Substring) -> String {
    // Every character is looked at, so a name of megabytes is cut first.
    let label = sanitized(String(text.unicodeScalars.prefix(mostColumns + 1)), allowing: .none)
    guard displayWidth(of: label) > mostColumns else { return label }
    var scalars = label.unicodeScalars.prefix(mostColumns - 1)
    while displayWidth(of: String(scalars)) > mostColumns - 1 { scalars.removeLast() }
    return String(scalars) + "…"
  }
}

extension CompletionRequest {
  /// Whether the candidates are files.
  fileprivate var namesFile: Bool {
    switch target {
    case .value(let option, _): option.completion == .file
    case .file, .program: true
    case .commands, .options, .nothing: false
    }
  }
}
