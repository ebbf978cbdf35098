import Drivers

/// Which connection completion asks: the session's, or one beside it as long as the session had none.
actor CompletionConnection {
  private let session: Session
  private var aside: Connection?
  /// One attempt is enough: a command says why it failed, completion says nothing.
  private var hasTried = false

  init(session: Session) { self.session = session }

  /// The connection that is open.
  var known: Connection? {
    get async {
      guard let live = await session.openConnection else { return aside.flatMap { $0.closeReason == nil ? $0 : nil } }
      await closeAside()
      return live
    }
  }

  /// The connection that is open, or is opened now.
  func opened() async -> Connection? {
    if let known = await known { return known }
    guard !hasTried else { return nil }
    hasTried = true
    aside = await session.openAside()
    return aside
  }

  /// Closes what the session does not know.
  func closeAside() async {
    let old = aside
    aside = nil
    await old?.close()
  }
}
