import Drivers
import LibvirtProtocol
import XDR

/// A domain's memory goes to a file of the host, or to another host. xend answers when it is done.
extension XendHost {
  func save(_ ref: DomainRef, to path: String, xml: String?, _ flags: UInt32) async throws {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainSaveFlags", Self.errorDomain)
    try refuseChangedXML(xml)
    try check(path: path)
    try await act(ref) { .save($0, to: path) }
  }

  func restore(from path: String, xml: String?, _ flags: UInt32) async throws {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainRestoreFlags", Self.errorDomain)
    try refuseChangedXML(xml)
    try check(path: path)
    try await change(.restore(from: path))
  }

  func dump(_ ref: DomainRef, to path: String, _ flags: UInt32) async throws {
    let known: DomainCoreDumpFlags = [.crash, .live, .reset]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: "xenUnifiedDomainCoreDump", Self.errorDomain)
    try requireManaged(Remote.domainCoreDump)
    try check(path: path)
    let wanted = DomainCoreDumpFlags(rawValue: flags)
    try await act(ref) {
      .dump($0, to: path, live: wanted.contains(.live), crash: wanted.contains(.crash), reset: wanted.contains(.reset))
    }
  }

  /// The other host tells where to send a domain: its own name.
  func prepareMigration(to uri: String?) async throws -> MigratePrepareReply {
    let target: String
    if let uri { target = uri } else { target = "xenmigr://\(try await freshNode().host)/" }
    return MigratePrepareReply(cookie: Opaque([]), uriOut: target)
  }

  /// Sends a running domain to another host's xend.
  func migrate(_ ref: DomainRef, to uri: String, _ flags: UInt64, name: String?, bandwidth: UInt64) async throws {
    let known: DomainMigrateFlags = [.live, .undefineSource, .persistDest, .paused]
    let wanted = DomainMigrateFlags(rawValue: UInt32(truncatingIfNeeded: flags))
    guard flags <= UInt64(UInt32.max), known.isSuperset(of: wanted) else {
      throw LibvirtError(.noSupport, Self.errorDomain, "xend can migrate a domain live or not, and nothing else")
    }
    guard name == nil else { throw LibvirtError(.noSupport, Self.errorDomain, "xend cannot rename a domain while it migrates") }
    guard bandwidth == 0 else { throw LibvirtError(.noSupport, Self.errorDomain, "xend cannot limit the rate of a migration") }
    guard wanted.isDisjoint(with: .paused) else {
      throw LibvirtError(.noSupport, Self.errorDomain, "xend cannot leave a migrated domain paused")
    }
    let target = try MigrationTarget(uri)
    try await act(ref) { .migrate($0, to: target.host, port: target.port, live: wanted.contains(.live)) }
    // What is defined here stays behind, halted.
    if wanted.contains(.undefineSource), format.hasDefinedDomains, let key = try await definition(of: ref) {
      try await change(.undefine(key))
    }
  }

  private func definition(of ref: DomainRef) async throws -> XendDomainKey? {
    do {
      let (domain, key) = try await reach(ref)
      return domain.isActive ? nil : key
    } catch let error as LibvirtError where error.code == .noDomain {
      return nil
    }
  }

  /// The domain has come. It is kept only where that was asked for.
  func finishMigration(of name: String, _ flags: UInt64) async throws -> DomainRef {
    let ref = try await lookUp(name: name)
    if flags & UInt64(DomainMigrateFlags.persistDest.rawValue) != 0 {
      try requireManaged(Remote.domainMigrateFinish)
      try await change(.define(try await document(.domain(try await reach(ref).key))))
    }
    return ref
  }

  private nonisolated func refuseChangedXML(_ xml: String?) throws {
    guard xml == nil else { throw LibvirtError(.argumentUnsupported, Self.errorDomain, "xend saves and restores a domain as it is") }
  }

  private nonisolated func check(path: String) throws {
    guard path.hasPrefix("/"), !path.utf8.contains(0) else {
      throw LibvirtError(.invalidArg, Self.errorDomain, "'\(path)' is no absolute path of the host")
    }
  }
}

/// Where a migration leads: `host`, `host:port` or `xenmigr://host[:port]/`.
struct MigrationTarget: Sendable, Hashable {
  /// A name or an address, without brackets.
  let host: String
  /// 0 is xend's own choice, 8002.
  let port: UInt16

  /// Throws libvirt's `invalid argument` for anything else.
  init(_ text: String) throws {
    let refusal = LibvirtError(.invalidArg, .xend, "'\(text)' is no host to migrate to: host, host:port or xenmigr://host:port/")
    var rest = text[...]
    if rest.hasPrefix("xenmigr://") {
      rest = rest.dropFirst("xenmigr://".count)
      if rest.hasSuffix("/") { rest = rest.dropLast() }
    }
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { throw refusal }
      host = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
    } else {
      host = String(rest.prefix { $0 != ":" })
      rest = rest.dropFirst(host.count)
    }
    if rest.isEmpty {
      port = 0
    } else {
      guard rest.first == ":", let number = UInt16(rest.dropFirst()), number > 0 else { throw refusal }
      port = number
    }
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { throw refusal }
  }
}
