/// A request that came to a simulated xend.
public struct XendRequestRecord: Sendable, Hashable {
  /// Its place among all, from 1, in the order in which the requests were complete.
  public let number: Int
  /// All that was sent; of a body that is too long, what came along with the headers.
  public let bytes: [UInt8]
  /// How many requests had no answer yet when it came, itself among them.
  public let open: Int
  /// `GET`, `POST`; empty if it could not be read.
  public let method: String
  /// The decoded path without slashes at its ends, as in `xend/domain/web1`.
  public let path: String
  /// The operation, if there is exactly one.
  public let operation: String?
  /// The first value of each argument, the body's before the query's.
  public let arguments: [String: String]

  init(number: Int, bytes: [UInt8], open: Int, request: HTTPRequest?) {
    self.number = number
    self.bytes = bytes
    self.open = open
    method = request?.method ?? ""
    path = request?.path.joined(separator: "/") ?? ""
    operation = request?.operation
    arguments = request?.arguments.values.compactMapValues { $0.first.map { String(decoding: $0, as: UTF8.self) } } ?? [:]
  }

  /// All that was sent, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
