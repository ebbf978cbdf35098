extension String {
  /// The text as one word for a POSIX shell: in single quotes if any character needs them, and empty as `''`.
  public var quotedForShell: String {
    let special = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~".utf8
    if !isEmpty, !utf8.contains(where: special.contains) { return self }
    var bytes: [UInt8] = [UInt8(ascii: "'")]
    for byte in utf8 {
      if byte == UInt8(ascii: "'") {
        bytes += "'\\''".utf8
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "'"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
