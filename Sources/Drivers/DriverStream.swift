import LibvirtProtocol
import XDR

/// A piece of a stream as it is read.
public enum StreamPiece: Sendable, Hashable {
  /// Bytes of the content.
  case data([UInt8])
  /// A run of zeros of this length in bytes, in a sparse stream.
  case hole(Int64)
}

/// A stream of bytes that belongs to a call: a console, a screenshot, a volume's content.
///
/// The stream is pulled: nothing is read ahead without bound. A stream that nobody reads stalls its connection, so bulk
/// transfers get a connection of their own.
public protocol DriverStream: Sendable {
  /// The next piece; nil at the end of what the peer sends. Throws the peer's error when the stream has failed.
  func read() async throws -> StreamPiece?
  /// Sends bytes; returns when there is room for more.
  func write(_ bytes: [UInt8]) async throws
  /// Sends a hole of `length` bytes; only in a stream whose call asked for sparse content.
  func writeHole(_ length: Int64) async throws
  /// Ends the stream in an orderly way and waits for the peer's agreement; throws the peer's error.
  func finish() async throws
  /// Ends the stream at once and waits until the peer confirms that, or the task is cancelled. What was sent may or may not be kept.
  ///
  /// A peer with bytes that it cannot get rid of, such as keys for a guest that reads none, may never come to it.
  func abort() async
}

/// The call that opens a stream, with its arguments encoded.
public struct StreamRequest: Sendable {
  /// libvirt's name of the procedure.
  public let name: String
  /// The program the procedure belongs to.
  public let program: Program
  /// The procedure's number.
  public let number: Int32
  /// Whether the call may change something.
  public let effect: Effect
  /// The arguments' XDR.
  public let payload: [UInt8]

  /// Encodes a call; throws `XDRError` when an argument is over its bound.
  public init<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) throws {
    name = procedure.name
    program = procedure.program
    number = procedure.number
    effect = procedure.effect
    payload = try procedure.encode(repeat each argument)
  }
}
