import SExpressions

@testable import XenDriver

/// What a xend answers about a domain that it was told to define: the same keys, in another order and in the spelling of Python's writer.
enum XendEcho {
  static func document(_ configuration: SExpression, format: XendFormat) throws -> SExpression {
    var elements = configuration.elements ?? []
    elements[0] = "domain"
    // Dictionaries have no order, but devices are a list.
    let devices = elements.dropFirst().filter { $0.head == "device" }
    let rest = elements.dropFirst().filter { $0.head != "device" }
    let extra: [SExpression] = [["features", ""], ["status", "0"], ["shadow_memory", "0"]]
    let answer = SExpression.list([elements[0]] + rest.reversed() + extra + devices)
    return try SExpression(parsing: written(answer))
  }

  /// Python's writing of the values: empty texts are nothing, double quotes stand around single ones, and numbers may be longs in quotes.
  private static func written(_ value: SExpression) -> String {
    switch value {
    case .list(let elements): return "(" + elements.map(written).joined(separator: " ") + ")"
    case .atom(let bytes):
      guard let text = value.text, !text.isEmpty else { return "" }
      if text == "512" { return "'512'" }
      if text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-_:/~".contains($0)) }) { return text }
      let quote = text.contains("'") && !text.contains("\"") ? "\"" : "'"
      return bytes.reduce(quote) { output, byte in
        switch byte {
        case UInt8(ascii: "\\"): output + "\\\\"
        case UInt8(ascii: "'") where quote == "'": output + "\\'"
        case 32..<127: output + String(UnicodeScalar(byte))
        default: output + "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      } + quote
    }
  }
}

extension XenDomain {
  /// The domain as it is defined: without what only one that runs has.
  func asDefined(_ format: XendFormat) -> XenDomain {
    var domain = self
    (domain.id, domain.state, domain.cpuTime) = (nil, .shutoff, 0)
    for index in devices.indices {
      switch devices[index].kind {
      case .interface(var interface):
        if interface.target?.hasPrefix("vif") == true { interface.target = nil }
        interface.script = interface.usedScript
        domain.devices[index].kind = .interface(interface)
      case .graphics(var graphics):
        if graphics.isAutoport { graphics.port = nil }
        // Xen 3.0.2 has no choice.
        if graphics.kind == .vnc, format == .xen302 {
          graphics = XenGraphics(kind: .vnc, isAutoport: false)
        }
        domain.devices[index].kind = .graphics(graphics)
      default: continue
      }
    }
    return domain
  }
}
