import Libvirt
import Presentation
import Synchronization

/// Events as answers, until the first has come, the time is over, the user stops it, or the connection ends.
final class EventSeries: AsyncSequence, Sendable {
  private enum Step: Sendable {
    case event(DomainEvent)
    case ended
    case timedOut
    case interrupted
    case failed(any Error)
  }

  private let events: DomainEvents
  private let steps: AsyncStream<Step>
  private let goesOn: Bool
  private let showsTime: Bool
  private let ending = Mutex(Step.ended)

  init(_ events: DomainEvents, timeout: Duration?, goesOn: Bool, showsTime: Bool, interruption: Interruption) {
    self.events = events
    self.goesOn = goesOn
    self.showsTime = showsTime
    steps = AsyncStream { continuation in
      let reader = Task {
        do {
          for try await event in events { continuation.yield(.event(event)) }
          continuation.yield(.ended)
        } catch {
          continuation.yield(.failed(error))
        }
      }
      let timer = Task {
        guard let timeout, (try? await Task.sleep(for: timeout)) != nil else { return }
        continuation.yield(.timedOut)
      }
      let stopper = Task {
        await interruption.wait()
        if interruption.isRequested { continuation.yield(.interrupted) }
      }
      continuation.onTermination = { _ in for task in [reader, timer, stopper] { task.cancel() } }
    }
  }

  struct Iterator: AsyncIteratorProtocol {
    let series: EventSeries
    private var steps: AsyncStream<Step>.Iterator
    private var isOver = false

    fileprivate init(_ series: EventSeries) {
      self.series = series
      steps = series.steps.makeAsyncIterator()
    }

    mutating func next() async throws -> EventAnswer? {
      if isOver { return nil }
      let step = await steps.next() ?? .ended
      guard case .event(let event) = step else {
        await end(step)
        if case .failed(let error) = step { throw error }
        return nil
      }
      if !series.goesOn { await end(.ended) }
      return EventAnswer(event: event, time: series.showsTime ? EventTime.now() : nil)
    }

    private mutating func end(_ step: Step) async {
      isOver = true
      series.ending.withLock { $0 = step }
      await series.events.cancel()
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// What virsh says after the last event.
  func conclusion(_ end: Live.End, _ count: Int) -> Outcome {
    var lines: [String] = []
    switch ending.withLock({ $0 }) {
    case .timedOut: lines.append("event loop timed out")
    case .interrupted: lines.append("event loop interrupted")
    case .ended, .event, .failed: break
    }
    lines.append("events received: \(count)")
    var outcome = Outcome.report(lines.joined(separator: "\n"), fields: ["eventsReceived": .integer(count)])
    outcome.succeeded = count > 0
    if events.droppedCount > 0 {
      outcome.diagnostics.append(
        Diagnostic("\(events.droppedCount) events were lost: they came faster than they were read", severity: .warning))
    }
    if case .failed(let error) = end {
      outcome.succeeded = false
      outcome.diagnostics += Diagnostic.all(of: error)
    }
    return outcome
  }
}

/// An event as virsh prints it.
public struct EventAnswer: Answer {
  let event: DomainEvent
  let time: String?

  /// An event, with the time where it is to be shown.
  public init(event: DomainEvent, time: String? = nil) {
    self.event = event
    self.time = time
  }

  /// The line.
  public func write(on page: inout Page) { page.line((time.map { "\($0): " } ?? "") + event.line) }

  /// One row.
  public var rows: Rowset? {
    Rowset(
      keys: ["event", "domain", "uuid", "details"],
      rows: [
        [
          .string(event.name), .string(event.domain.name), .string("\(event.domain.uuid)"), .list(event.details.map(Self.cell)),
        ]
      ])
  }
  /// The domain's name.
  public var names: [String]? { [event.domain.name] }

  /// One object.
  public func encode(to encoder: any Encoder) throws {
    let record = Record(
      keys: ["event", "domain", "uuid"] + (time == nil ? [] : ["time"]) + event.details.map(\.key),
      values: [.string(event.name), .string(event.domain.name), .string("\(event.domain.uuid)")]
        + (time.map { [.string($0)] } ?? []) + event.details.map(Self.cell))
    try record.encode(to: encoder)
  }

  private static func cell(_ detail: DomainEvent.Detail) -> CellValue {
    switch detail.value {
    case .text(let text): .string(text)
    case .number(let number): .int(number)
    }
  }
}
