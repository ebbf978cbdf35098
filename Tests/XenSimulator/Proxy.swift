import Glibc
import XenSimulators

/// `proxy [--name NAME] [--old] [--no-domains] [--pieces BYTES] [--strays COUNT]`: plays libvirt's proxy until standard input ends.
func runProxy(_ arguments: [String]) async throws {
  var options = ProxySimulatorOptions()
  var rest = arguments[...]
  while let option = rest.popFirst() {
    switch option {
    case "--name": options.name = rest.popFirst() ?? options.name
    case "--old": options.isOld = true
    case "--no-domains": options.hasNoDomains = true
    case "--pieces": options.pieces = rest.popFirst().flatMap { Int($0) } ?? 1
    case "--strays": options.strays = rest.popFirst().flatMap { Int($0) } ?? 1
    default: throw ProxyUsage(option: option)
    }
  }
  let simulator = try await ProxySimulator.start(options: options)
  puts("listening on @\(options.name)")
  fflush(nil)
  while getchar() != EOF {}
  await simulator.stop()
}

/// An option that there is none of.
struct ProxyUsage: Error, CustomStringConvertible {
  let option: String
  var description: String { "proxy: '\(option)' is no option" }
}
