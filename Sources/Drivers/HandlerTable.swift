import LibvirtProtocol
import XDR

/// The procedures that an in-process driver answers, each wired to a method of its actor.
///
/// One table serves values (a call in this process) and bytes (the same driver behind a socket).
///
///     table.on(Remote.domainCreateWithFlags) { try await $0.start($1, flags: $2) }
public struct HandlerTable<Host: Actor>: Sendable {
  private var handlers: [ProcedureKey: any AnyHandler<Host>] = [:]

  /// An empty table.
  public init() {}

  /// Wires a procedure to what answers it. A later line for the same procedure replaces the earlier one.
  public mutating func on<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>,
    _ body: @escaping @Sendable (Host, repeat each Argument) async throws -> Reply
  ) {
    handlers[ProcedureKey(procedure)] = Handler(procedure: procedure, body: body)
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
    handlers[ProcedureKey(procedure)] as? Handler<Host, Reply, repeat each Argument>
  }

  /// Answers a call that came as bytes: the arguments' XDR in, the reply's XDR out.
  ///
  /// Throws ``LibvirtError``: unknown procedure, undecodable arguments, or what the handler throws.
  public func serve(_ program: Program, _ number: Int32, _ payload: ArraySlice<UInt8>, on host: Host) async throws -> [UInt8] {
    guard let handler = handlers[ProcedureKey(program: program, number: number)] else {
      throw LibvirtError(code: .rpc, domain: .rpc, message: "unknown procedure: \(number)")
    }
    return try await handler.serve(host, payload)
  }
}

struct ProcedureKey: Hashable, Sendable {
  let program: Program
  let number: Int32

  init(program: Program, number: Int32) {
    self.program = program
    self.number = number
  }

  init(_ procedure: some AnyProcedure) { self.init(program: procedure.program, number: procedure.number) }
}

/// A handler with its argument types erased.
protocol AnyHandler<Host>: Sendable {
  associatedtype Host: Actor
  func serve(_ host: Host, _ payload: ArraySlice<UInt8>) async throws -> [UInt8]
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
