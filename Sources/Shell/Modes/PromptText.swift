import CommandLanguage
import Drivers
import Presentation

/// The text in front of the next line.
struct PromptText {
  let program: String
  let dialect: Dialect
  let hasColour: Bool

  /// virsh's prompt, or ours, which says where the next command goes: host and driver, read-write (`#`) or read-only (`>`), or that
  /// there is no connection.
  func text(_ state: PromptState) -> String {
    let sign = state.isReadOnly ? ">" : "#"
    if dialect == .virsh { return "\(program) \(sign) " }
    let name = state.name.map { " " + Self.shortened(sanitized($0)) } ?? ""
    return switch state.link {
    case .connected: "\(program)\(coloured(name, "36")) \(sign) "
    case .fresh: "\(program)\(name) \(coloured("(not connected)", "33")) \(sign) "
    case .reconnecting: "\(program)\(name) \(coloured("(reconnecting)", "33")) \(sign) "
    case .none: "\(program) \(coloured("(not connected)", "31")) \(sign) "
    }
  }

  /// A prompt that fills the line leaves no room to type.
  private static func shortened(_ name: String) -> String {
    name.count <= 48 ? name : "…" + name.suffix(47)
  }

  /// What stands between two `\u{1}` takes no room on the line.
  private func coloured(_ text: String, _ code: String) -> String {
    hasColour && !text.isEmpty ? "\u{1}\u{1B}[\(code)m\u{1}\(text)\u{1}\u{1B}[0m\u{1}" : text
  }
}

extension Connection {
  /// The name for the prompt: what the user called it, or its URI, without parameters.
  var promptName: String { name.isEmpty ? uri.description.withoutParameters : name.withoutParameters }
}

extension String {
  /// A URI without what stands behind its question mark.
  var withoutParameters: String { String(prefix { $0 != "?" }) }
}
