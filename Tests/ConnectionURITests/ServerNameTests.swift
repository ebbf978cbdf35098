import ConnectionURI
import Testing

/// Names that libvirt 9.0.0's client sent to a server for these URIs.
private let namesSent: [(String, String)] = [
  ("qemu+tcp://bob@127.0.0.1:16999/system?foo=b%20r", "qemu:///system?foo=b%20r"),
  ("qemu+ssh://bob@h:22/system?keyfile=k&foo=b%20r", "qemu:///system?foo=b%20r"),
  ("qemu+tcp://bob@h/system?foo=b%20r&keyfile=k#fr%20ag", "qemu:///system?foo=b%20r#fr%20ag"),
  ("QEMU+TCP://h/system?FOO=1&Foo=2", "QEMU:///system?FOO=1&Foo=2"),
  (
    "qemu+tcp://h/a%20b%3fc%23d%2fe?x=a%26b%3Dc%3Bd%2fe%3fg:@!$'()*+,;=-._~",
    "qemu:///a%20b%3Fc%23d/e?x=a%26b%3Dc%3Bd%2Fe%3Fg%3A%40%21%24%27%28%29%2A%2B%2C"
  ),
  ("qemu+tcp://h/system?a=1;b=2", "qemu:///system?a=1&b=2"),
  ("qemu+tcp://h/system?a=1;b=2&c=3", "qemu:///system?a=1%3Bb%3D2&c=3"),
  ("qemu+tcp://h/system?a=1&b=2;c=3", "qemu:///system?a=1&b=2&c=3"),
  ("qemu+tcp://h/system?a&b=&=c&&d=1&", "qemu:///system?a=&b=&d=1"),
  ("qemu+tcp://h/system?a;b=;=c;;d=1;", "qemu:///system?a=&b=&d=1"),
  ("qemu+tcp://h/system?a=b=c", "qemu:///system?a=b%3Dc"),
  ("qemu+tcp://h/system?NAME=foo:///bar&x=1", "foo:///bar"),
  ("qemu+tcp://h/system?%6eame=x", "x"),
  ("qemu+tcp://h/system?name=", ""),
  ("qemu+tcp://h/system?name=a&name=b", "b"),
  ("remote+tcp://h/system?a=b", ""),
  ("remote:///", ""),
  ("REMOTE+tcp://h/system", "REMOTE:///system"),
  ("qemu+tcp://h", "qemu://"),
  ("qemu+tcp://h/", "qemu:///"),
  ("qemu+tcp://h?x=1", "qemu://?x=1"),
  ("qemu+tcp://h#f", "qemu://#f"),
  ("qemu+tcp://h/system#", "qemu:///system#"),
  ("qemu+tcp://h/system?", "qemu:///system"),
  ("qemu+tcp://h/system?=a", "qemu:///system"),
  ("qemu+unix:/system?socket=/s", "qemu:///system"),
  ("qemu+unix:system?socket=/s", "qemu://system"),
  ("qemu+unix:?SOCKET=/s", "qemu://"),
  ("qemu+unix:////system?socket=/s", "qemu:////system"),
  ("qemu+tcp://h//system", "qemu:////system"),
  ("test+unix:///default?socket=/s&tls_priorit=x", "test:///default?tls_priorit=x"),
  (
    "test+unix:///d?mode=auto&auth=x&authfile=x&command=x&netcat=x&proxy=auto&sshauth=x&known_hosts=x&known_hosts_verify=x"
      + "&no_verify=1&no_tty=1&no_sanity=1&pkipath=x&tls_priority=x&keyfile=x&socket=x&keep=1", "test:///d?keep=1"
  ),
  ("qemu+tcp://h/system/../x/./y", "qemu:///system/../x/./y"),
  ("qemu+tcp://h/%C3%A9", "qemu:///%C3%A9"),
  ("qemu+tcp://h/system?x=a+b", "qemu:///system?x=a%2Bb"),
  ("qemu+tcp://h/a:b@c;d=e&f$g,h!i'j(k)l*m~n", "qemu:///a%3Ab@c;d=e&f$g,h!i'j(k)l*m~n"),
  ("qemu+tcp://h/system#[]?/:@", "qemu:///system#[]?/:@"),
  ("qemu+tcp://h/system#a%23b%7Bc%7e", "qemu:///system#a%23b%7Bc~"),
  ("qemu+tcp://h/system?x=-._~&y=A0z", "qemu:///system?x=-._~&y=A0z"),
  ("xen+tcp://h/?x=1", "xen:///?x=1"),
]

@Test(arguments: namesSent)
func `the name sent to the server is libvirt's`(uri: String, name: String) throws {
  #expect(try ConnectionURI(parsing: uri).nameForServer == name)
}
