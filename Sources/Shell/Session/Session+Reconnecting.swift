import Commands
import Drivers
import Presentation

/// How a lost connection is opened again.
///
/// As `virsh`, the next command tries once. Else attempts begin at once, with growing pauses, whether or not a command waits;
/// the name and the read-only state are those of the connection that was lost, and subscriptions are renewed.
extension Session {
  /// How long commands of a script wait for a lost connection, counted from its loss. At a prompt the user decides.
  static let patience = Duration.seconds(30)
  private static let pauses = Duration.milliseconds(100)...Duration.seconds(30)
  /// An attempt that hangs must not hold up the next.
  private static let attemptTime = Duration.seconds(10)

  /// A connection has ended without our doing. Told by whoever comes first: the watcher, or the command that meets it.
  func lose(_ connection: Connection, _ reason: CloseReason) async {
    guard current === connection else { return }
    // virsh says what the library calls it, aliases aside.
    let name = dialect == .virsh ? connection.uri.description : connection.name
    observer.notice(Diagnostic("Disconnected from \(name) due to \(reason.text)"))
    // A daemon that hangs up at once must not be asked over and over; one that was only restarted is asked at once.
    let hasLasted = connection.openedAt.duration(to: .now) > .seconds(1)
    firstPause = hasLasted ? .zero : min(Self.longer(firstPause), .seconds(2))
    if dialect == .virsh {
      state = .lost(isFirst: true)
    } else {
      state = .reconnecting(Reconnection(name: connection.name, isReadOnly: connection.isReadOnly, since: .now))
      restartReconnecting()
    }
    await connection.close()
  }

  /// virsh's way: a command needs the connection that was lost.
  func reopen(isFirst: Bool) async throws -> Connection {
    do {
      let connection = try await open(name, readOnly: isReadOnly, isAskedFor: false)
      if isFirst { observer.notice(Diagnostic("Reconnected to the hypervisor")) }
      return connection
    } catch {
      state = .lost(isFirst: false)
      throw CommandFailure("Failed to reconnect to the hypervisor", cause: error)
    }
  }

  /// Begins, or goes on, to open the lost connection again.
  func restartReconnecting() {
    attempts?.cancel()
    attempts = Task { [generation] in await tryAgain(as: generation) }
  }

  /// The user has decided otherwise, or it was done.
  func stopReconnecting() {
    attempts?.cancel()
    attempts = nil
    wakeWaiters()
  }

  private func tryAgain(as ours: Int) async {
    var pause = firstPause
    while ours == generation, !Task.isCancelled, case .reconnecting(var reconnection) = state {
      // Many clients of one daemon must not all come back in the same moment.
      if pause > .zero {
        isPausing = true
        try? await Task.sleep(for: (isAwaited ? min(pause, .seconds(1)) : pause) * Double.random(in: 0.75...1.25))
        if Task.isCancelled { return }
        isPausing = false
      }
      pause = Self.longer(pause)
      // Only who waits is asked anything; nobody is asked while they type another line. An answer may take its time.
      let absent = AbsentUser()
      isAsking = isAwaited && dialogue.isPossible
      do {
        let connection = try await opener.open(
          name, readOnly: reconnection.isReadOnly, deadline: isAsking ? nil : .now + Self.attemptTime,
          dialogue: isAsking ? dialogue : absent)
        isAsking = false
        guard ours == generation, !Task.isCancelled, case .reconnecting = state else { return await connection.close() }
        await resume(on: connection, after: reconnection)
        return
      } catch {
        guard ours == generation, !Task.isCancelled, case .reconnecting = state else { return }
        isAsking = false
        reconnection.attempts += 1
        reconnection.error = error
        let isRefused = ExitStatus.of(ConnectError(error)) == .refused
        // A script has nobody to wait for, if there is no terminal.
        if isRefused, !absent.wasWanted || isScript && !dialogue.isPossible { return giveUp(error) }
        state = .reconnecting(reconnection)
        if isRefused, !isAwaited {
          // The next command that wants the connection goes on.
          isPausing = true
          return tellWanted(error)
        }
        if reconnection.attempts == 1 { tell(error) }
      }
    }
  }

  private static func longer(_ pause: Duration) -> Duration { min(max(pause * 2, pauses.lowerBound), pauses.upperBound) }

  private func resume(on connection: Connection, after reconnection: Reconnection) async {
    attempts = nil
    adopt(connection)
    await renewSubscriptions(on: connection)
    // The actor was free meanwhile: it may be lost again, or another by the user's wish.
    guard current === connection else { return }
    let seconds = reconnection.since.duration(to: .now).components.seconds
    observer.notice(
      Diagnostic("Reconnected to \(connection.name)\(seconds > 1 ? " after \(seconds) seconds" : "")", severity: .note))
    wakeWaiters()
  }

  private func giveUp(_ error: any Error) {
    state = .none(.lost)
    for diagnostic in Diagnostic.all(of: CommandFailure("Failed to reconnect to the hypervisor", cause: error)) {
      observer.notice(diagnostic)
    }
    wakeWaiters()
  }

  private func tell(_ error: any Error) {
    let reason = Diagnostic.all(of: ConnectError(error)).first?.text ?? "\(error)"
    observer.notice(Diagnostic("trying to reconnect: \(reason)", severity: .note))
  }

  private func tellWanted(_ error: any Error) {
    tell(error)
    observer.notice(Diagnostic("the next command tries again and can ask you", severity: .note))
  }

  /// Waits for the connection, without bound at a prompt; throws when it can't be had, or the caller is cancelled.
  func untilReconnected() async throws -> Connection {
    waitingCount += 1
    defer { waitingCount -= 1 }
    while case .reconnecting(let reconnection) = state {
      let (wakeUps, waker) = AsyncStream<Void>.makeStream()
      waiters.append(waker)
      // Somebody wants it now.
      if isPausing {
        isPausing = false
        firstPause = .zero
        restartReconnecting()
      }
      let timer =
        isScript
        ? Task {
          try await Task.sleep(until: reconnection.since + Self.patience); waker.finish()
        } : nil
      for await _ in wakeUps {}
      timer?.cancel()
      if Task.isCancelled, isAsking, waitingCount == 1 {
        // Who was asked is gone.
        isAsking = false
        restartReconnecting()
      }
      try Task.checkCancellation()
      if isScript, case .reconnecting(let latest) = state, latest.since.duration(to: .now) >= Self.patience {
        let cause: (any Error)? = latest.error.map { ConnectError($0, to: name, readOnly: latest.isReadOnly) }
        throw CommandFailure("Failed to reconnect to the hypervisor", cause: cause ?? NotConnected.lost)
      }
    }
    return try await connection()
  }

  private func wakeWaiters() {
    for waiter in waiters { waiter.finish() }
    waiters = []
  }
}
