import SExpressions

extension SExpression {
  /// A domain's document with another `on_xend_start` and everything else as it is: what xend is to define anew. Unlike a configuration made
  /// of a `XenDomain` it keeps what libvirt has no words for.
  func autostarted(_ isAutostarted: Bool) -> SExpression {
    let setting: SExpression = ["on_xend_start", isAutostarted ? "start" : "ignore"]
    guard var elements else { return self }
    if let index = elements.firstIndex(where: { $0.head == "on_xend_start" }) {
      elements[index] = setting
    } else {
      elements.append(setting)
    }
    return .list(elements)
  }
}
