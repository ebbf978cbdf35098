import CSASL

/// Something that a mechanism must know about the user.
struct SASLQuestion: Sendable, Hashable {
  /// What is asked for.
  enum Kind: Sendable, Hashable {
    /// Who the user is.
    case authenticationName
    case password
    case realm
    /// A challenge whose answer may be seen.
    case open
    /// A challenge whose answer is secret.
    case secret
  }

  let kind: Kind
  /// What Cyrus SASL says to the user.
  let prompt: String
  /// What the server has to say with the question.
  let challenge: String?
  /// What counts when the user answers nothing.
  let fallback: String?

  var isSecret: Bool { kind == .password || kind == .secret }

  init(_ question: sasl_interact_t) {
    kind =
      switch Int32(truncatingIfNeeded: question.id) {
      case SASL_CB_AUTHNAME: .authenticationName
      case SASL_CB_PASS: .password
      case SASL_CB_GETREALM: .realm
      case SASL_CB_ECHOPROMPT: .open
      default: .secret
      }
    prompt = question.prompt.map { String(cString: $0) } ?? ""
    challenge = question.challenge.map { String(cString: $0) }
    fallback = question.defresult.map { String(cString: $0) }
  }
}

/// What a mechanism has to do next.
enum SASLMove: Sendable {
  /// It must know this first; the same step is to be done again then.
  case ask([SASLQuestion])
  /// It says this, which may be nothing at all, to the server, and is done if the server is.
  case say([UInt8]?, isDone: Bool)
}
