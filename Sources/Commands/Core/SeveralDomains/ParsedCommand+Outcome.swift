import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

extension ParsedCommand where Product == any Command {
  /// Runs the command: once, or under our own name for each domain that its word means.
  ///
  /// Throws what the command throws.
  public func outcome(in context: Context) async throws -> Outcome {
    let command = bind()
    guard context.dialect == .virtsh, let selected = selection(command.severalDomains),
      let items = try await selected.selection.resolve(on: context.connection)
    else { return try await command.run(in: context) }
    let domains = items.compactMap { if case .domain(let domain) = $0 { domain } else { nil } }
    let place = try await context.connection.name
    if domains.count > 1, let verb = command.destruction {
      try await context.confirm("\(verb) \(domains.count) domains on \(place): \(domains.map(\.name).shortened)")
    }
    let series = SeveralDomains(
      self, option: selected.option, items: items, inTurn: command.severalDomains == .inTurn, in: context)
    let live = Live(series, isOneAnswer: true) { end, _ in series.conclusion(end) }
    guard !domains.isEmpty, !context.isQuiet else { return Outcome(live: live) }
    let count = domains.count == 1 ? "1 domain" : "\(domains.count) domains"
    return Outcome(live: live, diagnostics: [Diagnostic("\(count) on \(place): \(domains.map(\.name).shortened)", severity: .note)])
  }

  /// The option that names the domain, and what its word says if that can be several.
  private func selection(_ way: SeveralDomainsWay) -> (option: Int, selection: DomainSelection)? {
    // Few words mean several. Where none does, no option is looked at.
    guard way != .refused, values.contains(where: { $0.raw.map(DomainSelection.canMeanSeveral) ?? false }) else { return nil }
    let options = entry.options.specifications
    guard let option = domainOption, let kind = Completer.domainKinds[options[option].completion.kind],
      let word = values.first(where: { $0.option == option })?.raw, let selection = DomainSelection(word, for: kind)
    else { return nil }
    return (option, selection)
  }

  /// The option that names the domain.
  private var domainOption: Int? {
    entry.options.specifications.firstIndex { $0.name == "domain" && $0.isRequired && $0.kind == .string }
  }

  /// The same command for one domain; itself if it is for none.
  public func naming(domain name: String) -> ParsedCommand { domainOption.map { replacing($0, with: name) } ?? self }

  /// The same command with another text for an option that was given.
  func replacing(_ option: Int, with text: String) -> ParsedCommand {
    ParsedCommand(
      entry: entry, values: values.map { $0.option == option ? ParsedValue(option: option, raw: text) : $0 },
      destination: destination, line: line)
  }
}
