/// What the end of a program that carried a connection means to the user.
struct ProgramMeaning: Hashable {
  /// One sentence; nil where there is nothing to add to what the program itself has said.
  var text: String?
  /// Whether it was not let in: with another answer of the user's it might have been, and without one it will not be.
  var isRefusal = false

  /// What the end of a program means of which nothing is known, as that of `+ext`.
  static func plain(of end: ProgramEnd, program: String) -> ProgramMeaning {
    guard end.words.isEmpty else { return ProgramMeaning() }
    return switch end.status {
    case .exited(let status): ProgramMeaning(text: "\(program) has ended with status \(status)")
    case .killed(let signal): ProgramMeaning(text: "\(program) was ended by signal \(signal)")
    case nil: ProgramMeaning()
    }
  }
}
