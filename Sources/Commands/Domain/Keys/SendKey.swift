import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct SendKey: Command {
  static let info = CommandInfo(
    "send-key", group: .domain, abstract: "press keys of a guest's keyboard",
    description: "Press keys in a guest, all at once. A key is a name such as KEY_A, or a number of the code set.")
  static let options = OptionTable<Self>(\._domain, \._codeSet, \._holdTime, \._keys)

  @Option(domain: "domain-active") var domain: Given<String>
  @Option("codeset", "where names and numbers come from: linux, xt, win32, ...", positional: false, complete: "codeset-name")
  var codeSet: Given<String>
  @Option("holdtime", "for how many milliseconds each key is held", positional: false) var holdTime: Given<UInt32>
  @Arguments("keycode", "the keys", .required, complete: "keycode-name") var keys

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    // An empty name counts as none.
    let name = codeSet.raw.flatMap { $0.isEmpty ? nil : $0 } ?? "linux"
    let holdTime = try holdTime.value() ?? 0
    guard let set = KeyNames.codeSet(named: name) else { throw CommandFailure("unknown codeset: '\(name)'") }
    var codes: [UInt32] = []
    for key in keys {
      guard codes.count < Domain.mostKeys else { throw CommandFailure("too many keycodes") }
      guard let code = Self.number(key) ?? KeyNames.code(of: key, in: set) else {
        throw CommandFailure("invalid keycode: '\(key)'")
      }
      codes.append(code)
    }
    try await domain.send(keys: codes, from: set, holdingMilliseconds: holdTime)
    return .done
  }

  /// A code as C writes numbers: decimal, `0x1e`, or octal with a zero in front; no more than 16 bits.
  private static func number(_ text: String) -> UInt32? {
    var digits = text.withoutLeadingBlanks
    if digits.hasPrefix("+") { digits = digits.dropFirst() }
    guard digits.first?.isHexDigit == true else { return nil }
    let code =
      if digits.lowercased().hasPrefix("0x") {
        digits.dropFirst(2).first?.isHexDigit == true ? UInt32(digits.dropFirst(2), radix: 16) : nil
      } else {
        UInt32(digits, radix: digits.hasPrefix("0") ? 8 : 10)
      }
    return code.flatMap { $0 <= 0xffff ? $0 : nil }
  }
}
