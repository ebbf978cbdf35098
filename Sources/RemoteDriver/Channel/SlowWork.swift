import NIOCore
import NIOPosix

/// Work that takes long, or waits for a file system: it is done on a thread where nobody else waits.
enum SlowWork {
  /// What comes of it. Nobody waits for it any longer when the task is cancelled, or when `mayEnd` has failed the promise that it is given.
  static func outcome<Result: Sendable>(
    on eventLoop: any EventLoop, _ body: @escaping @Sendable () throws -> Result, mayEnd: (EventLoopPromise<Result>) -> Void
  ) async throws -> Result {
    let promise = eventLoop.makePromise(of: Result.self)
    NIOThreadPool.singleton.runIfActive(eventLoop: eventLoop, body).cascade(to: promise)
    mayEnd(promise)
    return try await withTaskCancellationHandler {
      try await promise.futureResult.get()
    } onCancel: {
      promise.fail(CancellationError())
    }
  }
}
