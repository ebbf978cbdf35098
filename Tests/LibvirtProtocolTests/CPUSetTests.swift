import LibvirtProtocol
import Testing

/// Sets of CPUs, as virsh 9.0.0 takes and writes them.
@Suite struct CPUSetTests {
  @Test(
    arguments: [
      ("0-3,^2,8", "0-1,3,8"), ("5", "5"), ("1, 2", "1-2"), ("0-1,1-2", "0-2"), ("0,", "0"), ("0 - 1", "0-1"), (" 0 , 1 ", "0-1"),
      ("00", "0"), ("0-+1", "0-1"), ("^1", ""), ("0,^0", ""), ("16383", "16383"),
    ])
  func written(text: String, written: String) { #expect(CPUSet(text)?.description == written) }

  @Test(
    arguments: [
      "", " ", ",", "^", "a", "-1", "+1", "!1", "3-1", "0-", "1-2-3", "0,,1", "0 1", "0x1", "0-1,^1-1", "1x", "r", "16384", "0-16384",
      "99999999999999999999", "0-99999999999999999999",
    ])
  func refused(text: String) { #expect(CPUSet(text) == nil) }

  @Test func aLimitOfItsOwn() {
    #expect(CPUSet("0-1023", limit: 1024)?.numbers.count == 1024)
    #expect(CPUSet("1024", limit: 1024) == nil)
    #expect(CPUSet("0", limit: -1) == nil)
  }

  @Test func maps() {
    #expect(CPUSet(map: [0b101, 0, 0x80]).numbers == [0, 2, 23])
    #expect(CPUSet([0, 2, 23]).bytes() == [0b101, 0, 0x80])
    #expect(CPUSet([0, 2, 23]).bytes(count: 1) == [0b101])
    #expect(CPUSet([]).bytes() == [0])
    #expect(CPUSet(map: [UInt8](repeating: 255, count: 5000)).numbers.count == CPUSet.limit)
  }
}
