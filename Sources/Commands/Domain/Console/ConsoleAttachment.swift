import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol
import Presentation
import Synchronization

/// The terminal in a guest's hands: what `console` does, and `--console` of other commands.
final class ConsoleAttachment: Sendable {
  private let domain: Domain
  private let device: String?
  private let flags: DomainConsoleFlags
  /// What is said before, once the terminal is known to be there.
  private let preface: [String]
  /// Whether that was said.
  private let isGreeted = Atomic(false)

  init(domain: Domain, device: String? = nil, flags: DomainConsoleFlags = [], preface: [String] = []) {
    self.domain = domain
    self.device = device
    self.flags = flags
    self.preface = preface
  }

  /// Connects the terminal with the console until either ends; throws virsh's words where that cannot be.
  func run(in context: Context) async throws -> Outcome {
    let state = try await explaining("unable to get domain status") { try await domain.state() }
    guard state.isActive else { throw CommandFailure("The domain is not running") }
    guard let terminal = context.terminal?.console else {
      throw CommandFailure("Cannot run interactive console without a controlling TTY")
    }
    let greeting = preface + ["Connected to domain '\(domain.name)'", "Escape character is \(terminal.escape.description)"]
    let isOurs = context.dialect == .virtsh
    // virsh says that it is connected before it is.
    let stream = isOurs ? try await domain.openConsole(device, flags) : nil
    let advice = isOurs ? ["Enter ~ . leaves too, Enter ~ ? tells more; a silent guest may want Enter"] : []
    let end = try await terminal.raw(greeting: greeting + advice) { [self] raw in
      isGreeted.store(true, ordering: .relaxed)
      let stream = if let stream { stream } else { try await domain.openConsole(device, flags) }
      return try await ConsoleSession(stream: stream, terminal: raw, escape: terminal.escape.byte, hasTilde: isOurs).run()
    }
    switch end {
    case .guest where isOurs: return note("the console of '\(domain.name)' was closed at its end")
    case .stuck:
      // The next command opens another connection.
      await domain.connection.close()
      return isOurs ? note("'\(domain.name)' has not read all that was typed; the connection that waits for it was given up") : .done
    case .user, .guest: return .done
    }
  }
}

extension ConsoleAttachment {
  private func note(_ text: String) -> Outcome { Outcome(diagnostics: [Diagnostic(text, severity: .note)]) }

  /// The same for a command that has done something else before, which is said first. A console that is refused fails it.
  static func run(after text: String, on domain: Domain, in context: Context) async -> Outcome {
    let attachment = ConsoleAttachment(domain: domain, preface: [text])
    do {
      return try await attachment.run(in: context)
    } catch {
      let message = attachment.isGreeted.load(ordering: .relaxed) ? Outcome.done : Outcome.message(text, on: domain)
      return Outcome(message.answer, diagnostics: Diagnostic.all(of: error), succeeded: false)
    }
  }
}
