import CLibxml2

/// Collects what libxml2 complains about while one document is parsed. Lives in that call only.
final class ParserLog {
  var problems: [XMLTreeError.Problem] = []

  /// Receives one complaint; `context` is the parser, whose private pointer is the log.
  static func note(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    guard let error = error?.pointee, let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let log = parser.pointee._private
    else { return }
    Unmanaged<ParserLog>.fromOpaque(log).takeUnretainedValue().add(error, parser.pointee.input)
  }

  private func add(_ error: xmlError, _ input: xmlParserInputPtr?) {
    guard problems.count < 16 else { return }
    var message = error.message.map { String(cString: $0) } ?? ""
    if message.hasSuffix("\n") { message.removeLast() }
    var problem = XMLTreeError.Problem(
      message: message, line: max(1, Int(error.line)), column: error.int2 > 0 ? Int(error.int2) : nil,
      context: nil, pointer: "^", isFatal: error.level == XML_ERR_FATAL)
    if let input = input?.pointee, let base = input.base, let current = input.cur, let end = input.end, end > base {
      problem.isInEntity = input.filename == nil
      (problem.context, problem.pointer) = Self.excerpt(UnsafeBufferPointer(start: base, count: end - base), at: current - base)
    }
    problems.append(problem)
  }

  /// The line around a position, if there is anything in it, and dashes up to it. A position at a line's end belongs to that line; that of
  /// the text's end belongs to none if it follows a newline.
  private static func excerpt(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (String?, String) {
    func isBreak(_ index: Int) -> Bool { index < text.count && (text[index] == 10 || text[index] == 13) }
    let position = min(max(position, 0), text.count)
    var start = position
    while start > 0, isBreak(start) { start -= 1 }
    while start > 0, !isBreak(start) { start -= 1 }
    if isBreak(start), start < text.count { start += 1 }
    var end = start
    while end < text.count, text[end] != 0, !isBreak(end) { end += 1 }
    let context = String(decoding: text[start..<end], as: UTF8.self)
    let dashes = (start..<max(start, position)).map { $0 < end && text[$0] == 9 ? UInt8(9) : UInt8(ascii: "-") }
    return (context.isEmpty ? nil : context, String(decoding: dashes, as: UTF8.self) + "^")
  }
}
