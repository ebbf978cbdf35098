import Drivers
import LibvirtProtocol
import SExpressions
import Testing

@testable import XenDriver

/// Every document of the corpus comes out as expected, and survives both ways.
@Suite struct DocumentCorpusTests {
  @Test func isThere() {
    #expect(XenCorpus.documents.count >= 48)
    #expect(XenCorpus.nodes.count >= 6)
    #expect(Set(XenCorpus.documents.map { XenCorpus.format("documents/\($0).sexpr") }) == Set(XendFormat.allCases))
  }

  @Test(arguments: XenCorpus.documents) func xml(name: String) throws {
    let format = XenCorpus.format("documents/\(name).sexpr")
    let text = try XenCorpus.domains(name).map { try XenDomain(document: $0, format: format).xml(secure: true) }.joined()
    #expect(text == XenCorpus.text("documents/\(name).xml"))
  }

  @Test(arguments: XenCorpus.nodes) func capabilities(name: String) throws {
    let node = try XenNode(document: try SExpression(parsing: XenCorpus.bytes("nodes/\(name).sexpr")))
    #expect(node.capabilities() == XenCorpus.text("nodes/\(name).xml"))
    #expect(node.format == XenCorpus.format("nodes/\(name).sexpr"))
  }

  /// What xend told can be told to xend.
  @Test(arguments: XenCorpus.documents) func configuration(name: String) throws {
    let format = XenCorpus.format("documents/\(name).sexpr")
    for document in try XenCorpus.domains(name) {
      let domain = try XenDomain(document: document, format: format)
      let echo = try XendEcho.document(try domain.configuration(format: format), format: format)
      var read = try XenDomain(document: echo, format: format)
      if !format.hasDefinedDomains { (read.onXendStart, read.onXendStop) = (domain.onXendStart, domain.onXendStop) }
      #expect(read == domain.asDefined(format))
    }
  }

  /// What is printed can be defined.
  @Test(arguments: XenCorpus.documents) func definition(name: String) throws {
    let format = XenCorpus.format("documents/\(name).sexpr")
    for document in try XenCorpus.domains(name) {
      let domain = try XenDomain(document: document, format: format)
      // Xen did not start these by itself, and cannot.
      guard domain.isHVM || domain.boot.kernel != nil || domain.boot.bootloader != nil else { continue }
      var read = try XenDomain(xml: domain.xml(secure: true))
      (read.onXendStart, read.onXendStop) = (domain.onXendStart, domain.onXendStop)
      #expect(read.asDefined(format) == domain.asDefined(format))
      var open = try XenDomain(xml: domain.xml(secure: false))
      (open.onXendStart, open.onXendStop) = (domain.onXendStart, domain.onXendStop)
      #expect(open.asDefined(format) == domain.withoutPasswords.asDefined(format))
    }
  }

  /// A definition is told as expected, and then means the same.
  @Test(arguments: XenCorpus.definitions) func defined(name: String) throws {
    let file = "definitions/\(name).sexpr"
    let format = XenCorpus.format(file)
    let domain = try XenDomain(xml: XenCorpus.text("definitions/\(name).xml"))
    let configuration = try domain.configuration(format: format)
    #expect(configuration == (try SExpression(parsing: XenCorpus.bytes(file))))
    let read = try XenDomain(document: try XendEcho.document(configuration, format: format), format: format)
    #expect(read.asDefined(format) == domain.asDefined(format))
  }
}

extension XenDomain {
  fileprivate var withoutPasswords: XenDomain {
    var domain = self
    for index in devices.indices {
      guard case .graphics(var graphics) = devices[index].kind else { continue }
      graphics.password = nil
      domain.devices[index].kind = .graphics(graphics)
    }
    return domain
  }
}
