import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol

extension Connection {
  /// Finds a domain by number, UUID or name, in this order, as virsh does.
  ///
  /// Throws virsh's one line when there is no such domain; other errors go with it. `trace` hears each way that is tried.
  public func domain(_ name: Given<String>, by ways: DomainLookup = .any, trace: LookupTrace? = nil) async throws -> Domain {
    let text = try name.required()
    do {
      if ways.contains(.id), let id = Int32(text.withoutLeadingBlanks), id >= 0 {
        trace?.tries("looks like ID")
        if let domain = try await found({ try await domain(id: id) }) { return domain }
      }
      if ways.contains(.uuid), text.utf8.count == 36 {
        trace?.tries("trying as domain UUID")
        // Only the form with its four dashes counts as a UUID here.
        if let uuid = UUID(text), let domain = try await found({ try await domain(uuid: uuid) }) { return domain }
      }
      if ways.contains(.name) {
        trace?.tries("trying as domain NAME")
        if let domain = try await found({ try await domain(named: text) }) { return domain }
      }
    } catch {
      throw CommandFailure("failed to get domain '\(text)'", cause: error)
    }
    throw CommandFailure("failed to get domain '\(text)'")
  }

  private func found(_ lookup: () async throws -> Domain) async throws -> Domain? {
    do {
      return try await lookup()
    } catch let error as LibvirtError where error.code == .noDomain || error.code == .invalidArg {
      return nil
    }
  }
}

/// The ways in which a domain may be named.
public struct DomainLookup: OptionSet, Sendable {
  /// The ways as bits.
  public let rawValue: Int
  /// Ways by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The number of an active domain.
  public static let id = DomainLookup(rawValue: 1)
  /// The UUID.
  public static let uuid = DomainLookup(rawValue: 2)
  /// The name.
  public static let name = DomainLookup(rawValue: 4)
  /// All three.
  public static let any: DomainLookup = [.id, .uuid, .name]
}
