import LibvirtProtocol
import XDR

/// The details of an event's message, and virsh's words for them.
struct DomainEventDescription {
  var details: [DomainEvent.Detail] = []
  var text = ""

  /// What virsh writes for a text that a server left out.
  private static let nothing = "<null>"

  init(_ message: any XDRCodable & Sendable) {
    switch message {
    case let event as DomainLifecycleEvent: lifecycle(event)
    case let event as DomainRTCChangeEvent: number(": \(event.offset)", "offset", event.offset)
    case let event as DomainWatchdogEvent: words(": ", [("action", Words.watchdogAction[event.action])])
    case let event as DomainIOErrorEvent: ioError(event.srcPath, event.devAlias, event.action)
    case let event as DomainIOErrorReasonEvent: ioError(event.srcPath, event.devAlias, event.action, reason: event.reason)
    case let event as DomainGraphicsEvent: graphics(event)
    case let event as DomainBlockJobEvent: blockJob(event.path, event.type, event.status)
    case let event as DomainBlockJob2Event: blockJob(event.dst, event.type, event.status)
    case let event as DomainDiskChangeEvent: diskChange(event)
    case let event as DomainTrayChangeEvent:
      details = [.init("disk", event.devAlias), .init("reason", Words.tray[event.reason])]
      text = " disk \(event.devAlias): \(Words.tray[event.reason])"
    case let event as DomainBalloonChangeEvent: number(": \(event.actual)KiB", "actual", Int64(clamping: event.actual))
    case let event as DomainDeviceRemovedEvent: words(": ", [("device", event.devAlias)])
    case let event as DomainDeviceEvent: words(": ", [("device", event.devAlias)])
    case let event as DomainTunableEvent: parameters(Array(event.params))
    case let event as DomainJobCompletedEvent: parameters(Array(event.params))
    case let event as DomainAgentLifecycleEvent: agent(event)
    case let event as DomainMigrationIterationEvent:
      number(": iteration: '\(event.iteration)'", "iteration", Int64(event.iteration))
    case let event as DomainMetadataChangeEvent: metadata(event)
    case let event as DomainBlockThresholdEvent: threshold(event)
    case let event as DomainMemoryFailureEvent: memoryFailure(event)
    case let event as DomainMemoryDeviceSizeChangeEvent:
      details = [.init("alias", event.alias), .init("size", number: Int64(clamping: event.size))]
      text = ":\nalias: \(event.alias)\nsize: \(event.size)"
    default: break
    }
  }

  private mutating func words(_ lead: String, _ pairs: [(String, String)]) {
    details = pairs.map { .init($0.0, $0.1) }
    text = lead + pairs.map(\.1).joined(separator: " ")
  }

  private mutating func number(_ words: String, _ key: String, _ value: Int64) {
    details = [.init(key, number: value)]
    text = words
  }

  private mutating func lifecycle(_ event: DomainLifecycleEvent) {
    words(": ", [("change", Words.lifecycle[event.event]), ("detail", Words.lifecycleDetail(event.event, event.detail))])
  }

  private mutating func ioError(_ path: String, _ alias: String, _ action: Int32, reason: String? = nil) {
    let action = Words.ioErrorAction[action]
    details = [.init("path", path), .init("device", alias), .init("action", action)]
    text = ": \(path) (\(alias)) \(action)"
    if let reason {
      details.append(.init("reason", reason))
      text += " due to \(reason)"
    }
  }

  private mutating func graphics(_ event: DomainGraphicsEvent) {
    func end(_ address: DomainGraphicsAddress) -> String {
      "[\(Words.graphicsFamily[address.family]) \(address.node) \(address.service)]"
    }
    let phase = Words.graphicsPhase[event.phase]
    details = [
      .init("phase", phase), .init("local", end(event.local)), .init("remote", end(event.remote)), .init("scheme", event.authScheme),
    ]
    text = ": \(phase) local\(end(event.local)) remote\(end(event.remote)) \(event.authScheme)"
    for identity in event.subject {
      details.append(.init(identity.type, identity.name))
      text += "\n\t\(identity.type)=\(identity.name)"
    }
  }

  private mutating func blockJob(_ disk: String, _ type: Int32, _ status: Int32) {
    details = [.init("job", Words.blockJob[type]), .init("disk", disk), .init("status", Words.blockJobStatus[status])]
    text = ": \(Words.blockJob[type]) for \(disk) \(Words.blockJobStatus[status])"
  }

  private mutating func diskChange(_ event: DomainDiskChangeEvent) {
    let (old, new) = (event.oldSrcPath ?? Self.nothing, event.newSrcPath ?? Self.nothing)
    details = [
      .init("disk", event.devAlias), .init("old", event.oldSrcPath ?? ""), .init("new", event.newSrcPath ?? ""),
      .init("reason", Words.diskChange[event.reason]),
    ]
    text = " disk \(event.devAlias): \(old) -> \(new): \(Words.diskChange[event.reason])"
  }

  private mutating func parameters(_ parameters: [TypedParameter]) {
    details = parameters.map { .init($0.field, $0.value.text) }
    text = ":" + parameters.map { "\n\t\($0.field): \($0.value.text)" }.joined()
  }

  private mutating func agent(_ event: DomainAgentLifecycleEvent) {
    let (state, reason) = (Words.agentState[event.state], Words.agentReason[event.reason])
    details = [.init("state", state), .init("reason", reason)]
    text = ": state: '\(state)' reason: '\(reason)'"
  }

  private mutating func metadata(_ event: DomainMetadataChangeEvent) {
    let type = Words.metadata[event.type]
    details = [.init("type", type), .init("uri", event.nsuri ?? "")]
    text = ": type \(type), uri \(event.nsuri ?? Self.nothing)"
  }

  private mutating func threshold(_ event: DomainBlockThresholdEvent) {
    details = [
      .init("device", event.dev), .init("path", event.path ?? ""), .init("threshold", number: Int64(clamping: event.threshold)),
      .init("excess", number: Int64(clamping: event.excess)),
    ]
    text = ": dev: \(event.dev)(\(event.path ?? Self.nothing)) \(event.threshold) \(event.excess)"
  }

  private mutating func memoryFailure(_ event: DomainMemoryFailureEvent) {
    let (recipient, action) = (Words.memoryRecipient[event.recipient], Words.memoryAction[event.action])
    let (isRequired, isRecursive) = (event.flags & 1, event.flags >> 1 & 1)
    details = [
      .init("recipient", recipient), .init("action", action), .init("actionRequired", number: Int64(isRequired)),
      .init("recursive", number: Int64(isRecursive)),
    ]
    text = ":\nrecipient: \(recipient)\naction: \(action)\nflags:\n\taction required: \(isRequired)\n\trecursive: \(isRecursive)"
  }
}
