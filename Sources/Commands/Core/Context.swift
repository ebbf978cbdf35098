import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol

/// What a command sees: the connection it runs on, and the few things of the outside that it may need.
///
/// Not the session: so the same command runs on one host, in a test, and in a script. Only the commands of the shell
/// itself reach the session, through ``session``.
public struct Context: Sendable {
  /// virsh's ways or our own.
  public let dialect: Dialect
  /// The session, for the commands of the shell itself.
  public let session: any SessionControl
  /// Whether a person types the commands, or virsh would think so.
  public let isInteractive: Bool
  /// Becomes true when the user wants the running command to end: Ctrl-C.
  public let interruption: Interruption
  /// The user's terminal; nil without one.
  public let terminal: (any TerminalControl)?
  /// Hears how far long work is.
  public let progress: any ProgressSink
  /// Whether what is said beyond answers and errors is unwelcome.
  public let isQuiet: Bool
  /// Hears how domains are looked for; nil for nobody.
  let trace: LookupTrace?
  private let held = HeldConnection()
  /// Whether whatever would change something is refused, though the connection would allow it.
  private var readsOnly = false
  /// The domain that the command is run for, when its word means several.
  private var chosen: Domain?

  /// A context for one command.
  public init(
    dialect: Dialect, session: any SessionControl, isInteractive: Bool, interruption: Interruption = Interruption(),
    terminal: (any TerminalControl)? = nil, progress: any ProgressSink = NoProgress(), isQuiet: Bool = false,
    trace: LookupTrace? = nil
  ) {
    self.dialect = dialect
    self.session = session
    self.isInteractive = isInteractive
    self.interruption = interruption
    self.terminal = terminal
    self.progress = progress
    self.isQuiet = isQuiet
    self.trace = trace
  }

  /// The connection the command runs on, the same from the first use to the command's end. Opened now if there is none yet;
  /// throws when there is none to be had.
  public var connection: Connection {
    get async throws {
      if let connection = held.connection { return connection }
      let connection = try await session.connection()
      return held.hold(readsOnly ? connection.readingOnly : connection)
    }
  }

  /// A fresh context for a command that may change nothing.
  func readingOnly() -> Context {
    var context = Context(
      dialect: dialect, session: session, isInteractive: isInteractive, interruption: interruption, terminal: terminal,
      progress: progress, isQuiet: isQuiet, trace: trace)
    context.readsOnly = true
    return context
  }

  /// The same context for a command on this domain, whatever its word says.
  func choosing(_ domain: Domain) -> Context {
    var context = self
    context.chosen = domain
    return context
  }

  /// Asks a person at a terminal whether that shall be done; a script does what it says.
  func confirm(_ deed: String) async throws {
    if try await session.confirm(deed) == false { throw CommandFailure("nothing was done") }
  }

  /// The connection, if the command has asked for one.
  public var heldConnection: Connection? { held.connection }

  /// Finds a domain by number, UUID or name on ``connection``, unless it is chosen already, as ``Connection/domain(_:by:)`` does.
  public func domain(_ name: Given<String>, by ways: DomainLookup = .any) async throws -> Domain {
    let word = try name.required()
    if let chosen { return chosen }
    let connection = try await connection
    trace?.found(word, for: name.option)
    return try await connection.domain(name, by: ways, trace: trace)
  }
}

extension String {
  /// What C's `strtol` reads a number from: it passes over blanks in front.
  var withoutLeadingBlanks: Substring {
    self[(utf8.firstIndex { $0 != UInt8(ascii: " ") && !(0x09...0x0D).contains($0) } ?? endIndex)...]
  }
}
