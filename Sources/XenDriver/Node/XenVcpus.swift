import Drivers
import LibvirtProtocol
import SExpressions
import XDR

/// The virtual CPUs of a domain, as `op=vcpuinfo` tells them.
struct XenVcpus: Sendable, Hashable {
  /// One virtual CPU.
  struct Vcpu: Sendable, Hashable {
    /// Its number, state, time and host CPU (-1 while it is off line).
    var info: VcpuInfo
    /// The host CPUs that it may run on.
    var affinity: CPUSet
  }

  /// In the order of the document.
  var vcpus: [Vcpu]

  /// Reads a `(domain … (vcpu …) …)`. What makes no sense becomes 0.
  ///
  /// - Throws: `LibvirtError` for anything else.
  init(document: SExpression) throws {
    guard document.head == "domain" else { throw LibvirtError(.internalError, .xend, "failed to parse Xend vcpu information") }
    vcpus = document.all("vcpu").prefix(Int(UInt16.max)).map { vcpu in
      let isOnline = vcpu.isTrue("online")
      let state: VcpuState = !isOnline ? .offline : vcpu.isTrue("blocked") ? .blocked : vcpu.isTrue("running") ? .running : .offline
      let affinity = (vcpu["cpumap"]?.value?.elements ?? []).compactMap { $0.text.flatMap { Int($0) } }
      return Vcpu(
        info: VcpuInfo(
          number: vcpu.integer("number", in: 0...UInt32.max) ?? 0, state: state.rawValue, cpuTime: vcpu.nanoseconds("cpu_time"),
          cpu: isOnline ? vcpu.integer("cpu", in: -1...Int32.max) ?? -1 : -1),
        affinity: CPUSet(affinity))
    }
  }

  /// As the procedure `domain_get_vcpus` answers it: at most so many CPUs, with maps of so many bytes.
  func answer(count: Int, mapLength: Int) -> DomainVcpus {
    let kept = vcpus.prefix(max(0, count))
    return DomainVcpus(
      info: Bounded(kept.map(\.info)), cpumaps: Opaque(kept.flatMap { $0.affinity.bytes(count: mapLength) }))
  }
}
