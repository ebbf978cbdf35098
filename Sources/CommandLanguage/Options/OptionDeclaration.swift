/// An option as its property wrapper declared it, shared by all copies of the command: copying a command with fifty options
/// would otherwise cost more than parsing its line.
final class OptionDeclaration: Sendable {
  let specification: OptionSpecification

  init(_ specification: OptionSpecification) {
    self.specification = specification
  }
}
