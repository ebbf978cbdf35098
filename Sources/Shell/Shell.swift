import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import Glibc
import LibvirtClient
import LineEditor
import Presentation

/// The whole program: reads the command line, builds a session, and runs one of the modes.
public struct Shell: Sendable {
  private let registry: DriverRegistry

  /// A shell with the drivers of `registry`; those that are built in, unless said otherwise.
  public init(registry: DriverRegistry = .builtIn) { self.registry = registry }

  /// Runs the program with its arguments, the first being its own name, and gives its exit status.
  public func run(_ arguments: [String]) async -> Int32 {
    var invocation: Invocation
    let log: LogFile?
    do {
      invocation = try Invocation(programPath: arguments.first ?? "virtsh", arguments: Array(arguments.dropFirst()))
      invocation.apply(variables: { name in getenv(name).map { String(cString: $0) } })
      let logPath = invocation.logFile ?? getenv("VIRSH_LOG_FILE").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
      log = try logPath.map { path throws(UsageError) in try LogFile(path: path, programName: invocation.programName) }
    } catch {
      let isVirsh = arguments.first?.split(separator: "/").last == "virsh"
      let gate = OutputGate(palette: Palette(for: 2, isVirsh ? .virsh : .virtsh))
      for line in error.lines { gate.say(Diagnostic(line)) }
      gate.flushNow()
      return isVirsh ? ExitStatus.failure.rawValue : ExitStatus.usage.rawValue
    }
    let gate = OutputGate(log: log, palette: Palette(for: 2, invocation.dialect))
    for warning in invocation.warnings { gate.say(Diagnostic(warning)) }
    if let notice = invocation.notice {
      gate.write(Usage.text(notice, invocation))
      gate.flushNow()
      return 0
    }
    signal(SIGPIPE, SIG_IGN)
    let status = await ShellRun(invocation, registry: registry, gate: gate).run()
    gate.flushNow()
    switch gate.outputFailure {
    case nil: return status.rawValue
    case EPIPE: return 128 + SIGPIPE
    // virsh does not look.
    case _ where invocation.dialect == .virsh: return status.rawValue
    case let code?:
      gate.say(Diagnostic("cannot write standard output: \(String(cString: strerror(code)))"))
      gate.flushNow()
      return max(status, .failure).rawValue
    }
  }
}
