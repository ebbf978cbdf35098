import XenSimulators

extension Subcommand {
  /// `xen-simulator proxy`
  static let proxy = Subcommand(
    name: "proxy", usage: "[--name NAME] [--old yes|no] [--domains yes|no] [--pieces BYTES] [--strays COUNT] [--record FILE]"
  ) { words in
    let end = EndOfRun()
    let options = try proxyOptions(words)
    let simulator = try await ProxySimulator.start(options: options)
    say("listening on @\(options.name)")
    await end.wait()
    await simulator.stop()
  }

  private static func proxyOptions(_ words: [String]) throws -> ProxySimulatorOptions {
    var options = ProxySimulatorOptions()
    var rest = words[...]
    while let word = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError(reason: "\(word) needs a value") }
      func number() throws -> Int {
        guard let number = Int(value), (1...4096).contains(number) else { throw UsageError(reason: "\(word): \(value) is no such number") }
        return number
      }
      switch word {
      case "--name": options.name = value
      case "--old": options.isOld = value == "yes"
      case "--domains": options.hasNoDomains = value == "no"
      case "--pieces": options.pieces = try number()
      case "--strays": options.strays = try number()
      case "--record":
        let file = try RecordFile(value)
        options.heard = { file.add("\($0.command)") }
      default: throw UsageError(reason: "there is no option \(word)")
      }
    }
    return options
  }
}
