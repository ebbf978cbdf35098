import CLibedit
import Glibc

extension EditorCore {
  /// How a wait for keys ended: there are some, the time is over, somebody rang, or no more will come.
  enum Wait { case input, elapsed, rung, end }

  /// Stands for a paste among the letters: a control character that nobody types and a key can be bound to.
  static let pasteKey: Unicode.Scalar = "\u{9e}"
  /// Stands for a letter without a width. libedit's short way of drawing what is typed counts a column for it, and ends up
  /// outside its own memory.
  static let markKey: Unicode.Scalar = "\u{9d}"

  /// What libedit calls for each letter: 1 with a letter, 0 at the end of input. Meanwhile errands are run.
  func nextLetter(into letter: UnsafeMutablePointer<wchar_t>) -> Int32 {
    sink.showTerminal(to: editor)
    keepCursorInLine()
    var hasWaited = false
    while !screen.isStopped {
      switch decoder.next(hasWaited: hasWaited) {
      case .letter(let scalar):
        let isMark = DisplayWidth.of(scalar) == 0 && scalar.value > 0xff
        if isMark { mark = scalar }
        letter.pointee = wchar_t(bitPattern: isMark ? Self.markKey.value : scalar.value)
        return 1
      case .paste(let text):
        pasted = text
        letter.pointee = wchar_t(bitPattern: Self.pasteKey.value)
        return 1
      // What a terminal sends for one key comes at once, if not always in one piece.
      case .undecided:
        let deadline = ContinuousClock.now.advanced(by: .milliseconds(20))
        var result = Wait.rung
        while result == .rung { result = wait(until: deadline) }
        hasWaited = result != .input
      case .empty: if wait() == .end { return 0 }
      }
    }
    return 0
  }

  /// Shows the line and waits for keys, for ever without a deadline, and takes what is there. Errands are run.
  func wait(until deadline: ContinuousClock.Instant? = nil) -> Wait {
    draw()
    while true {
      var sources = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: screen.bell, events: Int16(POLLIN), revents: 0),
      ]
      let left = deadline.map { Int32(max(0, ContinuousClock.now.duration(to: $0) / .milliseconds(1)).rounded(.up)) }
      let count = poll(&sources, 2, left ?? -1)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .end }
      if count == 0 { return .elapsed }
      if sources[1].revents != 0 { attend() }
      if screen.isStopped { return .end }
      if sources[0].revents != 0, let result = takeKeys() { return result }
      if sources[1].revents != 0 { return .rung }
    }
  }

  /// Nil if there was nothing after all.
  private func takeKeys() -> Wait? {
    var block = [UInt8](repeating: 0, count: 4096)
    let count = read(0, &block, block.count)
    if count > 0 { decoder.append(block.prefix(count)) }
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    return count > 0 ? .input : .end
  }
}
