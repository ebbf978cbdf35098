import Drivers
import LibvirtProtocol

extension Domain {
  /// Opens a console of the running guest, by its device's alias, or the first: what it shows is read, what is typed is written.
  public func openConsole(_ device: String? = nil, _ flags: DomainConsoleFlags = []) async throws -> any DriverStream {
    try await connection.open(try StreamRequest(Remote.domainOpenConsole, ref, device, flags.rawValue))
  }
}
