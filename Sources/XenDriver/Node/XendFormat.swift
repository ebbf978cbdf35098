import SExpressions

/// How a xend wants its documents (`xend_config_format`); each Xen release understands one.
enum XendFormat: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// Xen up to 3.0.2, which does not tell: no defined domains.
  case xen302 = 1
  /// Xen 3.0.3.
  case xen303
  /// Xen 3.0.4: defined domains, frame buffers as devices of paravirtual domains.
  case xen304
  /// Xen 3.1 to 4.1: frame buffers as devices of all domains.
  case xen31

  /// The format of a node document. What is newer than we know is taken for the newest.
  init(node: SExpression) {
    let number = node.integer("xend_config_format", in: 1...Int.max) ?? 1
    self = Self(rawValue: number) ?? .xen31
  }

  /// Whether xend keeps domains that do not run.
  var hasDefinedDomains: Bool { self >= .xen304 }

  static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
