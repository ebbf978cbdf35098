import Drivers
import LibvirtProtocol

extension Connection {
  /// The host's own name.
  public func hostname() async throws -> String { try await call(Remote.connectGetHostname) }

  /// What the host and its hypervisor can do, as XML.
  public func capabilities() async throws -> String { try await call(Remote.connectGetCapabilities) }

  /// Processors and memory of the host.
  public func nodeInfo() async throws -> NodeInfo { try await call(Remote.nodeGetInfo) }

  /// A log of a Xen host. Only xend has any; other drivers do not support it.
  public func xenLog(_ log: XenLog) async throws -> String { try await call(Xen.nodeGetLog, log.rawValue) }

  /// Versions of the driver's type, the hypervisor and the library that serves it, asked together.
  public func versions() async -> HostVersions {
    let type = send(Remote.connectGetType)
    let hypervisor = send(Remote.connectGetVersion)
    let library = send(Remote.connectGetLibVersion)
    return HostVersions(type: await type.result, hypervisor: await hypervisor.result, library: await library.result)
  }
}

/// What `version` asks: each answer or its error.
public struct HostVersions: Sendable {
  /// The driver's name: `QEMU`, `TEST`.
  public let type: Result<String, any Error>
  /// The hypervisor's version, as ``VersionNumber`` reads it.
  public let hypervisor: Result<UInt64, any Error>
  /// The version of the libvirt that serves the connection.
  public let library: Result<UInt64, any Error>
}

/// libvirt's version numbers: 1,000,000 * major + 1,000 * minor + release.
public struct VersionNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number as libvirt sends it.
  public let rawValue: UInt64

  /// A version from its number.
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }

  /// `9.0.0`
  public var description: String { "\(rawValue / 1_000_000).\(rawValue / 1_000 % 1_000).\(rawValue % 1_000)" }
}
