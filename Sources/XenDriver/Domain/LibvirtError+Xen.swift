import LibvirtProtocol
import XMLTree

extension LibvirtError {
  /// Understood, but nothing that xend has: `unsupported configuration: …`.
  static func notInXen(_ detail: String) -> LibvirtError { LibvirtError(.configUnsupported, .xen, detail) }

  /// An attribute with a value that it cannot have.
  static func invalidValue(of attribute: String, in element: XMLElement) -> LibvirtError {
    let value = element[attribute: attribute] ?? ""
    return .xmlError("Invalid value for attribute '\(attribute)' in element '\(element.name)': '\(value)'.", .domain)
  }

  /// An attribute that an element must have.
  static func missing(_ attribute: String, in element: XMLElement) -> LibvirtError {
    .xmlError("Missing required attribute '\(attribute)' in element '\(element.name)'", .domain)
  }

  /// A document of xend that does not say the most important.
  static func incomplete(_ what: String) -> LibvirtError {
    .internalError("domain information incomplete, missing \(what)", .xend)
  }
}
