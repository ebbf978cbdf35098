import Synchronization

extension ProxySimulator {
  /// The whole answer to a request; nil where the proxy hangs up.
  func answer(to request: ProxySimulatorRequest) -> [UInt8]? {
    guard let body = host.withLock({ body(of: request, $0) }) else { return nil }
    var answer = Array(request.bytes.prefix(6))
    answer += le(UInt16(16 + body.extra.count)) + request.data + body.extra
    switch body.number {
    case .none: break
    case .short(let number): answer.replaceSubrange(8..<12, with: le(UInt32(bitPattern: number)))
    case .long(let number): answer.replaceSubrange(8..<16, with: le(number))
    }
    return answer
  }

  private struct Body {
    enum Number {
      /// The request's stays.
      case none
      /// Only 4 of the 8 bytes are written.
      case short(Int32)
      case long(UInt64)
    }

    var number = Number.none
    var extra: [UInt8] = []

    static let failure = Body(number: .short(-1))
  }

  /// nil for an unknown command and for a request of the wrong length.
  private func body(of request: ProxySimulatorRequest, _ host: ProxySimulatorHost) -> Body? {
    let domains = options.hasNoDomains ? [] : host.domains
    let fails = options.failing.contains(request.command)
    let id = Int32(truncatingIfNeeded: request.data.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    let domain = domains.first { $0.id == id }
    let known: ClosedRange<UInt16> = 0...(options.isOld ? 10 : 12)
    guard known.contains(request.command) else { return nil }
    switch request.command {
    case 6: guard request.extra.count == 16 else { return nil }
    case 7: guard (1...1000).contains(request.extra.count), request.extra.last == 0 else { return nil }
    default: guard request.extra.isEmpty else { return nil }
    }
    switch request.command {
    case 0: return Body()
    case 1: return Body(number: .long(fails ? 0 : host.version))
    case 2: return fails ? .failure : Body(number: .short(0), extra: node(host))
    case 3:
      guard !fails else { return Body(number: .short(0)) }
      return Body(number: .short(Int32(domains.count)), extra: domains.prefix(1020).flatMap { le(UInt32(bitPattern: $0.id)) })
    case 4: return Body(number: .short(fails ? -1 : Int32(domains.count)))
    case 6, 7:
      let found = domains.first { request.command == 6 ? $0.uuid == request.extra : Array($0.name.utf8) == request.extra.dropLast() }
      guard let found, !fails else { return .failure }
      return Body(number: .short(found.id), extra: request.command == 6 ? Array(found.name.utf8.prefix(1000)) + [0] : found.uuid)
    case 12: return fails ? .failure : text(host.capabilities)
    case 8: return Body(number: .long(fails ? 0 : domain?.maxMemory ?? 0))
    default:
      guard let domain, !fails else { return .failure }
      switch request.command {
      case 5: return Body(extra: domain.uuid + domain.name.utf8.prefix(1000) + [0])
      case 9: return Body(number: .short(0), extra: info(domain))
      case 10: return text(domain.xml)
      default: return text(domain.osType)
      }
    }
  }

  private func text(_ text: String) -> Body {
    text.utf8.count > 4080 ? Body(number: .short(-2)) : Body(number: .short(0), extra: Array(text.utf8))
  }

  private func node(_ host: ProxySimulatorHost) -> [UInt8] {
    let model = Array(host.model.utf8.prefix(31))
    return model + Array(repeating: 0, count: 32 - model.count) + le(host.memory) + host.counts.flatMap { le($0) }
  }

  private func info(_ domain: ProxySimulatorHost.Domain) -> [UInt8] {
    // What lies between the fields is whatever was on the stack.
    [domain.state] + Array(repeating: 0xcc, count: 7) + le(domain.maxMemory) + le(domain.memory) + le(domain.vcpus)
      + Array(repeating: 0xcc, count: 6) + le(domain.cpuTime)
  }

  private func le(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
}
