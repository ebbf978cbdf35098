import LibvirtProtocol
import RemoteDriver
import XDR

/// A message as bytes. The length word is what it should be, or `length`.
func message(
  _ type: MessageType, _ serial: UInt32, _ status: MessageStatus = .ok, program: Program = .remote, version: UInt32 = 1,
  procedure: Int32 = 23, _ payload: [UInt8] = []
) throws -> [UInt8] {
  let header = MessageHeader(
    program: program, version: version, procedure: procedure, type: type, serial: serial, status: status)
  var bytes: [UInt8] = []
  try FrameWriter.append(header, payload, to: &bytes)
  return bytes
}

/// A good message with a payload.
func message(_ type: MessageType, _ serial: UInt32, _ payload: [UInt8]) throws -> [UInt8] {
  try message(type, serial, .ok, payload)
}

/// A message from six raw words, which may make no sense.
func rawMessage(_ words: [UInt32], length: UInt32? = nil, _ payload: [UInt8] = []) -> [UInt8] {
  var writer = XDRWriter()
  writer.append(length ?? UInt32(4 + 4 * words.count + payload.count))
  for word in words { writer.append(word) }
  return writer.bytes + payload
}

/// The payload of an error reply.
func payload(_ error: LibvirtError) throws -> [UInt8] { try NetMessageError(error).encoded() }

let noDomain = LibvirtError(.noDomain, .qemu, "no domain with matching name 'x'")
let reading = RPCCallOptions(priority: .high, effect: .reads)
let slowReading = RPCCallOptions(priority: .low, effect: .reads)
let slowChanging = RPCCallOptions(priority: .low, effect: .changes)

extension RPCConnection {
  /// Sends a call of procedure 23 with an empty payload.
  mutating func call(_ options: RPCCallOptions) throws -> RPCCallID { try call(.remote, 23, [], options) }

  /// Takes in bytes and gives all actions that follow.
  mutating func actions(after bytes: [UInt8], now: Duration = .zero) -> [RPCAction] {
    receive(bytes, now: now)
    return allActions()
  }

  /// All actions that wait.
  mutating func allActions() -> [RPCAction] {
    var actions: [RPCAction] = []
    while let action = nextAction() { actions.append(action) }
    return actions
  }

  /// The messages that went out since the last time.
  mutating func sent() throws -> [Frame] { try frames(takeOutgoing()) }
}

/// The messages in a sequence of bytes.
func frames(_ bytes: [UInt8]) throws -> [Frame] {
  var decoder = FrameDecoder()
  decoder.append(bytes)
  var frames: [Frame] = []
  while let frame = try decoder.next() { frames.append(frame) }
  return frames
}
