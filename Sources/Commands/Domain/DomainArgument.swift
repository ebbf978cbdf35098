import CommandLanguage

/// The option that most commands begin with.
typealias DomainOption = Option<String>

extension Option where Value == String {
  /// `domain`, by number, name or UUID; completion offers the domains that the command makes sense for.
  init(domain kind: Completion = "domain") {
    self.init("domain", "domain name, id or uuid", .required, complete: kind)
  }
}
