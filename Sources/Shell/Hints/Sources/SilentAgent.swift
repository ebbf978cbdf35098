import Libvirt
import LibvirtProtocol
import XMLTree

/// The guest's agent does not answer: whether the guest has a channel for it, and whether anything in the guest has opened that.
struct SilentAgent: HintSource {
  private static let channel = "org.qemu.guest_agent.0"

  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    failure.code == .agentUnresponsive || failure.code == .agentUnsynced
      || failure.code == .argumentUnsupported && failure.domain == .qemu && failure.message.contains("guest agent")
      // Behind a call that waits for the agent all others wait: libvirt names who holds the domain.
      || failure.code == .operationTimeout && failure.message.contains("agent=")
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    let domain = try await scene.domain()
    let root = try XMLDocument(try await domain.xml(), source: "(domain_definition)").root
    let channels = root[child: "devices"]?.elements("channel").compactMap { $0[child: "target"] } ?? []
    guard let channel = channels.first(where: { $0[attribute: "name"] == Self.channel }) else {
      return "'\(domain.name)' has no agent channel: its definition lacks <channel> with the target \(Self.channel)"
    }
    switch channel[attribute: "state"] {
    case "connected": return "the agent in '\(domain.name)' has opened its channel, but does not answer: it may be busy or stuck"
    case "disconnected":
      return "'\(domain.name)' has an agent channel, but nothing in the guest has opened it: qemu-guest-agent does not run there"
    default: return nil
    }
  }
}
