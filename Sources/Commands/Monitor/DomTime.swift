import CommandLanguage
import Glibc
import Libvirt
import LibvirtProtocol
import Presentation

struct DomTime: Command {
  static let info = CommandInfo(
    "domtime", group: .monitor, abstract: "show or set the time in a guest",
    description: "Show the time in a guest as seconds since 1970, or set it. The guest's agent does both.",
    exclusive: [["time", "now"], ["time", "sync"], ["now", "sync"]])
  static let options = OptionTable<Self>(\._domain, \._now, \._pretty, \._sync, \._time)
  @Option(domain: "domain-active") var domain: Given<String>
  @Flag("now", "set the time of this host") var now
  @Flag("pretty", "print date and time in UTC, not seconds") var pretty
  @Flag("sync", "set the time of the guest's hardware clock") var sync
  @Option("time", "the time to set, in seconds since 1970") var time: Given<Int64>

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let wanted = try time.value()
    if wanted != nil || now || sync {
      try await domain.setTime(seconds: now ? Int64(Glibc.time(nil)) : wanted ?? 0, sync ? .sync : [])
      return .done
    }
    let time = try await domain.time()
    let date = Self.date(time.seconds)
    // virsh has only GLib's word for a date that GLib cannot write.
    let text = pretty ? date ?? (context.dialect == .virsh ? "(null)" : "\(time.seconds)") : "\(time.seconds)"
    return Outcome(
      OpenLine(
        "Time: \(text)",
        ["seconds": .int(time.seconds), "nanoseconds": .uint(UInt64(time.nseconds)), "utc": .string(orNull: date.map { "\($0)Z" })]))
  }

  /// `2024-02-29 12:00:00` in UTC; nil outside of the years 1 to 9999.
  private static func date(_ seconds: Int64) -> String? {
    guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    var moment = time_t(seconds)
    var parts = tm()
    guard gmtime_r(&moment, &parts) != nil else { return nil }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
      + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }
}
