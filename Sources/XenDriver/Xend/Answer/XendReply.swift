/// What came back for a request, before anybody has asked what it means.
struct XendReply: Sendable, Hashable {
  /// The HTTP status.
  let status: Int
  /// What stands behind the status, which is free text.
  let reason: String
  /// `application/sxp`, `text/plain`, or nothing where the body is empty; what other servers say.
  let contentType: String
  /// The whole body.
  let body: [UInt8]
}
