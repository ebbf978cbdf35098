import LibvirtProtocol
import SExpressions

extension XendReply {
  /// Whether the body is `(xend.err …)`, whatever its label and status.
  var isComplaint: Bool {
    let text = body.drop(while: Self.isBlank)
    guard text.first == UInt8(ascii: "(") else { return false }
    let head = text.dropFirst().drop(while: Self.isBlank)
    guard head.starts(with: Self.errorHead) else { return false }
    // `xend.errors` could be the name of a domain.
    return head.dropFirst(Self.errorHead.count).first.map { Self.isBlank($0) || "()'\"".utf8.contains($0) } ?? true
  }

  /// What `(xend.err 'message')` says.
  func complaint(about request: XendRequest) -> LibvirtError {
    var said = (try? SExpression(parsing: body))?.tail.compactMap(\.text).joined(separator: " ") ?? words
    said = XendWords.clean(said.utf8)
    // What its XML-RPC calls a domain that is not there.
    if let domain = request.domain, said.hasPrefix("<Fault 3: ") { return Self.noDomain(domain, said) }
    guard !said.isEmpty else { return request.failure("xend gives no reason", hint: Self.logs) }
    return request.failure(said, hint: Self.remedy(for: said))
  }

  /// What a status outside 2xx says, with a text or without.
  func refusal(of request: XendRequest) -> LibvirtError {
    // A page for people is no reason: it is long, and not xend's.
    let said = words.isEmpty || contentType.hasPrefix("text/html") ? XendWords.clean(reason.utf8) : words
    switch status {
    case 404:
      guard contentType.hasPrefix("text/html") == false, let domain = request.domain else {
        return request.failure("xend knows no \(request.uri): \(said)", hint: Self.otherServer)
      }
      return Self.noDomain(domain, words)
    case 406: return request.failure("xend cannot tell which operation is meant, or misses a parameter: \(said)", hint: Self.otherVersion)
    case 413:
      return request.failure(
        "the request of \(request.body.count) bytes is too large for xend: \(said)",
        hint: "xend reads no more than \(XendRequest.bodyLimit) bytes: shorten the configuration")
    case 500: return request.failure(said.isEmpty ? "xend gives no reason" : said, hint: Self.remedy(for: said) ?? Self.logs)
    case 501:
      var error = LibvirtError(.noSupport, .xend, "\(request.operation.map { "xend's operation \($0)" } ?? "\(request)"): \(said)")
      error.str3 = Self.otherVersion
      return error
    default:
      var error = LibvirtError(.httpError, .xend, said.isEmpty ? "\(status)" : "\(status): \(said)")
      error.str3 = status == 400 ? nil : Self.otherServer
      return error
    }
  }

  /// In the words of libvirt's lookups; xend's own where they say more than which domain it was.
  private static func noDomain(_ domain: XendDomainKey, _ said: String) -> LibvirtError {
    let isKnown = said.isEmpty || said.hasPrefix("<Fault 3: ") || said.hasPrefix("No such domain ")
    let says = isKnown ? "" : " (xend says: \(said))"
    return LibvirtError(.noDomain, .xend, "no domain with matching \(domain)\(says)")
  }

  private static let errorHead = Array("xend.err".utf8)
  private static let otherVersion = "this version of xend does not have it, or wants it in another way"
  static let logs = "its logs are on its own host: /var/log/xen/xend.log"

  /// What can be done about some errors of xend.
  private static func remedy(for said: String) -> String? {
    if said.hasPrefix("Missing parameter: ") { return "this version of xend wants an argument that is not known here" }
    // A Python key that is not there: nothing but a word in quotes.
    if said.count > 2, said.first == "'", said.last == "'", !said.contains(" ") {
      return "xend misses \(said): this version of it wants an argument, or a value in the configuration, that was not sent"
    }
    if said.contains("Hotplug scripts not working") { return "see the logs in /var/log/xen on xend's host" }
    return nil
  }
}
