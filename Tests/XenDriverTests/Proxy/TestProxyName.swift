import Glibc
import Synchronization

private let count = Atomic<Int>(0)

/// An abstract name that no other test has.
func testProxyName() -> String { "/tmp/virtsh-test-proxy-\(getpid())-\(count.add(1, ordering: .relaxed).newValue)" }
