import Glibc
import LibvirtProtocol
import TestDriver
import Testing
import XDR

/// Files of saved guests; what libvirt's own test driver says about them was asked of it.
@Suite struct SavedGuestTests {
  private static let mark = Array("TestGuestMagic\0".utf8)

  private static func with(_ bytes: [UInt8], _ body: (HostFixture, String) async throws -> Void) async throws {
    let path = "/tmp/virtsh-saved-\(UInt64.random(in: 0...UInt64.max))"
    defer { TemporaryFile.remove(path) }
    let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    _ = write(descriptor, bytes, bytes.count)
    close(descriptor)
    try await body(HostFixture(), path)
  }

  @Test func aGuestComesBack() async throws {
    try await Self.with([]) { host, path in
      let domain = try await host.domain()
      _ = try await host.driver.send(Remote.domainSave, domain, path).value
      #expect(try await host.state(domain) == DomainState(state: 5, reason: DomainShutoffReason.saved.rawValue))
      #expect(try await host.driver.send(Remote.domainSaveImageGetXmlDesc, path, 0).value.hasPrefix("<domain type='test'>\n"))
      _ = try await host.driver.send(Remote.domainRestore, path).value
      #expect(try await host.state(domain) == DomainState(state: 1, reason: DomainRunningReason.restored.rawValue))
      await #expect(throws: LibvirtError.test(.operationInvalid, "domain 'test' is already active")) {
        _ = try await host.driver.send(Remote.domainRestore, path).value
      }
    }
  }

  @Test(
    arguments: [
      ([], "incomplete save header in '%': Success"), (mark.dropLast(), "incomplete save header in '%': Success"),
      (Array("nothing of the kind".utf8), "internal error: mismatched header magic"),
      (mark + [1, 0], "failed to read metadata length in '%': Success"),
      (mark + [0, 0, 0, 0], "internal error: length of metadata out of range"),
      (mark + [0xFF, 0xFF, 0xFF, 0xFF], "internal error: length of metadata out of range"),
      (mark + [1, 32, 0, 0] + Array(repeating: 65, count: 9000), "internal error: length of metadata out of range"),
      (mark + [16, 0, 0, 0, 60], "incomplete metadata in '%': Success"),
      (mark + [3, 0, 0, 0, 97, 98, 0], "(domain_definition):1: Start tag expected, '<' not found\nab\n^"),
    ] as [([UInt8], String)])
  func whatIsNoSavedGuest(bytes: [UInt8], text: String) async throws {
    try await Self.with(bytes) { host, path in
      let error = await #expect(throws: LibvirtError.self) { _ = try await host.driver.send(Remote.domainRestore, path).value }
      #expect(error?.message == text.replacing("%", with: path))
    }
  }

  @Test func aFileOfTenGigabytesIsNotRead() async throws {
    try await Self.with([]) { host, path in
      #expect(truncate(path, 10 << 30) == 0)
      await #expect(throws: LibvirtError.test(.internalError, "mismatched header magic")) {
        _ = try await host.driver.send(Remote.domainRestore, path).value
      }
    }
  }

  @Test func aManagedSaveEndsWithTheNextStart() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    _ = try await host.driver.send(Remote.domainManagedSave, domain, 0).value
    #expect(try await host.driver.send(Remote.domainHasManagedSaveImage, domain, 0).value == 1)
    await #expect(throws: LibvirtError.test(.operationInvalid, "domain is not running")) {
      _ = try await host.driver.send(Remote.domainManagedSave, domain, 0).value
    }
    _ = try await host.start(domain)
    #expect(try await host.driver.send(Remote.domainHasManagedSaveImage, domain, 0).value == 0)
  }

  @Test func aDumpedGuestHasCrashed() async throws {
    try await Self.with([]) { host, path in
      let domain = try await host.domain()
      _ = try await host.driver.send(Remote.domainCoreDump, domain, path, DomainCoreDumpFlags.crash.rawValue).value
      #expect(try await host.state(domain) == DomainState(state: 5, reason: DomainShutoffReason.crashed.rawValue))
    }
  }
}
