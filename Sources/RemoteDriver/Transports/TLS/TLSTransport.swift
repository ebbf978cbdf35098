import ConnectionURI
import Drivers
import LibvirtProtocol
import NIOCore
import NIOPosix
import NIOSSL
import Sockets

/// A daemon at a host and port, with TLS around the protocol and certificates on both sides.
struct TLSTransport: Transport {
  private let tcp: TCPTransport
  private let files: TLSFiles
  private let priority: TLSPriority
  /// Whether anybody may be the server.
  private let trustsAll: Bool
  private let checksFiles: Bool
  private let progress: @Sendable (String) -> Void

  /// How long to wait for the server's farewell once we have said ours.
  private static let farewell = TimeAmount.milliseconds(500)

  /// Throws for a `tls_priority` that makes no sense.
  init(_ uri: ConnectionURI, _ parameters: ConnectionParameters, _ context: OpenContext) throws {
    tcp = TCPTransport(uri, .tls)
    files = TLSFiles(pkiPath: parameters.pkiPath, environment: context.environment)
    priority = try (parameters.tlsPriority ?? context.configuration.tlsPriority).map { try TLSPriority($0) } ?? TLSPriority()
    trustsAll = parameters.noVerify
    checksFiles = !parameters.noSanity
    progress = context.progress
  }

  var target: String { tcp.target }

  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel {
    let credentials = try await TLSCredentials.load(files, isSane: checksFiles, by: deadline)
    for warning in credentials.warnings { progress(warning) }
    let settings = try settings(credentials)
    let channel = try await tcp.connect(by: deadline)
    progress("TLS handshake with \(target)")
    do {
      try await shakeHands(channel, settings, credentials, deadline)
    } catch let error as LibvirtError where error == TLSRefusal.unconfirmed || error == TLSRefusal.refused {
      throw error.noting(whyRefused(credentials))
    }
    return channel
  }

  /// NIOSSL does not tell the cipher; none of those that it knows has a shorter key.
  func security(of channel: any Channel) async -> ChannelSecurity { .confidential(keyBits: 128) }

  private func settings(_ credentials: TLSCredentials) throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    priority.apply(to: &configuration)
    configuration.certificateVerification = trustsAll ? .none : .noHostnameVerification
    // Who is trusted is for the judge to say.
    configuration.trustRoots = .certificates([])
    configuration.certificateChain = credentials.chain.map { .certificate($0) }
    configuration.privateKey = credentials.key.map { .privateKey($0) }
    configuration.shutdownTimeout = Self.farewell
    do { return try NIOSSLContext(configuration: configuration) } catch {
      throw LibvirtError(.systemError, .rpc, "Failed to initialize TLS session: \(error)")
    }
  }

  /// Returns when the server has let us in; otherwise nothing of the connection is left.
  private func shakeHands(
    _ channel: any Channel, _ settings: NIOSSLContext, _ credentials: TLSCredentials, _ deadline: ContinuousClock.Instant?
  ) async throws {
    let admitted = channel.eventLoop.makePromise(of: Void.self)
    let trust = CertificateTrust(
      authorities: credentials.authorities, source: files.authorities,
      revocations: priority.checksRevocation ? credentials.revocations : [],
      strength: priority.strength)
    let judge = ServerJudge(ServerName(tcp.endpoint.host), trust, priority)
    channel.eventLoop.execute { [progress] in
      let witness = TLSWitness()
      let pipeline = channel.pipeline.syncOperations
      let bound = NIOLoopBound(witness, eventLoop: channel.eventLoop)
      // Whoever hangs up at once may have done so before anybody listens.
      guard channel.isActive else { return admitted.fail(TLSRefusal.handshake(ChannelError.alreadyClosed, witness)) }
      do {
        try pipeline.addHandler(witness)
        try pipeline.addHandler(TLSAdmission(admitted, witness, judge, progress))
        // libvirt sends no name (SNI).
        let client = try NIOSSLClientHandler(
          context: settings, serverHostname: nil, customVerificationCallback: { judge.judge($0, $1) }, configuration: .init())
        try pipeline.addHandler(client, position: .after(witness))
        // It may have been given up already: only now there is somebody to close the socket.
        admitted.futureResult.whenComplete { result in
          if case .failure = result { bound.value.close() }
          channel.pipeline.syncOperations.removeHandler(bound.value, promise: nil)
        }
        channel.read()
      } catch {
        channel.close(promise: nil)
        admitted.fail(SocketFailure.reading(error))
      }
    }
    let bound = deadline.map { deadline in
      channel.eventLoop.scheduleTask(deadline: NIODeadline(deadline)) { admitted.fail(tooLate) }
    }
    defer { bound?.cancel() }
    try await withTaskCancellationHandler {
      try await admitted.futureResult.get()
    } onCancel: {
      admitted.fail(CancellationError())
    }
  }

  private var tooLate: LibvirtError {
    LibvirtError(.operationTimeout, .rpc, "the TLS handshake with \(target) was not done in time")
  }

  /// What the server may have against us.
  private func whyRefused(_ credentials: TLSCredentials) -> String {
    guard let identity = credentials.identity else {
      let missing = [files.certificate, files.key].filter { !TLSFiles.exists($0) } + files.otherCertificates
      return "the server lets nobody in without a certificate, and we have none: there is no \(missing.joined(separator: ", no "))"
    }
    return "the server does not accept our certificate, '\(identity.subject)' in \(identity.path): its log says why "
      + "(its CA, its tls_allowed_dn_list, its clock)"
  }
}
