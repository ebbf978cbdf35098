import Testing

@testable import Commands

/// How far work is, in the figures that people see.
@Suite struct WorkAmountTests {
  @Test(
    arguments: [
      (100, 100, 0), (100, 50, 50), (1000, 1, 99), (1000, 10, 99), (1000, 11, 98), (100, 0, 100), (10, 20, 0),
    ] as [(UInt64, UInt64, Int)])
  func percentAsVirshCounts(total: UInt64, remaining: UInt64, percent: Int) {
    var amount = WorkAmount("Save", isWanted: true)
    #expect(amount.percent == nil)
    amount.total = total
    amount.remaining = remaining
    #expect(amount.percent == percent)
  }

  @Test func theEndIsAHundredPercentEvenOfNothing() {
    var amount = WorkAmount("Save", isWanted: true)
    amount.complete()
    #expect(amount.percent == 100)
  }

  @Test func aUserMayAskTwice() async {
    let interruption = Interruption()
    interruption.request()
    await interruption.wait()
    async let second: Void = interruption.wait(times: 2)
    while !interruption.isAwaited { await Task.yield() }
    interruption.request()
    await second
    #expect(interruption.isRequested && !interruption.isAwaited)
  }

  @Test func aWishIsHeededBeforeAnybodyWaits() async {
    let interruption = Interruption()
    interruption.heed(true)
    #expect(interruption.isAwaited)
    interruption.request()
    interruption.request()
    await interruption.wait()
    await interruption.wait(times: 2)
    interruption.heed(false)
    #expect(!interruption.isAwaited)
  }
}
