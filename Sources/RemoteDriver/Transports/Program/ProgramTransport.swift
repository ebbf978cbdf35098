import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import NIOCore
import NIOPosix
import Processes

/// A program whose standard input and output carry the connection: ssh, or what `command=` names for `+ext`.
///
/// It ends with the connection. Its standard error is shown while the connection is opened, and its last lines are in the error.
struct ProgramTransport: Transport {
  /// The program and its arguments.
  let words: [String]
  let target: String
  let peer: String
  /// Shown what the program says.
  let dialogue: any Dialogue
  /// What the end of the program means, beyond its own words.
  let meaning: @Sendable (ProgramEnd) -> String?

  /// The program may ask the user by itself.
  var usesTerminal: Bool { true }

  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel {
    let eventLoop = RemoteEventLoops.group.next()
    // The event loop's thread lives as long as we, and the program ends with the thread that has started it.
    return try await eventLoop.flatSubmit { [self] in
      do { return try start(on: eventLoop) } catch { return eventLoop.makeFailedFuture(error) }
    }.get()
  }

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
    let errors = NIOLoopBound(ErrorStream { [dialogue] in dialogue.show($0) }, eventLoop: eventLoop)
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
              let end = RunningEnd(process, errors.value, on: eventLoop)
              try channel.pipeline.syncOperations.addHandler(ProgramHandler(end, theirs: pipes.theirs, meaning: meaning))
            }
          }
          .withConnectedSocket(pipes.ours)
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
