import ConnectionURI
import Drivers
import LibvirtProtocol

/// Where the answers to a mechanism's questions come from: the file of credentials, and for what it has not, the user.
struct SASLCredentials: Sendable {
  /// The host as the URI names it.
  let host: String
  /// `authfile=` of the URI.
  let file: String?
  let environment: ConnectionEnvironment
  let dialogue: any Dialogue
  let progress: @Sendable (String) -> Void

  /// What the file of credentials answers; nil for each question that is the user's. Reads a file.
  func known(_ questions: [SASLQuestion]) throws(LibvirtError) -> [String?] {
    guard let file = try AuthenticationFile.find(file, in: environment) else { return questions.map { _ in nil } }
    progress("credentials from \(file.path)\(file.isOpenToOthers ? ", which other users can read" : "")")
    var answers: [String?] = []
    for question in questions {
      answers.append(try question.key.flatMap { key throws(LibvirtError) in try file.credential(key, host: host) })
    }
    return answers
  }

  /// Asks the user, with the words that virsh uses. Throws when there is nobody to ask, `CancellationError` when the user gives up.
  func ask(_ question: SASLQuestion) async throws -> String {
    // Of names and passwords it says no more than the question.
    if question.kind == .open || question.kind == .secret, let challenge = question.challenge, !challenge.isEmpty {
      dialogue.show(ForeignText(challenge.utf8).shown)
    }
    let prompt = ForeignText(question.prompt.utf8).shown
    guard let answer = try await dialogue.answer(prompt, isSecret: question.isSecret) else {
      throw LibvirtError(.authFailed, .remote, "Failed to collect auth credentials").noting(
        "the daemon wants a name and a password, and there is nobody here to ask: an auth.conf can have them (authfile=FILE in the URI, "
          + "LIBVIRT_AUTH_FILE, ~/.config/libvirt/auth.conf; https://libvirt.org/auth.html)")
    }
    return answer.isEmpty ? question.fallback ?? "" : answer
  }
}

extension SASLQuestion {
  /// The key in a file of credentials; challenges have none.
  fileprivate var key: String? {
    switch kind {
    case .authenticationName: "authname"
    case .password: "password"
    case .realm: "realm"
    case .open, .secret: nil
    }
  }
}
