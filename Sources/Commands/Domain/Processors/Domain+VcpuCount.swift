import CommandLanguage
import Libvirt
import LibvirtProtocol
import XMLTree

extension Domain {
  /// The number of virtual CPUs as older calls tell it, where the newer one has failed in a way that says that there is none; throws its
  /// error otherwise.
  func vcpuCount(_ flags: DomainVcpuFlags, after failure: any Error, in dialect: Dialect) async throws -> Int {
    guard let error = failure as? LibvirtError, error.code == .noSupport || error.code == .invalidArg else { throw failure }
    if flags.contains(.guest) { throw CommandFailure("Failed to retrieve vCPU count from the guest", cause: error) }
    var isLive = flags.contains(.live)
    if !isLive, !flags.contains(.config) { isLive = try await state().isActive }
    if isLive { return flags.contains(.maximum) ? try await maxVcpus() : Int(clamping: try await info().nrVirtCpu.rawValue) }
    let element = try XMLDocument(await xml(.inactive), source: "(domain_definition)").root[child: "vcpu"]
    guard let element, let most = Int(element.text) else { throw CommandFailure("Failed to retrieve maximum vcpu count") }
    if flags.contains(.maximum) { return most }
    if let current = element[attribute: "current"].flatMap({ Int($0) }) { return current }
    // To virsh a definition that says no number does not mean all.
    guard dialect == .virtsh else { throw CommandFailure("Failed to retrieve current vcpu count") }
    return most
  }
}
