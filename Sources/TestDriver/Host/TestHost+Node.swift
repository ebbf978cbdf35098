import Drivers
import LibvirtProtocol

extension TestHost {
  /// The host of a definition file, with what libvirt refuses about a whole host: two domains of one name or UUID.
  public static func host(of node: NodeDefinition, uri: String) throws -> TestHost {
    var seen: [(name: String, uuid: UUID?)] = []
    for domain in node.domains {
      let (name, uuid) = (domain.definition.name, UUID(bytes: domain.definition.uuid))
      if let twin = seen.first(where: { $0.uuid == uuid }), let uuid {
        throw LibvirtError(
          .operationFailed, errorDomain,
          twin.name == name
            ? "domain '\(name)' is already active" : "domain '\(twin.name)' is already defined with uuid \(uuid)")
      }
      if let twin = seen.first(where: { $0.name == name }), let uuid = twin.uuid {
        throw LibvirtError(.operationFailed, errorDomain, "domain '\(name)' already exists with uuid \(uuid)")
      }
      seen.append((name, uuid))
    }
    return TestHost(node, uri: uri)
  }

  /// Lets in whom the definition file lists; everybody if it lists nobody.
  static func authenticate(_ users: [NodeDefinition.User], by dialogue: any Dialogue) async throws {
    guard !users.isEmpty else { return }
    let refusal = LibvirtError(.authFailed, errorDomain, "authentication failed, see test XML for the correct username/password")
    guard let name = try await dialogue.answer("Enter username for localhost", isSecret: false),
      let user = users.first(where: { $0.name == name })
    else { throw refusal }
    guard let expected = user.password else { return }
    guard try await dialogue.answer("Enter \(name)'s password for localhost", isSecret: true) == expected else { throw refusal }
  }
}
