import LibvirtProtocol
import NIOHTTP1

/// One request to xend. There is a factory for each operation; all that comes from outside is encoded there.
struct XendRequest: Sendable, Hashable {
  /// How many bytes a form may have: xend does not read a longer one.
  static let bodyLimit = 10_000

  /// How a request reads, or changes something.
  enum Method: String, Sendable, Hashable {
    /// Reads.
    case get = "GET"
    /// Carries an operation out; a few of them only read.
    case post = "POST"
  }

  /// `GET` or `POST`.
  let method: Method
  /// Path and query, encoded.
  let uri: String
  /// The form of a POST, encoded.
  let body: [UInt8]
  /// The operation's name, as xend knows it.
  let operation: String?
  /// The domain that it is about, if it is about one.
  let domain: XendDomainKey?
  /// Whether xend answers only when it has finished, which may take minutes: save, restore, dump, migrate.
  let isLong: Bool
  /// Whether the answer is a text, whatever it looks like.
  let isText: Bool

  /// A GET; `domain` is the one that `path` ends with.
  static func get(
    _ path: String, _ query: KeyValuePairs<String, FormValue> = [:], domain: XendDomainKey? = nil, isText: Bool = false
  ) -> Self {
    let uri = query.isEmpty ? path : path + "?" + String(decoding: FormEncoding.form(query), as: UTF8.self)
    return Self(method: .get, uri: uri, body: [], operation: nil, domain: domain, isLong: false, isText: isText)
  }

  /// A POST of an operation and its arguments.
  static func post(
    _ operation: String, to path: String, _ arguments: KeyValuePairs<String, FormValue> = [:], domain: XendDomainKey? = nil,
    isLong: Bool = false
  ) -> Self {
    var body = FormEncoding.form(["op": .text(operation)])
    if !arguments.isEmpty { body += [UInt8(ascii: "&")] + FormEncoding.form(arguments) }
    return Self(method: .post, uri: path, body: body, operation: operation, domain: domain, isLong: isLong, isText: false)
  }

  /// A POST of an operation on one domain.
  static func post(
    _ operation: String, to domain: XendDomainKey, _ arguments: KeyValuePairs<String, FormValue> = [:], isLong: Bool = false
  ) -> Self {
    post(operation, to: path(of: domain), arguments, domain: domain, isLong: isLong)
  }

  /// `/xend/domain/web1`
  static func path(of domain: XendDomainKey) -> String { "/xend/domain/" + FormEncoding.segment(domain.text) }
}

extension XendRequest {
  /// Whether xend answers only when devices have come or gone, which scripts of its host do.
  var waitsForDevices: Bool {
    ["create", "start", "wait_for_devices", "device_create", "device_configure", "device_destroy"].contains(operation)
  }
}

extension XendRequest: CustomStringConvertible {
  /// What is asked for, without the arguments, which may be secret.
  var description: String { [method.rawValue, uri, operation.map { "op=\($0)" }].compactMap(\.self).joined(separator: " ") }
}

extension XendRequest {
  /// Request line and headers: exactly those that libvirt sends. More would have xend answer in HTML.
  var head: HTTPRequestHead {
    var headers: HTTPHeaders = [
      "Host": "localhost:8000", "Accept-Encoding": "identity", "Content-Type": "application/x-www-form-urlencoded",
    ]
    if method == .post { headers.add(name: "Content-Length", value: "\(body.count)") }
    return HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: method.rawValue), uri: uri, headers: headers)
  }

  /// Throws where xend would not read the whole request: it then resets the connection, and its answer may be lost.
  func checkSize() throws(LibvirtError) {
    guard body.count > Self.bodyLimit else { return }
    throw failure("the request takes \(body.count) bytes, and xend accepts no more than \(Self.bodyLimit)")
  }

  /// An error of this request in libvirt's words, `GET operation failed: …`, and what can be done about it.
  func failure(_ detail: String, hint: String? = nil) -> LibvirtError {
    var error = LibvirtError(method == .post ? .postFailed : .getFailed, .xend, detail)
    error.str3 = hint
    return error
  }
}
