import NIOCore

/// What a program writes to its standard error: its lines are shown as they come, and the last of them kept.
final class ErrorStream: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// The most bytes that are kept.
  static let limit = 4096
  /// Whether lines are shown: only while the connection is opened does anybody expect them, and not without end.
  var isShowing = true
  private var linesToShow = 100
  private(set) var isAtEnd = false
  private let show: (String) -> Void
  private var kept: [UInt8] = []
  private var context: ChannelHandlerContext?
  private var line: [UInt8] = []

  init(show: @escaping (String) -> Void) { self.show = show }

  /// The last lines, harmless for a terminal.
  var text: String { ForeignText.harmless(kept) }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  /// Nothing more is read, though another process may hold the other end open.
  func close() { context?.close(promise: nil) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data).readableBytesView
    kept += bytes
    if kept.count > Self.limit { kept.removeFirst(kept.count - Self.limit) }
    guard isShowing else { return }
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { showLine() } else if line.count < Self.limit { line.append(byte) }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    isAtEnd = true
    if isShowing { showLine() }
    context.fireChannelInactive()
  }

  private func showLine() {
    let text = ForeignText.harmless(line)
    line = []
    guard !text.isEmpty else { return }
    show(text)
    linesToShow -= 1
    if linesToShow == 0 { isShowing = false }
  }
}
