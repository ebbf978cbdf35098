import CommandLanguage
import ConnectionURI
import Drivers
import Libvirt
import LibvirtProtocol
import Presentation

/// Says what the session is connected to.
struct ConnectionCommand: Command {
  static let info = CommandInfo(
    "connection", group: .itself, abstract: "show the connection",
    description: "Show the current connection: where it leads, what answers there, how old it is and how quick.", needsConnection: false,
    ours: true)
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    let status = await context.session.status
    var fields = [Field("State", key: "state", .string(Self.state(status)))]
    switch status {
    case .connected(let connection): fields += try await Self.fields(of: connection)
    case .reconnecting(let reconnection): fields += Self.fields(of: reconnection)
    case .notConnected(let name): fields += name.map { [Field("Next", key: "next", .string($0))] } ?? []
    }
    return .fields(fields)
  }

  private static func state(_ status: SessionStatus) -> String {
    switch status {
    case .connected: "connected"
    case .reconnecting: "reconnecting"
    case .notConnected: "not connected"
    }
  }

  private static func fields(of connection: Connection) async throws -> [Field] {
    let calls = connection.callCount
    async let hostname = try? connection.hostname()
    let versions = await connection.versions()
    // A question by itself, when nothing else is under way.
    let start = ContinuousClock.now
    _ = await connection.send(Remote.connectGetVersion).result
    let roundTrip = start.duration(to: .now)
    let transport = connection.driver.endpoint == nil ? nil : connection.driver.transportName ?? (try? connection.uri.transport().rawValue)
    return [
      Field("URI", key: "uri", .string(connection.uri.description)),
      Field("Name", key: "name", .string(connection.name)),
      namedBy(connection.meaning),
      Field("Access", key: "access", .string(connection.isReadOnly ? "read-only" : "read-write")),
      Field("Server", key: "server", (await hostname).map { .string($0) } ?? .null),
      Field("Hypervisor", key: "hypervisor", (try? versions.type.get()).map { .string($0) } ?? .null),
      Field("Version", key: "hypervisorVersion", Self.version(versions.hypervisor)),
      Field("libvirt", key: "libvirtVersion", Self.version(versions.library)),
      Field("Transport", key: "transport", transport.map { .string($0) } ?? .null, text: transport ?? "none"),
      Field(
        "Endpoint", key: "endpoint", connection.driver.endpoint.map { .string($0) } ?? .null,
        text: connection.driver.endpoint ?? "this process"),
      Field("Age", key: "ageSeconds", .double(connection.openedAt.duration(to: .now).inSeconds), text: age(of: connection)),
      Field("Calls made", key: "calls", .int(Int64(calls))),
      Field(
        "Round trip", key: "roundTripSeconds", .double(roundTrip.inSeconds),
        text: fixedPoint(roundTrip.inSeconds * 1000, decimals: 3) + " ms"),
    ]
  }

  /// Which of the places where a connection can be named has named this one.
  private static func namedBy(_ meaning: DefaultConnectionName?) -> Field {
    guard let meaning else { return Field("Named by", key: "namedBy", .null) }
    let place =
      switch meaning.source {
      case .explicit: "-c or connect"
      case .configuration: "uri_default in libvirt.conf"
      case .probe: "nobody: the local daemon was looked for"
      case .virshVariable, .libvirtVariable: meaning.source.rawValue
      }
    return Field(
      "Named by", key: "namedBy", .string(meaning.source.rawValue), text: place + (meaning.alias.map { ", as the alias '\($0)'" } ?? ""))
  }

  private static func fields(of reconnection: Reconnection) -> [Field] {
    let since = reconnection.since.duration(to: .now).inSeconds
    let error = reconnection.error.flatMap { Diagnostic.all(of: ConnectError($0)).last?.text }
    return [
      Field("Name", key: "name", .string(reconnection.name)),
      Field("Access", key: "access", .string(reconnection.isReadOnly ? "read-only" : "read-write")),
      Field("Lost since", key: "lostSeconds", .double(since), text: fixedPoint(since, decimals: 0) + " s"),
      Field("Attempts", key: "attempts", .int(Int64(reconnection.attempts))),
      Field("Last error", key: "lastError", error.map { .string($0) } ?? .null),
    ]
  }

  private static func version(_ answer: Result<UInt64, any Error>) -> CellValue {
    guard case .success(let number) = answer, number > 0 else { return .null }
    return .string("\(VersionNumber(number))")
  }

  private static func age(of connection: Connection) -> String {
    let seconds = Int(connection.openedAt.duration(to: .now).inSeconds)
    return seconds < 60
      ? "\(seconds) s" : seconds < 3600 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
