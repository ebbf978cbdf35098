import Drivers
import LibvirtProtocol

/// What is known of one domain at a glance, gathered in one round trip.
public struct DomainDetails: Sendable {
  /// `hvm`, `linux`, `exe`, …; nil where the driver does not say.
  public let osType: String?
  /// State, memory in KiB, processors, processor time in nanoseconds.
  public let info: Result<DomainInfo, any Error>
  /// Whether the domain stays when it ends; nil where the driver does not say.
  public let isPersistent: Bool?
  /// Whether the host starts it; nil where the driver does not say.
  public let isAutostarted: Bool?
  /// Whether the next start resumes from a saved state; nil where the driver does not say.
  public let hasManagedSave: Bool?
  /// The host's security model and its domain of interpretation.
  public let securityModel: SecurityModel?
  /// The label of the domain's processes under the first security model; empty while there are none.
  public let securityLabel: SecurityLabel?
  /// What libvirt has to say about this domain: tainting, deprecated features.
  public let messages: [String]
}

extension Domain {
  /// Asks everything that ``DomainDetails`` holds, all calls together.
  public func details() async -> DomainDetails {
    let type = connection.send(Remote.domainGetOsType, ref)
    let info = connection.send(Remote.domainGetInfo, ref)
    let persistent = connection.send(Remote.domainIsPersistent, ref)
    let autostart = connection.send(Remote.domainGetAutostart, ref)
    let managedSave = connection.send(Remote.domainHasManagedSaveImage, ref, 0)
    let model = connection.send(Remote.nodeGetSecurityModel)
    let label = connection.send(Remote.domainGetSecurityLabel, ref)
    let messages = connection.send(Remote.domainGetMessages, ref, 0)
    return DomainDetails(
      osType: try? await type.value, info: await info.result, isPersistent: (try? await persistent.value).map { $0 != 0 },
      isAutostarted: (try? await autostart.value).map { $0 != 0 }, hasManagedSave: (try? await managedSave.value).map { $0 != 0 },
      securityModel: try? await model.value, securityLabel: try? await label.value, messages: Array((try? await messages.value) ?? []))
  }

  /// State and the reason for it, which a server before libvirt 0.9.2 does not tell.
  public func state() async throws -> DomainState {
    do { return try await connection.call(Remote.domainGetState, ref, 0) } catch let error as LibvirtError where error.isUnsupported {
      return try await info().stateAlone
    }
  }

  /// State, memory in KiB, processors, processor time in nanoseconds.
  public func info() async throws -> DomainInfo { try await connection.call(Remote.domainGetInfo, ref) }

  /// Whether the domain stays when it ends.
  public func isPersistent() async throws -> Bool { try await connection.call(Remote.domainIsPersistent, ref) != 0 }

  /// Whether the next start resumes from a saved state.
  public func hasManagedSave() async throws -> Bool { try await connection.call(Remote.domainHasManagedSaveImage, ref, 0) != 0 }
}

extension DomainInfo {
  /// The state, the reason for which is not known.
  var stateAlone: DomainState { DomainState(state: Int32(state.rawValue), reason: 0) }
}
