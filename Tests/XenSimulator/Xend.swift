import XenSimulators

extension Subcommand {
  /// `xen-simulator xend`
  static let xend = Subcommand(
    name: "xend",
    usage: """
      [--unix PATH] [--port N|0] [--address 127.0.0.1] [--format 1|2|3|4] [--xen 3.0.2…4.1] [--domains N] [--memory MIB]
        [--scheduler credit|sedf] [--seed N] [--latency-ms N] [--long-ms N] [--shutdown-ms N] [--record FILE]
        [--fault hang|close|late-hang|late-close|delay=MS|answer=TEXT[@TIMES][:OPERATION|:/PATH]]…
      """
  ) { words in
    let end = EndOfRun()
    let options = try xendOptions(words)
    let simulator = try await XendSimulator.start(options)
    if let path = simulator.unixPath { say("listening on \(path)") }
    if let port = simulator.port { say("listening on http://\(options.address):\(port)/") }
    await end.wait()
    await simulator.stop()
  }

  private static func xendOptions(_ words: [String]) throws -> XendSimulatorOptions {
    var options = XendSimulatorOptions()
    var rest = words[...]
    var (format, release): (XenRelease?, XenRelease?)
    while let word = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError(reason: "\(word) needs a value") }
      func number(_ range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(value), range.contains(number) else { throw UsageError(reason: "\(word): \(value) is no such number") }
        return number
      }
      switch word {
      case "--unix": options.unixPath = value
      case "--port": options.port = try number(0...65535)
      case "--address": options.address = value
      case "--format":
        format = try XenRelease(format: number(1...4))
      case "--xen":
        guard let known = XenRelease(rawValue: value) else { throw UsageError(reason: "Xen \(value) is not known") }
        release = known
      case "--domains": options.domains = try number(0...100_000)
      case "--memory": options.memory = try number(1...1 << 30)
      case "--scheduler": options.scheduler = value
      case "--seed": options.seed = UInt64(try number(0...Int.max))
      case "--latency-ms": options.latency = .milliseconds(try number(0...3_600_000))
      case "--long-ms": options.longOperations = .milliseconds(try number(0...3_600_000))
      case "--shutdown-ms": options.guestShutdown = .milliseconds(try number(0...3_600_000))
      case "--record":
        let file = try RecordFile(value)
        options.heard = { file.add("\($0.method) /\($0.path)" + ($0.operation.map { " \($0)" } ?? "")) }
      case "--fault":
        guard let fault = XendFault(value) else { throw UsageError(reason: "\(value) is no fault") }
        options.faults.append(fault)
      default: throw UsageError(reason: "\(word) is not known")
      }
    }
    if let format, let release, format.format != release.format {
      throw UsageError(reason: "Xen \(release.rawValue) has format \(release.format)")
    }
    options.release = release ?? format ?? options.release
    guard options.unixPath != nil || options.port != nil else { throw UsageError(reason: "--unix or --port is needed") }
    return options
  }
}
