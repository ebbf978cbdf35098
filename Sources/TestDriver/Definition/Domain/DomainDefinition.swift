import XMLTree

/// The definition of a domain as the test driver keeps it: complete, checked, in libvirt's order, sizes in KiB.
///
/// The canonical tree is the storage; every property reads or changes it.
public struct DomainDefinition: Sendable, Hashable {
  /// The canonical `domain` element, without an id; passwords are in it.
  var root: XMLElement
  /// Those of the I/O threads with a number in the tree that nobody gave one: a definition only counted them.
  var countedIOThreads: Set<UInt32> = []

  /// Reads a definition. What libvirt does not know disappears, what is missing is added: a UUID, MAC addresses, controllers, …
  ///
  /// - Throws: `DefinitionError` with libvirt's sentence.
  public init(xml: String) throws(DefinitionError) {
    try self.init(xml: Array(xml.utf8))
  }

  /// Reads a definition from bytes in any encoding that the document declares.
  public init(xml: [UInt8]) throws(DefinitionError) {
    let document: XMLDocument
    do {
      document = try XMLDocument(xml, source: "(domain_definition)")
    } catch {
      throw .malformed(error.text)
    }
    try self.init(document.root)
  }

  /// Reads a definition from a tree, such as the `domain` element of a node file or of a snapshot.
  public init(_ element: XMLElement) throws(DefinitionError) {
    guard element.name == "domain" else { throw .xml("expecting root element of 'domain', not '\(element.name)'") }
    root = try DomainReader(element).read()
  }

  /// What `dumpxml` prints.
  ///
  /// - Parameters:
  ///   - id: the domain's id while it is running.
  ///   - secure: include passwords (`--security-info`).
  public func xml(id: Int32? = nil, secure: Bool = false) -> String {
    var output = secure ? root : root.withoutSecrets
    if let id, id >= 0 {
      output = output.running
      output.attributes.insert(XMLAttribute("id", String(id)), at: min(1, output.attributes.count))
    }
    return XMLWriter.string(output, open: Self.staysOpen, foreign: ["metadata"])
  }
}

extension DomainDefinition {
  /// Where libvirt prints an end tag of its own even if there is nothing inside.
  private static func staysOpen(_ element: XMLElement) -> Bool {
    switch element.name {
    case "devices", "hyperv", "kvm", "xen", "redirdev", "hostdev": true
    case "nvram": element.attributes.isEmpty
    case "backend": element[attribute: "model"] == "egd"
    case "encryption": element[attribute: "format"] != nil
    default: false
    }
  }
}

extension XMLElement {
  /// The same without what libvirt shows only with `--security-info`.
  fileprivate var withoutSecrets: XMLElement {
    guard var devices = self[child: "devices"] else { return self }
    for index in devices.children.indices {
      guard case .element(var device) = devices.children[index] else { continue }
      switch device.name {
      case "graphics": device[attribute: "passwd"] = nil
      case "disk": device.dropCookies()
      default: continue
      }
      devices.children[index] = .element(device)
    }
    var copy = self
    copy[child: "devices"] = devices
    return copy
  }

  private mutating func dropCookies() {
    for index in children.indices {
      guard case .element(var child) = children[index] else { continue }
      child[child: "cookies"] = nil
      child.dropCookies()
      children[index] = .element(child)
    }
  }
}
