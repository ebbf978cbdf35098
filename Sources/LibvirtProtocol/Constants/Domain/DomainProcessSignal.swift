/// A signal for a process in a guest, whatever the guest's own number for it (`virDomainProcessSignal`).
public enum DomainProcessSignal: Int32, CaseIterable, Hashable, Sendable {
  /// No signal: only looks whether the process is there.
  case nop = 0
  /// `SIGHUP`.
  case hup = 1
  /// `SIGINT`.
  case int = 2
  /// `SIGQUIT`.
  case quit = 3
  /// `SIGILL`.
  case ill = 4
  /// `SIGTRAP`.
  case trap = 5
  /// `SIGABRT`.
  case abrt = 6
  /// `SIGBUS`.
  case bus = 7
  /// `SIGFPE`.
  case fpe = 8
  /// `SIGKILL`.
  case kill = 9
  /// `SIGUSR1`.
  case usr1 = 10
  /// `SIGSEGV`.
  case segv = 11
  /// `SIGUSR2`.
  case usr2 = 12
  /// `SIGPIPE`.
  case pipe = 13
  /// `SIGALRM`.
  case alrm = 14
  /// `SIGTERM`.
  case term = 15
  /// `SIGSTKFLT`.
  case stkflt = 16
  /// `SIGCHLD`.
  case chld = 17
  /// `SIGCONT`.
  case cont = 18
  /// `SIGSTOP`.
  case stop = 19
  /// `SIGTSTP`.
  case tstp = 20
  /// `SIGTTIN`.
  case ttin = 21
  /// `SIGTTOU`.
  case ttou = 22
  /// `SIGURG`.
  case urg = 23
  /// `SIGXCPU`.
  case xcpu = 24
  /// `SIGXFSZ`.
  case xfsz = 25
  /// `SIGVTALRM`.
  case vtalrm = 26
  /// `SIGPROF`.
  case prof = 27
  /// `SIGWINCH`.
  case winch = 28
  /// `SIGPOLL`.
  case poll = 29
  /// `SIGPWR`.
  case pwr = 30
  /// `SIGSYS`.
  case sys = 31
  /// The real-time signal 0.
  case rt0 = 32
  /// The real-time signal 1.
  case rt1 = 33
  /// The real-time signal 2.
  case rt2 = 34
  /// The real-time signal 3.
  case rt3 = 35
  /// The real-time signal 4.
  case rt4 = 36
  /// The real-time signal 5.
  case rt5 = 37
  /// The real-time signal 6.
  case rt6 = 38
  /// The real-time signal 7.
  case rt7 = 39
  /// The real-time signal 8.
  case rt8 = 40
  /// The real-time signal 9.
  case rt9 = 41
  /// The real-time signal 10.
  case rt10 = 42
  /// The real-time signal 11.
  case rt11 = 43
  /// The real-time signal 12.
  case rt12 = 44
  /// The real-time signal 13.
  case rt13 = 45
  /// The real-time signal 14.
  case rt14 = 46
  /// The real-time signal 15.
  case rt15 = 47
  /// The real-time signal 16.
  case rt16 = 48
  /// The real-time signal 17.
  case rt17 = 49
  /// The real-time signal 18.
  case rt18 = 50
  /// The real-time signal 19.
  case rt19 = 51
  /// The real-time signal 20.
  case rt20 = 52
  /// The real-time signal 21.
  case rt21 = 53
  /// The real-time signal 22.
  case rt22 = 54
  /// The real-time signal 23.
  case rt23 = 55
  /// The real-time signal 24.
  case rt24 = 56
  /// The real-time signal 25.
  case rt25 = 57
  /// The real-time signal 26.
  case rt26 = 58
  /// The real-time signal 27.
  case rt27 = 59
  /// The real-time signal 28.
  case rt28 = 60
  /// The real-time signal 29.
  case rt29 = 61
  /// The real-time signal 30.
  case rt30 = 62
  /// The real-time signal 31.
  case rt31 = 63
  /// The real-time signal 32.
  case rt32 = 64
}
