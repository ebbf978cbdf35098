import CommandLanguage
import Commands
import Presentation

/// What `--help` and `--version` print.
enum Usage {
  /// The version of this program.
  static let version = "0.1.0"

  static func text(_ notice: Invocation.Notice, _ invocation: Invocation) -> String {
    switch notice {
    case .version: (invocation.dialect == .virsh ? "9.0.0" : "virtsh \(version)") + "\n"
    case .longVersion:
      """
      virtsh \(version), a shell for virtual machine hosts
      Follows the commands of virsh 9.0.0 and the remote protocol of libvirt 9.0.0.
      Drivers in this program: test, xen (xend of Xen 3.0.2 to 4.1). Daemons are reached over:
      unix, tls, tcp, ssh, libssh, libssh2, ext.

      """
    case .help: help(invocation)
    }
  }

  private static func help(_ invocation: Invocation) -> String {
    var lines = [
      "", "\(invocation.programName) [OPTION]... ['COMMAND; COMMAND; ...']", "\(invocation.programName) [OPTION]... COMMAND [WORD]...", "",
      "  options:",
    ]
    lines += GlobalOption.all(in: invocation.dialect).map { option in
      let letter = option.letter.map { "-\($0)" } ?? "  "
      let name = option.name.map { "--\($0)" } ?? ""
      let separator = option.letter != nil && option.name != nil ? " | " : "   "
      return "    " + "\(letter)\(separator)\(name)\(option.valueName)".padded(to: 34) + option.summary
    }
    lines += ["", "  commands:", ""]
    let commands = Commands.all(in: invocation.dialect)
    for group in commands.groups {
      let entries = commands.listed(in: group)
      guard !entries.isEmpty else { continue }
      lines.append(" \(group.title) (help keyword '\(group.keyword)')")
      lines += entries.map { "    " + $0.name.padded(to: 30) + " " + $0.abstract }
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension GlobalOption {
  /// The value as help shows it.
  var valueName: String {
    switch self {
    case .connect: "=URI"
    case .debug, .keepaliveInterval, .keepaliveCount: "=NUMBER"
    case .escape: "=CHARACTER"
    case .log, .file: "=FILE"
    case .within: "=SECONDS"
    case .output: "=FORM"
    case .version: "[=long]"
    default: ""
    }
  }

  /// One line of help.
  var summary: String {
    switch self {
    case .connect: "connect to this hypervisor"
    case .debug: "how much to tell, 0 (all) to 4 (errors)"
    case .escape: "the key that leaves a console"
    case .help: "show this help"
    case .keepaliveInterval: "seconds between signs of life, 0 for none"
    case .keepaliveCount: "how many may stay unanswered"
    case .log: "append messages to a file"
    case .quiet: "print results only"
    case .readOnly: "refuse whatever would change something"
    case .timing: "print how long each command took"
    case .version: "print the version"
    case .longVersion: "print the version and what is built in"
    case .output: "answer as table, json, jsonl, csv, tsv or name"
    case .file: "run the commands of a file (- for standard input)"
    case .keepGoing: "go on after a command that failed"
    case .within: "give up a command that takes longer"
    }
  }
}
