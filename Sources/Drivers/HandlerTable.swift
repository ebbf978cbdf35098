import LibvirtProtocol
import Synchronization
import XDR

/// The procedures that an in-process driver answers, each wired to a method of its actor.
///
/// One table serves values (a call in this process) and bytes (the same driver behind a socket).
///
///     table.on(Remote.domainCreateWithFlags) { try await $0.start($1, flags: $2) }
///
/// To wire a procedure takes thousands of instructions, because its types are put together at run time. A driver with many has them in
/// sections, which are wired when a call is looked for in them: so to open it costs no more when it answers more.
public struct HandlerTable<Host: Actor>: Sendable {
  /// Wires procedures that belong together.
  public typealias Section = @Sendable (inout HandlerTable<Host>) -> Void

  private var own = Handlers()
  private let sections: HandlerSections

  /// A table with what the sections wire, each asked for once and only if what is called is in none before it.
  public init(sections: [Section] = []) {
    self.sections = HandlerSections(
      sections.map { section in
        {
          var table = HandlerTable()
          section(&table)
          return table.own
        }
      })
  }

  /// Wires a procedure to what answers it. A later line for the same procedure replaces the earlier one, and any section's.
  public mutating func on<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>,
    _ body: @escaping @Sendable (Host, repeat each Argument) async throws -> Reply
  ) {
    own[ProcedureKey(program: procedure.program, number: procedure.number)] = Handler(procedure: procedure, body: body)
  }

  /// Wires a procedure without a reply.
  public mutating func on<each Argument>(
    _ procedure: Procedure<Nothing, repeat each Argument>,
    _ body: @escaping @Sendable (Host, repeat each Argument) async throws -> Void
  ) {
    on(procedure) { (host: Host, argument: repeat each Argument) async throws -> Nothing in
      try await body(host, repeat each argument)
      return Nothing()
    }
  }

  /// The handler of a procedure with its types, or nil where the driver has none.
  func handler<Reply, each Argument>(for procedure: Procedure<Reply, repeat each Argument>) -> Handler<Host, Reply, repeat each Argument>? {
    handler(for: ProcedureKey(program: procedure.program, number: procedure.number)) as? Handler<Host, Reply, repeat each Argument>
  }

  private func handler(for key: ProcedureKey) -> (any AnyHandler)? { own[key] ?? sections.handler(for: key) }

  /// Answers a call that came as bytes: the arguments' XDR in, the reply's XDR out.
  ///
  /// Throws ``LibvirtError``: unknown procedure, undecodable arguments, or what the handler throws.
  public func serve(_ program: Program, _ number: Int32, _ payload: ArraySlice<UInt8>, on host: Host) async throws -> [UInt8] {
    guard let handler = handler(for: ProcedureKey(program: program, number: number)) as? any AnyHandler<Host> else {
      throw LibvirtError(code: .rpc, domain: .rpc, message: "unknown procedure: \(number)")
    }
    return try await handler.serve(host, payload)
  }
}

/// A handler with its types erased, those of the host too: a table of them is a type that nobody has to look up at run time.
private protocol AnyHandler<Host>: AnyObject, Sendable {
  associatedtype Host: Actor
  func serve(_ host: Host, _ payload: ArraySlice<UInt8>) async throws -> [UInt8]
}

private typealias Handlers = [ProcedureKey: any AnyHandler]

private struct ProcedureKey: Hashable {
  let program: Program
  let number: Int32
}

/// Sections of a table, and what those of them wire that were needed so far.
private final class HandlerSections: Sendable {
  private struct State {
    var wired: Handlers = [:]
    /// How many sections `wired` has.
    var count = 0
  }

  private let sections: [@Sendable () -> Handlers]
  private let state = Mutex(State())

  init(_ sections: [@Sendable () -> Handlers]) { self.sections = sections }

  func handler(for key: ProcedureKey) -> (any AnyHandler)? {
    state.withLock { state in
      while true {
        if let handler = state.wired[key] { return handler }
        guard state.count < sections.count else { return nil }
        state.wired.merge(sections[state.count]()) { earlier, _ in earlier }
        state.count += 1
      }
    }
  }
}

/// A procedure and what answers it.
///
/// A class: a cast to a generic class is a pointer comparison, a cast to a generic struct takes microseconds.
final class Handler<Host: Actor, Reply: XDRCodable & Sendable, each Argument: XDRCodable & Sendable>: AnyHandler {
  let procedure: Procedure<Reply, repeat each Argument>
  let body: @Sendable (Host, repeat each Argument) async throws -> Reply

  init(procedure: Procedure<Reply, repeat each Argument>, body: @escaping @Sendable (Host, repeat each Argument) async throws -> Reply) {
    self.procedure = procedure
    self.body = body
  }

  func serve(_ host: Host, _ payload: ArraySlice<UInt8>) async throws -> [UInt8] {
    var reader = XDRReader(payload)
    let arguments: (repeat each Argument)
    do {
      arguments = try procedure.decodeArguments(&reader)
    } catch {
      throw LibvirtError(code: .rpc, domain: .rpc, message: "Unable to decode message payload")
    }
    let reply = try await body(host, repeat each arguments)
    var writer = XDRWriter()
    try reply.encode(into: &writer)
    return writer.bytes
  }
}
