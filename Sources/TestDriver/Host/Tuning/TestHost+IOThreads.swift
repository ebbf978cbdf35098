import LibvirtProtocol
import XDR

extension TestHost {
  /// How an I/O thread waits for work.
  struct IOThreadPolling: Hashable, Sendable {
    let number: UInt32
    /// The longest time to poll, in nanoseconds.
    var longest: UInt64 = 32768
    /// How fast that time grows.
    var growth: UInt32 = 0
    /// How fast it shrinks.
    var shrinking: UInt32 = 0
  }

  private static let impact: DomainModificationImpact = [.live, .config]

  /// The I/O threads; one that is not pinned may run on as many CPUs as the domain has.
  func iothreads(_ ref: DomainRef, _ flags: UInt32) throws -> Listing<16384, IOThreadInfo, UInt32> {
    try check(flags, allowed: Self.impact.rawValue, in: "testDomainGetIOThreadInfo")
    let definition = try definition(ref, flags)
    let cpus = CPUSet(0..<max(1, min(definition.vcpus, CPUSet.limit)))
    return Listing(
      definition.iothreads.map { number in
        let set = definition.affinity(of: .iothread(number)) ?? cpus
        return IOThreadInfo(iothreadId: number, cpumap: Opaque(set.bytes()))
      })
  }

  func addIOThread(_ ref: DomainRef, _ number: UInt32, _ flags: UInt32) throws {
    try check(flags, allowed: Self.impact.rawValue, in: "testDomainAddIOThread")
    guard number > 0 else { throw argument("invalid value of 0 for iothread_id") }
    try refuseBoth(flags)
    try change(ref) { domain in
      try edit(&domain, flags) { definition, _ in
        guard !definition.iothreads.contains(number) else {
          throw argument("an IOThread is already using iothread_id '\(number)'")
        }
        definition.addIOThread(number)
      }
      domain.polling.append(IOThreadPolling(number: number))
    }
  }

  func removeIOThread(_ ref: DomainRef, _ number: UInt32, _ flags: UInt32) throws {
    guard number > 0 else { throw whole("iothread_id in virDomainDelIOThread must not be zero") }
    try check(flags, allowed: Self.impact.rawValue, in: "testDomainDelIOThread")
    try refuseBoth(flags)
    try change(ref) { domain in
      try edit(&domain, flags) { definition, _ in
        guard definition.iothreads.contains(number) else {
          throw argument("cannot find IOThread '\(number)' in iothreadids list")
        }
        definition.removeIOThread(number)
      }
      if let index = domain.polling.firstIndex(where: { $0.number == number }) { domain.polling.remove(at: index) }
    }
  }

  func pinIOThread(_ ref: DomainRef, _ number: UInt32, _ map: Opaque<2048>, _ flags: UInt32) throws {
    try check(flags, allowed: Self.impact.rawValue, in: "testDomainPinIOThread")
    try refuseBoth(flags)
    try edit(ref, flags) { definition, _ in
      guard definition.iothreads.contains(number) else { throw argument("iothreadid \(Int32(bitPattern: number)) not found") }
      let cpus = CPUSet(map: map.bytes)
      guard !cpus.isEmpty else { throw argument("Empty iothread cpumap list for pinning") }
      definition.pinIOThread(number, to: cpus)
    }
  }

  /// Sets how an I/O thread polls; these numbers are in no definition, only in `domstats`. Those of threads that came with a definition
  /// cannot be set, for which libvirt's test driver has no words.
  func setIOThread(_ ref: DomainRef, _ number: UInt32, _ parameters: Bounded<64, TypedParameter>, _ flags: UInt32) throws {
    guard number > 0 else { throw whole("iothread_id in virDomainSetIOThreadParams must not be zero") }
    try check(flags, allowed: DomainModificationImpact.live.rawValue, in: "testDomainSetIOThreadParams")
    let known = try definition(ref, flags).iothreads.contains(number)
    guard known else { throw argument("cannot find IOThread '\(number)' in iothreadids") }
    try change(ref) { domain in
      guard let index = domain.polling.firstIndex(where: { $0.number == number }) else { throw Self.unexplained }
      let parameters = try TypedParameters(parameters, ["poll_max_ns": .ullong, "poll_grow": .uint, "poll_shrink": .uint])
      var polling = domain.polling[index]
      polling.longest = parameters.unsigned("poll_max_ns") ?? polling.longest
      polling.growth = parameters.unsigned("poll_grow").map { UInt32(clamping: $0) } ?? polling.growth
      polling.shrinking = parameters.unsigned("poll_shrink").map { UInt32(clamping: $0) } ?? polling.shrinking
      domain.polling[index] = polling
    }
  }

  /// The I/O threads of a running domain as `domstats` shows them; nothing where there are none.
  func iothreadStats(of domain: TestDomain) -> [TypedParameter] {
    guard domain.isActive, !domain.polling.isEmpty else { return [] }
    return [TypedParameter(field: "iothread.count", value: .uint(UInt32(clamping: domain.polling.count)))]
      + domain.polling.flatMap { polling in
        [
          TypedParameter(field: "iothread.\(polling.number).poll-max-ns", value: .ullong(polling.longest)),
          TypedParameter(field: "iothread.\(polling.number).poll-grow", value: .uint(polling.growth)),
          TypedParameter(field: "iothread.\(polling.number).poll-shrink", value: .uint(polling.shrinking)),
        ]
      }
  }
}
