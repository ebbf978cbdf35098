import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol
import Presentation

/// A long call that works on a domain while others ask how far it is: saving, dumping, migrating.
///
/// Ctrl-C asks the server to stop it; then its call fails with the server's words. A second Ctrl-C leaves it running.
struct DomainJob {
  /// What is done, in virsh's word: `Save`.
  let title: String
  let domain: Domain
  /// Whether the user asked for progress with an option of the command.
  let isVerbose: Bool
  let context: Context

  /// What stands in front of the sentence about its end: the progress in virsh's form leaves its line open.
  var gap: String { context.dialect == .virsh || isVerbose ? "\n" : "" }

  /// How often the server is asked. virsh asks every half second.
  private static let pause = Duration.milliseconds(250)

  /// Sends the call and waits for its end; throws what the call throws, or ``CommandFailure`` when the user leaves it running.
  func run<Reply: Sendable>(_ start: () throws -> PendingReply<Reply>) async throws -> Reply {
    let call = try start()
    // A wish that comes before anybody waits for it must not give up the call.
    context.interruption.heed(true)
    let result = await withTaskGroup(of: Void.self) { group in
      let work = WatchedWork(WorkAmount(title, isWanted: isVerbose))
      group.addTask { await watch(work) }
      group.addTask { await listen(to: context.interruption, work, call) }
      let result = await call.result
      context.interruption.heed(false)
      group.cancelAll()
      return result
    }
    if isVerbose, case .success = result {
      var amount = WorkAmount(title, isWanted: true)
      amount.complete()
      context.progress.report(amount)
    }
    do {
      return try result.get()
    } catch let error as OutcomeUnknown where error.reason == nil && context.interruption.isRequested && !Task.isCancelled {
      throw CommandFailure("\(error.procedure) is still at work: '\(domain.name)' was left to it")
    }
  }

  /// Tells the sink how far the work is, or how long it has taken where nobody can say, until the task is cancelled.
  private func watch(_ work: WatchedWork) async {
    let start = ContinuousClock.now
    var meter = RateMeter()
    while (try? await Task.sleep(for: Self.pause)) != nil {
      do {
        guard let progress = try await domain.jobProgress(), !Task.isCancelled else { continue }
        let rate = meter.rate(at: progress)
        tell(work) { amount in
          // What was passed over, such as pages of zeros, is done as well.
          amount.done = progress.done
          amount.total = progress.total
          amount.remaining = progress.remaining
          amount.rate = rate
        }
      } catch let error as LibvirtError where error.isUnsupported {
        while (try? await Task.sleep(for: .seconds(1))) != nil {
          tell(work) { $0.elapsed = Int(start.duration(to: .now).components.seconds) }
        }
      } catch {
        // Between its last byte and its end a job may have no figures.
        continue
      }
    }
  }

  private func tell(_ work: WatchedWork, _ change: (inout WorkAmount) -> Void) { context.progress.report(work.update(change)) }

  /// The first wish stops the job, the second leaves it alone.
  private func listen<Reply>(to interruption: Interruption, _ work: WatchedWork, _ call: PendingReply<Reply>) async {
    await interruption.wait()
    guard !Task.isCancelled else { return }
    tell(work) { $0.hint = "stopping; Ctrl-C leaves it running" }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await stop(work) }
      group.addTask {
        await interruption.wait(times: 2)
        if !Task.isCancelled { call.abandon() }
      }
    }
  }

  /// Asks the server to stop the job; one that has not quite begun is asked again.
  private func stop(_ work: WatchedWork) async {
    for _ in 0..<20 {
      do {
        return try await domain.abortJob()
      } catch let error as LibvirtError where error.code == .operationInvalid {
        guard (try? await Task.sleep(for: Self.pause)) != nil else { return }
      } catch {
        // The job's end ends the question, too.
        guard !Task.isCancelled else { return }
        tell(work) { $0.hint = "it cannot be stopped; Ctrl-C leaves it running" }
        return
      }
    }
  }
}
