/// What an interactive session begins with.
enum Banner {
  /// virsh's greeting, with the name the program was called by.
  static func text(_ program: String) -> String {
    """
    Welcome to \(program), the virtualization interactive terminal.

    Type:  'help' for help with commands
           'quit' to quit


    """
  }
}
