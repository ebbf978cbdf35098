import LibvirtProtocol
import XDR

extension TestHost {
  /// The file systems of every guest, by where they are mounted.
  private static let fileSystems = [(mount: "/", name: "vda1"), (mount: "/boot", name: "vda2")]

  func hostname(_ ref: DomainRef, _ flags: UInt32) throws -> String {
    try check(flags, in: "testDomainGetHostname")
    return try running(ref).definition.name + "host"
  }

  /// The time in a guest, which stands still.
  func time(_ ref: DomainRef, _ flags: UInt32) throws -> DomainTime {
    try check(flags, in: "testDomainGetTime")
    let domain = try domain(ref)
    // A paused one has no time, though it can be given one.
    guard domain.state.state == DomainRunState.running.rawValue else { throw notRunning }
    return domain.time
  }

  func setTime(_ ref: DomainRef, _ seconds: Int64, _ nanoseconds: UInt32, _ flags: UInt32) throws {
    try check(flags, allowed: DomainSetTimeFlags.sync.rawValue, in: "testDomainSetTime")
    _ = try running(ref)
    try change(ref) { $0.time = DomainTime(seconds: seconds, nseconds: nanoseconds) }
  }

  func fileSystems(_ ref: DomainRef, _ flags: UInt32) throws -> Listing<256, DomainFSInfo, UInt32> {
    try check(flags, in: "testDomainGetFSInfo")
    guard try running(ref).definition.disks.contains(where: { $0.target == "vda" }) else { return Listing([]) }
    return Listing(
      Self.fileSystems.map { DomainFSInfo(mountpoint: $0.mount, name: $0.name, fstype: "ext4", devAliases: ["vda"]) })
  }

  /// Freezes or thaws file systems, by default all; answers how many changed.
  func freeze(_ ref: DomainRef, _ mounts: Bounded<256, String>, isFrozen: Bool, _ flags: UInt32) throws -> Int32 {
    try check(flags, in: isFrozen ? "testDomainFSFreeze" : "testDomainFSThaw")
    _ = try running(ref)
    let known = Self.fileSystems.map(\.mount)
    for mount in mounts where !known.contains(mount) { throw noMount(mount) }
    let wanted = mounts.isEmpty ? Set(known) : Set(mounts)
    return try change(ref) { domain in
      let changed = isFrozen ? wanted.subtracting(domain.frozen) : wanted.intersection(domain.frozen)
      if isFrozen { domain.frozen.formUnion(changed) } else { domain.frozen.subtract(changed) }
      return Int32(clamping: changed.count)
    }
  }

  func trim(_ ref: DomainRef, _ mount: String?, _ flags: UInt32) throws {
    try check(flags, in: "testDomainFSTrim")
    _ = try running(ref)
    if let mount, !Self.fileSystems.contains(where: { $0.mount == mount }) { throw noMount(mount) }
  }

  private nonisolated func noMount(_ path: String) -> LibvirtError { invalid("mount point not found: \(path)") }

  func sendKey(_ ref: DomainRef, _ codeset: UInt32, _ codes: Bounded<16, UInt32>, _ flags: UInt32) throws {
    try check(flags, in: "testDomainSendKey")
    guard !codes.isEmpty else { throw whole("nkeycodes in virDomainSendKey must be greater than zero") }
    _ = try running(ref)
    if let keys = KeyCodes(codeset: codeset), let wrong = codes.first(where: { !keys.contains($0) }) {
      throw failure("invalid keycode \(wrong) of \(keys.codeset) codeset")
    }
  }

  /// Only the first process of a guest hears signals, and only of some it takes notice.
  func sendSignal(_ ref: DomainRef, _ process: Int64, _ signal: UInt32, _ flags: UInt32) throws {
    guard process != 0 else { throw whole("pid_value in virDomainSendProcessSignal must not be zero") }
    try check(flags, in: "testDomainSendProcessSignal")
    guard process == 1 else { throw argument("only sending a signal to pid 1 is supported") }
    guard signal <= UInt32(DomainProcessSignal.rt32.rawValue) else { throw argument("signum value \(signal) is out of range") }
    _ = try domain(ref)
  }

  func setPassword(_ ref: DomainRef, _ flags: UInt32) throws {
    try check(flags, allowed: DomainSetUserPasswordFlags.encrypted.rawValue, in: "testDomainSetUserPassword")
    _ = try running(ref)
  }

  func injectNMI(_ ref: DomainRef, _ flags: UInt32) throws {
    try check(flags, in: "testDomainInjectNMI")
    _ = try running(ref)
  }

  func reset(_ ref: DomainRef, _ flags: UInt32) throws {
    try check(flags, in: "testDomainReset")
    _ = try running(ref)
  }
}
