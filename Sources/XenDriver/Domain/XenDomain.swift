import Drivers
import LibvirtProtocol
import XDR

/// A domain as xend and libvirt both know it.
///
/// What xend tells but libvirt's XML has no words for is not kept: change such a domain through its document.
struct XenDomain: Sendable, Hashable {
  /// Its number while it runs.
  var id: Int32?
  /// Its name; letters, digits and `_.:/+-`.
  var name: String
  /// Its identity.
  var uuid: UUID
  /// What it is doing.
  var state: DomainRunState
  /// CPU time used, in nanoseconds.
  var cpuTime: UInt64
  /// Memory that it has or will be given, in KiB; whole MiB.
  var memory: UInt64
  /// The most memory that it may have, in KiB; whole MiB.
  var maxMemory: UInt64
  /// Virtual CPUs that it has.
  var vcpus: Int
  /// Virtual CPUs that it may have, at least as many.
  var maxVcpus: Int
  /// The host CPUs on which each virtual CPU may run: none for no restriction at all, one for all virtual CPUs, or one for each of them,
  /// nil where that one is free.
  var affinity: [CPUSet?]
  /// How it starts.
  var boot: XenBoot
  /// Hardware features of a fully virtualized domain.
  var features: Set<XenFeature>
  /// How its clock begins.
  var clock: XenClock
  /// Whether a fully virtualized domain has that timer; nil where nobody says.
  var hasHPET: Bool?
  /// What becomes of it after shutting down, rebooting and crashing: `destroy`, `restart`, `preserve`, `rename-restart`, …
  var onPoweroff: String
  var onReboot: String
  var onCrash: String
  /// What happens when xend starts (`start`, `ignore`) and stops; nil where xend knows nothing of that.
  var onXendStart: String?
  var onXendStop: String?
  /// The program that emulates devices.
  var emulator: String?
  /// Its devices in libvirt's order.
  var devices: [XenDevice]

  /// Whether it sees a whole computer; otherwise it knows Xen.
  var isHVM: Bool { boot.isHVM }

  /// The type of guest in libvirt's words: `hvm` or `linux`.
  var osType: String { isHVM ? "hvm" : "linux" }

  /// Whether it starts with xend.
  var isAutostarted: Bool {
    get { onXendStart == "start" }
    set { onXendStart = newValue ? "start" : "ignore" }
  }

  /// In brief.
  var info: DomainInfo {
    DomainInfo(
      state: XDRUChar(rawValue: UInt8(state.rawValue)), maxMem: maxMemory, memory: memory,
      nrVirtCpu: XDRUShort(rawValue: UInt16(clamping: vcpus)), cpuTime: cpuTime)
  }

  /// The devices in libvirt's order; a display brings a mouse.
  static func arranged(_ devices: [XenDevice], isHVM: Bool) -> [XenDevice] {
    var devices = devices
    let mouse = XenDevice(.input(.implicit(isHVM: isHVM)), isHVM: isHVM)
    let hasDisplay = devices.contains { if case .graphics = $0.kind { true } else { false } }
    let hasMouse = devices.contains(mouse)
    devices.removeAll { $0 == mouse }
    if hasDisplay || (hasMouse && !isHVM) { devices.append(mouse) }
    return devices.enumerated().sorted {
      let (one, other) = ($0.element.order, $1.element.order)
      return one == other ? $0.offset < $1.offset : one.lexicographicallyPrecedes(other)
    }.map(\.element)
  }

  /// Virtual CPUs with restrictions: one set where all have the same, none where none has any.
  static func arranged(_ affinity: [CPUSet?], vcpus: Int) -> [CPUSet?] {
    var affinity = Array(affinity.prefix(vcpus))
    if let first = affinity.first ?? nil, affinity.count == vcpus, affinity.allSatisfy({ $0 == first }) { return [first] }
    while let last = affinity.last, last == nil { affinity.removeLast() }
    return affinity.isEmpty ? [] : affinity + Array(repeating: nil, count: vcpus - affinity.count)
  }
}
