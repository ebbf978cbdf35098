import LibvirtProtocol

/// What the connection's own code has to add to libvirt's words: what the peer printed in place of the protocol, what did not decode,
/// why nobody could be authenticated, what an old Xen cannot do.
struct ForeignPeer: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool { hint(about: failure, in: scene) != nil }

  func hint(about failure: Failure, in scene: Scene) -> String? {
    let ours: [VirErrorDomain] = [.rpc, .auth, .xend, .sexpr, .proxy, .xen]
    let isOurs = failure.domain.map(ours.contains) == true || failure.domain == .remote && failure.code == .authFailed
    return isOurs ? (failure.error as? LibvirtError)?.str3 : nil
  }
}
