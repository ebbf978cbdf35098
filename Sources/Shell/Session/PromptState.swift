/// What the prompt has to say about the session.
public struct PromptState: Sendable, Hashable {
  /// How the session stands to its hypervisor.
  public enum Link: Sendable, Hashable {
    /// Nothing was opened yet.
    case fresh
    case connected
    /// Lost, and being opened again.
    case reconnecting
    /// There is none.
    case none
  }

  /// How the session stands to its hypervisor.
  public var link: Link
  /// The connection's name, or that of the next; nil when that is not known.
  public var name: String?
  /// Whether changes are refused.
  public var isReadOnly: Bool
}

extension Session {
  /// What the prompt has to say.
  var promptState: PromptState {
    switch state {
    case .connected(let connection): PromptState(link: .connected, name: connection.promptName, isReadOnly: connection.isReadOnly)
    case .reconnecting(let reconnection):
      PromptState(link: .reconnecting, name: reconnection.name.withoutParameters, isReadOnly: reconnection.isReadOnly)
    case .fresh, .lost: PromptState(link: .fresh, name: name?.withoutParameters, isReadOnly: isReadOnly)
    case .none: PromptState(link: .none, name: nil, isReadOnly: isReadOnly)
    }
  }
}
