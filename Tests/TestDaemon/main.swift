import Glibc
import LibvirtProtocol
import TestDaemonKit
import TestDriver

// A libvirt daemon with the test driver, for tests by hand and of the program as a whole:
//
//     test-daemon --socket PATH [--domains N] [--delay-ms N] [--last-procedure N] [URI]
//
// URI is test:///default or test:///FILE. With a delay each way, PATH is a proxy before PATH.direct.
// With a last procedure it is as old as a libvirt that knows none after that.

struct UsageError: Error {}

func say(_ text: String, on descriptor: CInt) {
  let bytes = Array((text + "\n").utf8)
  _ = write(descriptor, bytes, bytes.count)
}

func arguments() throws -> (socket: String, domains: Int, delay: Int, lastProcedure: Int?, uri: String) {
  var socket: String?
  var lastProcedure: Int?
  var (domains, delay, uri) = (0, 0, "test:///default")
  var rest = CommandLine.arguments.dropFirst()
  while let word = rest.popFirst() {
    switch word {
    case "--socket": socket = rest.popFirst()
    case "--domains", "--delay-ms", "--last-procedure":
      guard let number = rest.popFirst().flatMap(Int.init), (0...100_000).contains(number) else { throw UsageError() }
      switch word {
      case "--domains": domains = number
      case "--delay-ms": delay = number
      default: lastProcedure = number
      }
    case let word where word.hasPrefix("test:///"): uri = word
    default: throw UsageError()
    }
  }
  guard let socket else { throw UsageError() }
  return (socket, domains, delay, lastProcedure, uri)
}

func serve() async throws {
  let (socket, domains, delay, lastProcedure, uri) = try arguments()
  var options = TestDaemonOptions()
  options.madeUpDomains = domains
  options.lastProcedure = lastProcedure.map { Int32($0) }
  let node = uri == "test:///default" ? NodeDefinition.default : try NodeDefinition(file: String(uri.dropFirst("test://".count)))
  let path = delay == 0 ? socket : socket + ".direct"
  let daemon = try await TestDaemon.start(at: path, host: TestHost(node, uri: uri), options: options)
  let proxy = delay == 0 ? nil : try await RoundTripProxy.start(at: socket, target: path, delay: delay)
  say("listening on \(socket)", on: STDOUT_FILENO)
  try await daemon.wait()
  await proxy?.stop()
}

await Task.detached {
  do {
    try await serve()
  } catch is UsageError {
    say("usage: test-daemon --socket PATH [--domains N] [--delay-ms N] [--last-procedure N] [URI]", on: STDERR_FILENO)
    exit(2)
  } catch {
    say("test-daemon: \(error)", on: STDERR_FILENO)
    exit(1)
  }
}.value
