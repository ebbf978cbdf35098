import SExpressions

extension XenInterface {
  /// Reads a `(vif …)`.
  ///
  /// - Parameter usualName: what the interface is called on the host when nobody said anything; nil while the domain does not run.
  init(document: SExpression, usualName: String?) {
    bridge = document.filled("bridge")
    script = document.filled("script")
    isBridged = bridge != nil || script?.contains("bridge") == true
    mac = document.filled("mac")
    addresses = (document.filled("ip") ?? "").split(whereSeparator: \.isWhitespace).prefix(64).map(String.init)
    target = document.filled("vifname") ?? usualName
    model = document.filled("model") ?? (document.filled("type") == "netfront" ? "netfront" : nil)
  }

  /// What xend is told to create.
  func configuration(format: XendFormat, isHVM: Bool) -> SExpression {
    var elements: [SExpression] = ["vif"]
    func add(_ key: String, _ value: String?) {
      if let value { elements.append([SExpression(key), SExpression(value)]) }
    }
    add("mac", mac)
    add("bridge", bridge)
    add("script", usedScript)
    if !addresses.isEmpty { add("ip", addresses.joined(separator: " ")) }
    // Names that begin so are what xend gives itself.
    if let target, !target.hasPrefix("vif") { add("vifname", target) }
    if model == "netfront" {
      add("type", "netfront")
    } else {
      add("model", model)
      if isHVM, format < .xen31 { add("type", "ioemu") }
    }
    return .list(elements)
  }
}
