import Testing

@testable import XenDriver
