import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import NIOCore
import NIOPosix
import Processes
import Sockets
import Synchronization

/// A program whose standard input and output carry the connection: ssh, or what `command=` names for `+ext`.
///
/// It ends with the connection. Its standard error is shown while the connection is opened, and its last lines are in the error.
struct ProgramTransport: Transport {
  /// The program and its arguments.
  let words: [String]
  let target: String
  let peer: String
  let security: ChannelSecurity
  /// Shown what the program says.
  let dialogue: any Dialogue
  /// A line of the program's that is not shown, because it asks in the same moment: the line would come behind its question.
  let unshown: String?
  /// What the end of the program means, beyond its own words.
  let meaning: @Sendable (ProgramEnd) -> ProgramMeaning
  /// The program that was started last.
  private let latest = LatestProgram()

  init(
    words: [String], target: String, peer: String, security: ChannelSecurity, dialogue: any Dialogue, unshown: String? = nil,
    meaning: @escaping @Sendable (ProgramEnd) -> ProgramMeaning
  ) {
    self.words = words
    self.target = target
    self.peer = peer
    self.security = security
    self.dialogue = dialogue
    self.unshown = unshown
    self.meaning = meaning
  }

  /// The program may ask the user by itself.
  var usesTerminal: Bool { true }

  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel {
    let eventLoop = SocketEventLoops.group.next()
    // The event loop's thread lives as long as we, and the program ends with the thread that has started it.
    return try await eventLoop.flatSubmit { [self] in
      do { return try start(on: eventLoop) } catch { return eventLoop.makeFailedFuture(error) }
    }.get()
  }

  func security(of channel: any Channel) async -> ChannelSecurity { security }

  /// The program may have hidden what is typed, and shows it again when it ends.
  func settle() async { await latest.end() }

  private func start(on eventLoop: any EventLoop) throws -> EventLoopFuture<any Channel> {
    let pipes = try ProgramPipes()
    let process: ChildProcess
    do throws(ProgramFailure) {
      process = try ChildProcess(
        words, .companion, streams: ChildProcess.Streams(input: pipes.theirs, output: pipes.theirs, errors: pipes.errorsTheirs),
        // What it says must be in the language in which its messages are known.
        variables: ["LC_ALL": "C"])
    } catch {
      pipes.closeAll()
      throw failure(error)
    }
    close(pipes.errorsTheirs)
    let errors = NIOLoopBound(ErrorStream { [dialogue, unshown] in if $0 != unshown { dialogue.show($0) } }, eventLoop: eventLoop)
    let end = NIOLoopBound(RunningEnd(process, errors.value, on: eventLoop), eventLoop: eventLoop)
    latest.set(end)
    return NIOPipeBootstrap(group: eventLoop)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(errors.value) }
      }
      .takingOwnershipOfDescriptor(input: pipes.errorsOurs)
      .flatMap { [meaning] _ in
        ClientBootstrap(group: eventLoop)
          .channelOption(.autoRead, value: false)
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandler(ProgramHandler(end.value, theirs: pipes.theirs, meaning: meaning))
            }
          }
          .withConnectedSocket(pipes.ours)
      }
      .flatMapErrorThrowing { error in
        end.value.come(atOnce: true)
        throw error
      }
  }

  /// Why the program does not run, in libvirt's words, which finds out in two ways.
  private func failure(_ reason: ProgramFailure) -> LibvirtError {
    let name = words.first ?? ""
    if !name.contains("/") {
      return LibvirtError(code: .systemError, domain: .none, message: "Cannot find '\(name)' in path: \(reason)", int1: reason.code)
    }
    let message = "Cannot recv data: libvirt:  error : cannot execute binary \(name): \(reason): Connection reset by peer"
    return LibvirtError(code: .systemError, domain: .rpc, message: message, str1: "%s", str2: message, int1: ECONNRESET)
  }
}

/// The descriptors between us and a program.
private struct ProgramPipes {
  let ours: CInt
  let theirs: CInt
  let errorsOurs: CInt
  let errorsTheirs: CInt

  init() throws {
    var stream: [CInt] = [-1, -1]
    guard socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &stream) == 0 else {
      throw SocketFailure.system("unable to create socket pair", errno: errno)
    }
    var errors: [CInt] = [-1, -1]
    guard pipe(&errors) == 0 else {
      let code = errno
      for descriptor in stream { close(descriptor) }
      throw SocketFailure.system("unable to create pipe", errno: code)
    }
    for descriptor in errors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (ours, theirs, errorsOurs, errorsTheirs) = (stream[0], stream[1], errors[0], errors[1])
  }

  func closeAll() { for descriptor in [ours, theirs, errorsOurs, errorsTheirs] { close(descriptor) } }
}

/// The program of a transport, for whoever has to wait for its end.
private final class LatestProgram: Sendable {
  private let end = Mutex<NIOLoopBound<RunningEnd>?>(nil)

  func set(_ end: NIOLoopBound<RunningEnd>) { self.end.withLock { $0 = end } }

  /// Ends the program at once, if it has not ended.
  func end() async {
    guard let end = end.withLock(\.self) else { return }
    await withCheckedContinuation { continuation in
      end.eventLoop.execute { end.value.come(atOnce: true) { continuation.resume() } }
    }
  }
}
