import LibvirtProtocol
import NIOCore

extension RPCChannelHandler {
  /// Goes on after a reply of SASL, which held the connection: from now on all bytes pass through the layer, if there is one.
  ///
  /// What came behind that reply, even in the same read, has been kept as it was and is the first to pass.
  func goOn(through layer: SASLSecurityLayer?) {
    let waiting = rpc.release()
    self.layer = layer
    receive(waiting)
    drain()
  }

  /// Gives the machine what was read, in its plain form.
  func receive(_ bytes: some Collection<UInt8>) {
    guard let layer else { return rpc.receive(bytes, now: Self.now) }
    do throws(LibvirtError) { rpc.receive(try layer.unwrap(bytes), now: Self.now) } catch { rpc.close(.error(error)) }
  }

  /// What is to be sent, as it travels; nil when that is impossible, and the connection over.
  func wrapped(_ bytes: [UInt8]) -> [UInt8]? {
    guard let layer, !bytes.isEmpty else { return bytes }
    do throws(LibvirtError) { return try layer.wrap(bytes) } catch {
      rpc.close(.error(error))
      return nil
    }
  }
}
