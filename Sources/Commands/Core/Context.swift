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
  private let held = HeldConnection()
  /// Whether whatever would change something is refused, though the connection would allow it.
  private var readsOnly = false

  /// A context for one command.
  public init(dialect: Dialect, session: any SessionControl, isInteractive: Bool, interruption: Interruption = Interruption()) {
    self.dialect = dialect
    self.session = session
    self.isInteractive = isInteractive
    self.interruption = interruption
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
    var context = Context(dialect: dialect, session: session, isInteractive: isInteractive, interruption: interruption)
    context.readsOnly = true
    return context
  }

  /// The connection, if the command has asked for one.
  public var heldConnection: Connection? { held.connection }

  /// Finds a domain by number, UUID or name, in this order, as virsh does.
  ///
  /// Throws virsh's one line when there is no such domain; other errors go with it.
  public func domain(_ name: Given<String>, by ways: DomainLookup = .any) async throws -> Domain {
    let text = try name.required()
    let connection = try await connection
    do {
      if ways.contains(.id), let id = Int32(text.withoutLeadingBlanks), id >= 0,
        let domain = try await found({ try await connection.domain(id: id) })
      {
        return domain
      }
      // Only the form with its four dashes counts as a UUID here.
      if ways.contains(.uuid), text.utf8.count == 36, let uuid = UUID(text),
        let domain = try await found({ try await connection.domain(uuid: uuid) })
      {
        return domain
      }
      if ways.contains(.name), let domain = try await found({ try await connection.domain(named: text) }) { return domain }
    } catch {
      throw CommandFailure("failed to get domain '\(text)'", cause: error)
    }
    throw CommandFailure("failed to get domain '\(text)'")
  }

  private func found(_ lookup: () async throws -> Domain) async throws -> Domain? {
    do {
      return try await lookup()
    } catch let error as LibvirtError where error.code == .noDomain || error.code == .invalidArg {
      return nil
    }
  }
}

extension String {
  /// What C's `strtol` reads a number from: it passes over blanks in front.
  var withoutLeadingBlanks: Substring { drop { $0.isASCII && $0.isWhitespace } }
}

/// The ways in which a domain may be named.
public struct DomainLookup: OptionSet, Sendable {
  /// The ways as bits.
  public let rawValue: Int
  /// Ways by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The number of an active domain.
  public static let id = DomainLookup(rawValue: 1)
  /// The UUID.
  public static let uuid = DomainLookup(rawValue: 2)
  /// The name.
  public static let name = DomainLookup(rawValue: 4)
  /// All three.
  public static let any: DomainLookup = [.id, .uuid, .name]
}
