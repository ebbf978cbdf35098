import LibvirtProtocol
import SExpressions

extension XendReply {
  /// What it means as the answer to `request`.
  ///
  /// An error may come with any status, 200 too, and what is labelled an S-expression need not be one when it is an error.
  /// Throws `LibvirtError` for what xend refuses, in xend's own words.
  func answer(to request: XendRequest) throws(LibvirtError) -> XendAnswer {
    if isComplaint { throw complaint(about: request) }
    guard (200..<300).contains(status) else { throw refusal(of: request) }
    // libvirt's own rule for what was only accepted.
    if status == 202, words.contains("failed") { throw request.failure(words) }
    if contentType.hasPrefix("text/html") { throw request.failure("a web page came in place of xend's answer", hint: Self.otherServer) }
    if request.isText { return .text(String(decoding: body, as: UTF8.self)) }
    if body.allSatisfy(Self.isBlank) { return .nothing }
    if contentType.hasPrefix("text/plain") { return .text(String(decoding: body, as: UTF8.self)) }
    do throws(SExpressionError) { return .expression(try SExpression(parsing: body)) } catch {
      var failure = request.failure("xend's answer makes no sense: \(XendWords.clean("\(error)".utf8))")
      failure.domain = .sexpr
      throw failure
    }
  }

  /// The body as one line.
  var words: String { XendWords.clean(body) }

  static let otherServer = "it does not look like xend: wrong host or port? xend's own is 8000, if xend-config.sxp turns its HTTP server on"

  static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
}
