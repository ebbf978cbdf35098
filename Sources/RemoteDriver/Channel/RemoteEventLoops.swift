import NIOPosix

/// The thread that serves all remote connections of the process; it starts with the first of them.
enum RemoteEventLoops {
  static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
}
