import Libvirt
import LibvirtProtocol

extension CountedAnswer {
  /// The parameters; throws with one sentence when their number cannot be told, and with another when they cannot.
  func explained(_ number: String, _ parameters: String) async throws -> [TypedParameter] {
    let count: Int = try await explaining(number) { try self.count.get() }
    guard count > 0 else { return [] }
    return try await explaining(parameters) { try self.parameters.get() }
  }
}
