import CommandLanguage
import Glibc
import Presentation

struct ChangeDirectory: Command {
  static let info = CommandInfo(
    "cd", group: .itself, abstract: "change the working directory",
    description: "Change the directory that file names begin from; home without a name.", needsConnection: false)
  static let options = OptionTable<Self>(\._directory)
  @Option("dir", "where to go", complete: .file) var directory: Given<String>

  func run(in context: Context) async throws -> Outcome {
    guard context.isInteractive else { throw CommandFailure("cd: command valid only in interactive mode") }
    let wanted = directory.raw ?? ""
    let path = wanted.isEmpty ? getenv("HOME").map { String(cString: $0) } ?? "/" : wanted
    guard chdir(path) == 0 else { throw CommandFailure("cd: \(String(cString: strerror(errno))): \(path)") }
    return .done
  }
}

struct PrintDirectory: Command {
  static let info = CommandInfo(
    "pwd", group: .itself, abstract: "print the working directory", description: "Print the directory that file names begin from.",
    needsConnection: false)
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    guard let path = getcwd(nil, 0) else {
      throw CommandFailure("pwd: cannot get current directory: \(String(cString: strerror(errno)))")
    }
    defer { free(path) }
    let text = String(cString: path)
    return Outcome(Labelled(text, ["directory": .string(text)]))
  }
}

struct Quit: Command {
  static let info = CommandInfo(
    "quit", group: .itself, abstract: "leave the shell", description: "End the session.", needsConnection: false)
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    await context.session.quit()
    return .done
  }
}

struct Exit: Command {
  static let info = CommandInfo(
    "exit", group: .itself, abstract: "leave the shell", description: "End the session.", needsConnection: false)
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    await context.session.quit()
    return .done
  }
}
