import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Shutdown: Command {
  static let info = CommandInfo(
    "shutdown", group: .domain, abstract: "ask a guest to shut down",
    description: "Ask the guest's system to shut itself down. It may take its time, or ignore the request.")
  static let options = OptionTable<Self>(\._domain, \._mode)

  @Option(domain: "domain-active") var domain: Given<String>
  @Option("mode", "how to ask: acpi|agent|initctl|signal|paravirt, or several", complete: "domain-shutdown-mode")
  var mode: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let modes = try ShutdownModes(mode, expecting: "'acpi', 'agent', 'initctl', 'signal', or 'paravirt'")
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    try await explaining("Failed to shutdown domain '\(name)'") {
      try await domain.shutdown(DomainShutdownFlags(rawValue: modes.bits))
    }
    return .message("Domain '\(name)' is being shutdown", on: domain)
  }
}

struct Reboot: Command {
  static let info = CommandInfo(
    "reboot", group: .domain, abstract: "ask a guest to reboot", description: "Ask the guest's system to reboot.")
  static let options = OptionTable<Self>(\._domain, \._mode)

  @Option(domain: "domain-active") var domain: Given<String>
  @Option("mode", "how to ask: acpi|agent|initctl|signal|paravirt, or several", complete: "domain-shutdown-mode")
  var mode: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let modes = try ShutdownModes(mode, expecting: "'acpi', 'agent', 'initctl', 'signal' or 'paravirt'")
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    try await explaining("Failed to reboot domain '\(name)'") {
      try await domain.reboot(DomainRebootFlags(rawValue: modes.bits))
    }
    return .message("Domain '\(name)' is being rebooted", on: domain)
  }
}

/// The modes of `--mode`; shutdown and reboot number them alike (`virDomainShutdownFlagValues`).
struct ShutdownModes {
  let bits: UInt32
  static let names = ["acpi", "agent", "initctl", "signal", "paravirt"]

  init(_ option: Given<String>, expecting expected: String) throws {
    var bits: UInt32 = 0
    for mode in try option.value()?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
      guard let bit = Self.names.firstIndex(of: String(mode)) else {
        throw CommandFailure("Unknown mode \(mode) value, expecting \(expected)")
      }
      bits |= 1 << UInt32(bit)
    }
    self.bits = bits
  }
}

struct Destroy: Command {
  static let info = CommandInfo(
    "destroy", group: .domain, abstract: "stop a domain at once",
    description: "Stop a domain the hard way, as pulling its plug does. What is defined stays defined.")
  static let options = OptionTable<Self>(\._domain, \._graceful, \._removeLogs, \._yes)

  @Option(domain: "domain-active") var domain: Given<String>
  @Flag("graceful", "give up rather than kill it") var graceful
  @Flag("remove-logs", "remove the domain's log files too") var removeLogs
  @Flag("yes", "do not ask when several domains are meant", ours: true) var yes

  var destruction: String? { yes ? nil : "destroy" }

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    var flags: DomainDestroyFlags = []
    if graceful { flags.insert(.graceful) }
    if removeLogs { flags.insert(.removeLogs) }
    let chosen = flags
    try await explaining("Failed to destroy domain '\(name)'") { try await domain.destroy(chosen) }
    return .message("Domain '\(name)' destroyed", on: domain)
  }
}

struct Suspend: Command {
  static let info = CommandInfo(
    "suspend", group: .domain, abstract: "stop a guest's processors",
    description: "Stop the processors of a running guest. Its memory and devices stay as they are.")
  static let options = OptionTable<Self>(\._domain)

  @Option(domain: "domain-running") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    try await explaining("Failed to suspend domain '\(name)'") { try await domain.suspend() }
    return .message("Domain '\(name)' suspended", on: domain)
  }
}

struct Resume: Command {
  static let info = CommandInfo(
    "resume", group: .domain, abstract: "let a suspended guest go on",
    description: "Let the processors of a suspended guest run again.")
  static let options = OptionTable<Self>(\._domain)

  @Option(domain: "domain-paused") var domain: Given<String>

  func run(in context: Context) async throws -> Outcome {
    let name = domain.raw ?? ""
    let domain = try await context.domain(domain)
    try await explaining("Failed to resume domain '\(name)'") { try await domain.resume() }
    return .message("Domain '\(name)' resumed", on: domain)
  }
}
