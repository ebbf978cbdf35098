import NIOPosix

/// The thread that serves all sockets of the process; it starts with the first of them.
public enum SocketEventLoops {
  /// One thread.
  public static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
}
