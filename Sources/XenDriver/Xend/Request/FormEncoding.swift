/// How bytes are written in paths, queries and forms: everything but letters, digits and `-._~` as `%XX`, so that no byte of a name or
/// value can mean something else.
enum FormEncoding {
  /// One segment of a path. There a `+` would stay a `+`: a blank is `%20`.
  static func segment(_ text: String) -> String {
    String(decoding: encoded(text.utf8), as: UTF8.self)
  }

  /// `name=value` joined by `&`, in the order given. Blanks are `+`: xend counts bytes, and documents have many blanks.
  static func form(_ arguments: KeyValuePairs<String, FormValue>) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, value) in arguments {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
      bytes += encoded(name.utf8, blank: "+") + [UInt8(ascii: "=")] + encoded(value.bytes, blank: "+")
    }
    return bytes
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func encoded(_ bytes: some Sequence<UInt8>, blank: String = "%20") -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      case UInt8(ascii: " "): result += blank.utf8
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return result
  }
}
