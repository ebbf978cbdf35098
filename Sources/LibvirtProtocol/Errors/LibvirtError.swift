/// An error as libvirt reports it: with a code, where it comes from, and a text that is fit to be shown.
public struct LibvirtError: Error, Hashable, Sendable {
  /// What went wrong.
  public var code: VirErrorNumber
  /// Which part of libvirt says so.
  public var domain: VirErrorDomain
  /// How bad it is.
  public var level: VirErrorLevel
  /// The whole text, with the words that belong to the code in front.
  public var message: String
  /// The text with `%s` in place of the detail, for libvirt's own errors.
  public var str1: String?
  /// The detail, for libvirt's own errors.
  public var str2: String?
  /// More text, whose meaning depends on the code.
  public var str3: String?
  /// A number, often an `errno`; -1 for none.
  public var int1: Int32
  /// A number; -1 for none.
  public var int2: Int32
  /// What this side has to add, a sentence each, for people; it never travels.
  public var notes: [String] = []

  /// An error with a whole text.
  public init(
    code: VirErrorNumber,
    domain: VirErrorDomain,
    level: VirErrorLevel = .error,
    message: String,
    str1: String? = nil,
    str2: String? = nil,
    str3: String? = nil,
    int1: Int32 = -1,
    int2: Int32 = -1
  ) {
    self.code = code
    self.domain = domain
    self.level = level
    self.message = message
    self.str1 = str1
    self.str2 = str2
    self.str3 = str3
    self.int1 = int1
    self.int2 = int2
  }

  /// An error whose text is built as libvirt builds it: the words of the code around the detail, or those for no detail.
  ///
  /// `LibvirtError(.operationInvalid, .qemu, "domain is not running")` reads `Requested operation is not valid: domain is not running`.
  public init(_ code: VirErrorNumber, _ domain: VirErrorDomain, _ detail: String? = nil) {
    let phrase = ErrorPhrase.all[code]
    self.init(
      code: code,
      domain: domain,
      message: phrase?.message(detail) ?? detail ?? "No error message provided",
      str1: phrase?.message(detail == nil ? nil : "%s"),
      str2: detail)
  }

  /// Whether the other side does not know, or its driver does not have, what was called; then an older way may work.
  ///
  /// An old daemon says so as an RPC error; libvirt's own client takes that for code 3 too.
  public var isUnsupported: Bool {
    if code == .noSupport { return true }
    return code == .rpc && (domain == .rpc || domain == .remote) && level == .error && message.hasPrefix("unknown procedure")
  }
}

extension LibvirtError {
  /// The error with words of our own beside libvirt's; nil changes nothing.
  public func noting(_ explanation: String?) -> LibvirtError {
    var error = self
    error.str3 = explanation ?? str3
    return error
  }
}

extension LibvirtError: CustomStringConvertible {
  /// The whole text.
  public var description: String { message }
}
