import LibvirtProtocol
import Testing
import XDR

@Suite struct LibvirtErrorTests {
  struct Message: Decodable, Sendable {
    let code: Int32
    let alone: String
    let detail: String
  }

  @Test func `every code has libvirt's words`() throws {
    let messages: [Message] = try Facts.load("error-messages")
    #expect(messages.count == 110)
    for message in messages {
      let code = VirErrorNumber(rawValue: message.code)
      #expect(LibvirtError(code, .domain).message == message.alone)
      #expect(LibvirtError(code, .domain, "DETAIL").message == message.detail)
    }
    #expect(LibvirtError(VirErrorNumber(rawValue: 4711), .none).message == "No error message provided")
    #expect(LibvirtError(VirErrorNumber(rawValue: 4711), .none, "boom").message == "boom")
  }

  @Test func `an error carries what libvirt's own carry`() {
    let error = LibvirtError(.noDomain, .test, "no domain with matching name 'x'")
    #expect(error.level == .error)
    #expect(error.str1 == "Domain not found: %s")
    #expect(error.str2 == "no domain with matching name 'x'")
    #expect(error.int1 == -1 && error.int2 == -1)
    #expect("\(error)" == "Domain not found: no domain with matching name 'x'")
    #expect(LibvirtError(.domExist, .none, "x").str1 == "domain %s exists already")
  }

  @Test func `an error survives the wire`() throws {
    var error = LibvirtError(.operationInvalid, .qemu, "domain is not running")
    error.str3 = "more"
    error.int1 = 5
    let wire = try NetMessageError(decoding: NetMessageError(error).encoded())
    #expect(LibvirtError(wire) == error)
    #expect(wire.dom == nil && wire.net == nil)
  }

  @Test func `an error without a text gets the words of its code`() {
    var wire = NetMessageError(LibvirtError(.noDomain, .test, "x"))
    wire.message = nil
    #expect(LibvirtError(wire).message == "Domain not found")
  }

  @Test func `an old daemon's ignorance is lack of support`() {
    #expect(LibvirtError.unsupported(Remote.domainGetState).isUnsupported)
    #expect(LibvirtError(.rpc, .rpc, "unknown procedure: 443").isUnsupported)
    #expect(LibvirtError(.rpc, .remote, "unknown procedure: 443").isUnsupported)
    #expect(!LibvirtError(.rpc, .qemu, "unknown procedure: 443").isUnsupported)
    #expect(!LibvirtError(.rpc, .rpc, "authentication required").isUnsupported)
    #expect(!LibvirtError(.internalError, .rpc, "unknown procedure: 443").isUnsupported)
    var warning = LibvirtError(.rpc, .rpc, "unknown procedure: 443")
    warning.level = .warning
    #expect(!warning.isUnsupported)
  }

  @Test func `common errors read as libvirt's do`() {
    let unsupported = LibvirtError.unsupported(Remote.domainAttachDevice)
    #expect(unsupported.message == "this function is not supported by the connection driver: virDomainAttachDevice")
    let readOnly = LibvirtError.readOnly(Remote.domainDestroy, .domain)
    #expect(readOnly.message == "operation forbidden: read only access prevents virDomainDestroy")
    #expect(readOnly.code == .operationDenied && readOnly.domain == .domain)
    #expect(LibvirtError.invalidArgument("x").message == "invalid argument: x")
    #expect(LibvirtError.operationInvalid("x").message == "Requested operation is not valid: x")
    #expect(LibvirtError.operationFailed("x").message == "operation failed: x")
    #expect(LibvirtError.internalError("x").message == "internal error: x")
    #expect(LibvirtError.xmlError("x").message == "XML error: x")
  }
}
