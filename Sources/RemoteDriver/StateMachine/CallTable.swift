import LibvirtProtocol

/// A call that was sent and has no answer yet.
struct CallUnderWay: Sendable {
  let header: MessageHeader
  let options: RPCCallOptions
  /// The number of bytes ever sent once this call has left.
  let endOffset: UInt64
  var isAbandoned = false
}

/// A call that waits for a place.
struct WaitingCall: Sendable {
  let header: MessageHeader
  let payload: [UInt8]
  let options: RPCCallOptions
}

/// The calls under way and those that wait, and how many places are taken.
struct CallTable: Sendable {
  private(set) var underWay: [UInt32: CallUnderWay] = [:]
  private(set) var waiting: [UInt32: WaitingCall] = [:]
  /// The order of those that wait; may name some that have gone.
  private var order = FIFO<UInt32>()
  private(set) var waitingBytes = 0
  /// Calls of low priority under way, given up or not.
  private(set) var lowCount = 0
  /// Calls under way whose callers wait.
  private(set) var awaitedCount = 0
  /// Calls of low priority under way that were given up, short ones of batches not counted: they will not hold on.
  private(set) var stuckCount = 0

  var count: Int { underWay.count + waiting.count }

  mutating func start(_ call: CallUnderWay) {
    underWay[call.header.serial] = call
    awaitedCount += 1
    if call.options.priority == .low { lowCount += 1 }
  }

  mutating func enqueue(_ call: WaitingCall) {
    waiting[call.header.serial] = call
    order.append(call.header.serial)
    waitingBytes += call.payload.count
  }

  /// Takes the longest waiting call out if there is a place for it.
  mutating func dequeue(defaultWindow: Int) -> WaitingCall? {
    while let serial = order.first {
      guard let call = waiting[serial] else {
        _ = order.popFirst()
        continue
      }
      guard lowCount < call.options.window ?? defaultWindow else { return nil }
      _ = order.popFirst()
      return removeWaiting(serial)
    }
    return nil
  }

  mutating func removeWaiting(_ serial: UInt32) -> WaitingCall? {
    guard let call = waiting.removeValue(forKey: serial) else { return nil }
    waitingBytes -= call.payload.count
    if order.count > 64, order.count > 2 * waiting.count {
      order.removeAll { waiting[$0] == nil }
    }
    return call
  }

  /// Takes a call out that was answered.
  mutating func finish(_ serial: UInt32) -> CallUnderWay? {
    guard let call = underWay.removeValue(forKey: serial) else { return nil }
    if call.options.priority == .low { lowCount -= 1 }
    if !call.isAbandoned {
      awaitedCount -= 1
    } else if call.isLongRunning {
      stuckCount -= 1
    }
    return call
  }

  /// Marks a call that was given up; false when there is none or it was marked before.
  mutating func abandon(_ serial: UInt32) -> Bool {
    guard let call = underWay[serial], !call.isAbandoned else { return false }
    underWay[serial]?.isAbandoned = true
    awaitedCount -= 1
    if call.isLongRunning { stuckCount += 1 }
    return true
  }

  mutating func removeAll() { self = CallTable() }
}

extension CallUnderWay {
  fileprivate var isLongRunning: Bool { options.priority == .low && options.window == nil }
}
