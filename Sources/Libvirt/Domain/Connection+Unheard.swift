import Drivers
import LibvirtProtocol

/// A domain that a host lists without being able to say anything else about it.
public struct UnheardDomain: Sendable {
  /// Its name.
  public let name: String
  /// Why nothing else is known.
  public let reason: any Error
}

extension Connection {
  /// Those of some listed domains of which nothing but the name is known, and why.
  public func unheard(among refs: [DomainRef]) async -> [UnheardDomain] {
    let asked = refs.filter(\.isStandIn)
    return zip(asked, await send(Remote.domainGetState, forEach: asked, 0).results).compactMap { ref, result in
      guard case .failure(let reason) = result else { return nil }
      return UnheardDomain(name: ref.name, reason: reason)
    }
  }
}
