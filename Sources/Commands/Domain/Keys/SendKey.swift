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

  /// A code as C writes numbers, without a sign in front that says less than zero; no more than 16 bits.
  private static func number(_ text: String) -> UInt32? {
    guard !text.utf8.contains(UInt8(ascii: "-")) else { return nil }
    return Int32(cLiteral: text).flatMap { $0 <= 0xffff ? UInt32($0) : nil }
  }
}
