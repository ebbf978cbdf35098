/// What the word under the cursor can become.
public enum CompletionTarget<Product>: Sendable {
  /// The name of a command.
  case commands([String])
  /// An option of a command, dashes included.
  case options([String])
  /// The value of an option. `command` holds what else was given, for values that depend on each other.
  case value(OptionSpecification, command: ParsedCommand<Product>)
  /// A file that an answer goes to, or that a program is told of.
  case file
  /// A program that an answer goes to.
  case program
  /// Nothing is known.
  case nothing
}
