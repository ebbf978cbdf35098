import Libvirt
import Presentation

/// The editing of an object's XML, from the text as it is to the object that has the new one.
struct EditSession {
  /// What came of it.
  enum Result {
    case unchanged
    case changed
    /// It was not to be, for these reasons, which the user may have seen already.
    case failed([Diagnostic])
    /// The new text was refused, and nobody was there to be asked: virsh takes that for success.
    case refusedUnasked([Diagnostic])
  }

  let context: Context
  /// Whether the object can also be defined without its XML being checked against the schema.
  let canRelax: Bool
  /// The text as the object has it now.
  let current: () async throws -> String
  /// Gives the object the new text, checked or not.
  let apply: (_ text: [UInt8], _ isRelaxed: Bool) async throws -> Void

  /// Has the user edit the text until the object has it, or the user gives up. By our own name a new text that the object has not got
  /// stays in its file.
  func run() async throws -> Result {
    var text = try await current()
    let file = try EditedFile(text)
    var relaxation = canRelax ? Relaxation.possible : .impossible
    while true {
      let edited: [UInt8]
      do {
        let problem = try await Editor().edit(file.path, in: context)
        guard problem.isEmpty else { return await leave(file, unless: text, problem) }
        edited = try await file.read()
      } catch {
        return await leave(file, unless: text, Diagnostic.all(of: error))
      }
      guard edited != Array(text.utf8) else {
        file.remove()
        return .unchanged
      }
      switch try await define(edited, in: file, &text, &relaxation) {
      case .again: continue
      case .ended(let result): return result
      }
    }
  }

  private enum Step {
    case again
    case ended(Result)
  }

  private enum Relaxation { case impossible, possible, chosen }

  /// Gives the object the new text, and asks the user what to do when it does not take it.
  private func define(_ edited: [UInt8], in file: EditedFile, _ text: inout String, _ relaxation: inout Relaxation) async throws -> Step {
    while true {
      var (message, reasons) = ("Failed.", [Diagnostic]())
      do {
        let now = try await current()
        if now == text {
          do {
            try await apply(edited, relaxation == .chosen)
            file.remove()
            return .ended(.changed)
          } catch { reasons = Diagnostic.all(of: error) }
        } else {
          message = "The XML configuration was changed by another user."
          text = now
        }
      } catch {
        // The object has gone, or the connection.
        return .ended(await leave(file, unless: text, Diagnostic.all(of: error)))
      }
      guard let terminal = context.terminal, terminal.hasUser, !Task.isCancelled else {
        if context.dialect == .virsh {
          file.remove()
          return .ended(.refusedUnasked([Diagnostic(message)]))
        }
        return .ended(await leave(file, unless: text, reasons.isEmpty ? [Diagnostic(message)] : reasons))
      }
      switch try? await terminal.choose(question(message, relaxation == .possible), about: reasons) {
      case "y": return .again
      case "f": continue
      case "i": relaxation = .chosen
      default: return .ended(await leave(file, unless: text, []))
      }
    }
  }

  private func question(_ message: String, _ canRelax: Bool) -> KeyQuestion {
    let isVirsh = context.dialect == .virsh
    var help = ["y - yes, start editor again", isVirsh ? "n - no, throw away my changes" : "n - no, leave my text in its file"]
    if canRelax { help.append("i - turn off validation and try to redefine again") }
    help += ["f - force, try to redefine again", "? - print this help"]
    return KeyQuestion(
      "\(message) Try again? [\(canRelax ? "y,n,i,f,?" : "y,n,f,?")]: ", keys: canRelax ? "ynif" : "ynf", help: help, canBeRefused: !isVirsh
    )
  }

  private func leave(_ file: EditedFile, unless text: String, _ reasons: [Diagnostic]) async -> Result {
    .failed(reasons + (await file.leave(unless: text, in: context)))
  }
}

extension EditedFile {
  /// The end of an editing that came to nothing. As virsh the file goes; else a text that is not the old one stays, and what is returned
  /// says where. So does one that we cannot read: it may be the user's work all the same.
  func leave(unless old: String, in context: Context) async -> [Diagnostic] {
    guard context.dialect == .virtsh else {
      remove()
      return []
    }
    do {
      let edited = try await read()
      guard edited != Array(old.utf8), !edited.isEmpty else {
        remove()
        return []
      }
    } catch {
      guard exists else { return [] }
    }
    return [Diagnostic("the edited text is kept in \(path)", severity: .note, details: ["file": .string(path)])]
  }
}
