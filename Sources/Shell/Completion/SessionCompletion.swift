import CommandLanguage
import Commands
import Drivers
import LineEditor
import Presentation

/// What a session's line can become: commands, options, and what the current connection knows.
struct SessionCompletion: Sendable {
  private let session: Session
  private let dialect: Dialect
  private let cache: CompletionCache
  private let connection: CompletionConnection

  /// Completion of the lines of a session.
  init(session: Session, dialect: Dialect, cache: CompletionCache = CompletionCache()) {
    self.session = session
    self.dialect = dialect
    self.cache = cache
    connection = CompletionConnection(session: session)
  }

  /// The ways to go on at the end of a line, given up to the cursor.
  ///
  /// Says nothing of errors, and gives up when its task is cancelled: the answer that was waited for is there the next time.
  func completion(of lineUpToCursor: String) async -> LineCompletion {
    let request = session.commands.completion(of: lineUpToCursor, dialect: dialect)
    var seen: Set<String> = []
    var found: [LineCompletion.Candidate] = []
    for text in await request.candidates(values: values).prefix(CompletionCache.mostValues) {
      // What a terminal would not show as it is cannot stand in a line either.
      guard sanitized(text, allowing: .none) == text, seen.insert(text).inserted else { continue }
      found.append(LineCompletion.Candidate(text, of: request))
    }
    return LineCompletion(start: request.start, candidates: found)
  }

  /// Forgets what hypervisors said: to be called after each command line, `connect` and what reconnects among them.
  func invalidate() async {
    await cache.invalidate()
    _ = await connection.known
  }

  /// Ends what completion has opened for itself.
  func close() async {
    await cache.invalidate()
    await connection.closeAside()
  }

  private func values(for question: CompletionQuestion) async -> [String] {
    guard let origin = Completer.origin(of: question) else { return await completer(on: nil).values(for: question) }
    let key = CompletionCache.Key(connection: await connection.known.map(ObjectIdentifier.init), origin: origin)
    return await cache.values(for: key) {
      guard let connection = await connection.opened() else { return [] }
      return await completer(on: connection).values(for: question).sorted(by: Self.isInOrder)
    }
  }

  private func completer(on connection: Connection?) -> Completer {
    Completer(dialect: dialect, commands: session.commands) {
      guard let connection else { throw NobodyToAsk() }
      return connection
    }
  }

  /// Numbers by their size, names by their letters.
  private static func isInOrder(_ left: String, _ right: String) -> Bool {
    if let left = Int(left), let right = Int(right) { return left < right }
    return left < right
  }
}

/// No connection is open.
private struct NobodyToAsk: Error {}
