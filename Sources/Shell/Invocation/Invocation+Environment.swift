extension Invocation {
  /// Takes what virsh's variables say where no option does: `VIRSH_DEBUG`, `VIRSH_HISTSIZE`.
  ///
  /// Bad values are told and change nothing. virsh tells one of them twice, since it looks before and after its options.
  mutating func apply(variables variable: (String) -> String?) {
    if let text = variable("VIRSH_DEBUG") {
      let complaint = "VIRSH_DEBUG not set with a valid numeric value"
      if let level = Int(text), (0...4).contains(level) {
        if debugLevel == 4 { debugLevel = level }
      } else {
        warnings.insert(complaint, at: 0)
        if dialect == .virsh, debugLevel == 4 { warnings.insert(complaint, at: 0) }
      }
    }
    if source == .standardInput, let text = variable("VIRSH_HISTSIZE") {
      let size = Int(text)
      if let size, (0...500_000).contains(size) {
        historySize = size
      } else {
        warnings.append(size == nil ? "Bad $VIRSH_HISTSIZE value." : "$VIRSH_HISTSIZE value should be between 0 and 500000")
        // virsh goes on without a history then.
        if dialect == .virsh { historySize = 0 }
      }
    }
  }
}
