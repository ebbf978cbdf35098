import LibvirtProtocol

// What owners of streams ask for. Each wait is answered once; an end of the stream answers all with `closed`.
extension RPCChannelHandler {
  func end(of id: RPCCallID) -> RPCStreamEnd? { streams[id.serial]?.end }

  func read(_ id: RPCCallID, ticket: UInt64, _ waiter: StreamOwner.Waiter) {
    let result = rpc.readStream(id)
    if case .wait = result, let owner = streams[id.serial] {
      owner.wait(for: .content, ticket: ticket, waiter)
    } else {
      waiter.resume(returning: result)
    }
    drain()
  }

  /// Gives a reader what has come; if the reader has gone meanwhile, it stays for the next.
  func feed(_ id: RPCCallID) {
    guard let owner = streams[id.serial], owner.isBeingRead else { return }
    owner.resume(.content, .success(rpc.readStream(id)))
  }

  /// Sends a piece; goes on when the socket has taken it.
  func write(_ id: RPCCallID, _ piece: RPCStreamRead, ticket: UInt64, _ waiter: StreamOwner.Waiter) {
    let isOpen =
      switch piece {
      case .data(let bytes): rpc.writeStream(id, bytes)
      case .hole(let length): rpc.writeStreamHole(id, length: length)
      case .end, .wait, .closed: false
      }
    guard isOpen, let owner = streams[id.serial] else {
      waiter.resume(returning: .closed)
      return
    }
    drain()
    if owner.end != nil {
      waiter.resume(returning: .closed)
    } else if isWritable {
      waiter.resume(returning: .wait)
    } else {
      owner.wait(for: .room, ticket: ticket, waiter)
    }
  }

  /// Finishes a stream; goes on when the peer has agreed.
  func finish(_ id: RPCCallID, ticket: UInt64, _ waiter: StreamOwner.Waiter) {
    guard let owner = streams[id.serial], owner.end == nil, rpc.finishStream(id) else {
      waiter.resume(returning: .closed)
      return
    }
    owner.wait(for: .end, ticket: ticket, waiter)
    drain()
  }

  func abort(_ id: RPCCallID) {
    _ = rpc.abortStream(id)
    drain()
  }

  /// Goes on once the stream has ended.
  func waitForEnd(of id: RPCCallID, ticket: UInt64, _ waiter: StreamOwner.Waiter) {
    guard let owner = streams[id.serial], owner.end == nil else {
      waiter.resume(returning: .closed)
      return
    }
    owner.wait(for: .end, ticket: ticket, waiter)
  }
}
