import LibvirtProtocol
import XMLTree

extension LibvirtError {
  /// Understood, but nothing that xend has: `unsupported configuration: …`.
  static func notInXen(_ detail: String) -> LibvirtError { LibvirtError(.configUnsupported, .xen, detail) }

  /// An attribute with a value that libvirt knows but Xen does not have, or one that libvirt does not know either.
  ///
  /// - Parameter known: all that libvirt knows.
  static func notInXen(_ detail: String, _ attribute: String, in element: XMLElement, known: Set<String>) -> LibvirtError {
    known.contains(element[attribute: attribute] ?? "") ? notInXen(detail) : invalidValue(of: attribute, in: element)
  }

  /// An attribute with a value that it cannot have.
  static func invalidValue(of attribute: String, in element: XMLElement, expected: String? = nil) -> LibvirtError {
    let value = element[attribute: attribute] ?? ""
    let place = "Invalid value for attribute '\(attribute)' in element '\(element.name)': '\(value)'."
    return .xmlError(expected.map { "\(place) Expected \($0)" } ?? place, .domain)
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
