import Testing
import XDR

@Suite struct CollectionTests {
  @Test func `a bounded array is a collection`() {
    let array = Bounded<4, Int>([5, 6, 7])
    #expect(array.count == 3)
    #expect(array[1] == 6)
    #expect(Array(array.reversed()) == [7, 6, 5])
    #expect(array.firstIndex(of: 7) == 2)
    #expect(array == [5, 6, 7])
    #expect(Bounded<4, Int>(1...2).elements == [1, 2])
  }

  @Test func `raw bytes are neither counted nor padded`() {
    var writer = XDRWriter(reservingCapacity: -1)
    writer.appendRaw([1, 2, 3])
    #expect(writer.bytes == [1, 2, 3])
    writer.append(4 as UInt64)
    #expect(writer.count == 11)
  }
}
