/// Why a definition is refused: libvirt's error number and domain, and the whole sentence that virsh shows.
public struct DefinitionError: Error, Sendable, Hashable {
  /// libvirt's error number (`virErrorNumber`).
  public var code: Int32
  /// The part of libvirt that reports it (`virErrorDomain`); 20 stands for domain definitions.
  public var domain: Int32
  /// The complete message, its prefix included.
  public var text: String
  /// Lines that libxml2 itself writes on standard error, before the error; virsh users see them.
  public var notes: [String] = []

  /// An error with all its parts.
  public init(code: Int32, domain: Int32 = 20, text: String) {
    self.code = code
    self.domain = domain
    self.text = text
  }

  /// `VIR_ERR_XML_ERROR`: the document says something that its format does not allow.
  public static func xml(_ detail: String) -> Self { Self(code: 27, text: "XML error: \(detail)") }
  /// `VIR_ERR_XML_DETAIL`: the text is not well-formed; the sentence has no prefix.
  public static func malformed(_ text: String) -> Self { Self(code: 35, domain: 5, text: text) }
  /// `VIR_ERR_XML_DETAIL` of a definition: a sentence without a prefix.
  public static func detail(_ text: String) -> Self { Self(code: 35, text: text) }
  /// `VIR_ERR_CONFIG_UNSUPPORTED`: understood, but not possible.
  public static func unsupported(_ detail: String) -> Self { Self(code: 67, text: "unsupported configuration: \(detail)") }
  /// `VIR_ERR_INTERNAL_ERROR`.
  public static func failure(_ detail: String) -> Self { Self(code: 1, text: "internal error: \(detail)") }
  /// `VIR_ERR_INVALID_ARG`.
  public static func invalid(_ detail: String) -> Self { Self(code: 8, text: "invalid argument: \(detail)") }
  /// `VIR_ERR_NO_NAME`: a domain needs a name.
  public static let noName = Self(code: 21, text: "missing name information")
  /// libvirt fails without saying why; this is what virsh prints then.
  public static let unknown = Self(code: 0, domain: 0, text: "An error occurred, but the cause is unknown")
  /// `VIR_ERR_OS_TYPE`: a domain needs `os/type`.
  public static func osType(_ detail: String?) -> Self {
    Self(code: 16, text: detail.map { "unknown OS type \($0)" } ?? "unknown OS type")
  }
  /// `VIR_ERR_OVERFLOW`: a number that is too large.
  public static func overflow(_ detail: String) -> Self { Self(code: 82, domain: 0, text: "numerical overflow: \(detail)") }
}
