/// Why a user may not connect to a socket, and whether a group would change that.
struct GroupAccess: Sendable {
  /// In words, with what to do where that is known.
  let explanation: String

  /// Looks at the socket and the folders on the way; nil where nothing of that forbids it.
  init?(to path: String, for user: UInt32, on host: LocalHost) async {
    let session = UserAccount.groupsOfSession()
    if let folder = await host.barrier(to: path, for: user, in: session) {
      explanation = "the folder \(folder.path) (\(await host.ownership(of: folder))) keeps you out"
      return
    }
    guard let socket = await host.file(path), !socket.grants(2, to: user, in: session) else { return nil }
    let start = "\(path) belongs to \(await host.ownership(of: socket))"
    guard socket.mode & 0o020 != 0, user != socket.owner else {
      explanation = "\(start): only its owner may connect"
      return
    }
    let group = await host.groupName(of: socket.group)
    if await host.groups(of: user).contains(socket.group) {
      explanation = "\(start); you are in the group \(group), but this login is older than that: log in again, or newgrp \(group)"
    } else {
      let name = await host.userName(of: user)
      explanation = "\(start); you (\(name)) are not in the group \(group): usermod -aG \(group) \(name) as root, then log in again"
    }
  }
}
