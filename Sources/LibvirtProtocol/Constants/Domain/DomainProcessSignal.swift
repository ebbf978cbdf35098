/// A signal for a process in a guest, whatever the guest's own number for it (`virDomainProcessSignal`).
public enum DomainProcessSignal: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_PROCESS_SIGNAL_NOP`.
  case nop = 0
  /// `VIR_DOMAIN_PROCESS_SIGNAL_HUP`.
  case hup = 1
  /// `VIR_DOMAIN_PROCESS_SIGNAL_INT`.
  case int = 2
  /// `VIR_DOMAIN_PROCESS_SIGNAL_QUIT`.
  case quit = 3
  /// `VIR_DOMAIN_PROCESS_SIGNAL_ILL`.
  case ill = 4
  /// `VIR_DOMAIN_PROCESS_SIGNAL_TRAP`.
  case trap = 5
  /// `VIR_DOMAIN_PROCESS_SIGNAL_ABRT`.
  case abrt = 6
  /// `VIR_DOMAIN_PROCESS_SIGNAL_BUS`.
  case bus = 7
  /// `VIR_DOMAIN_PROCESS_SIGNAL_FPE`.
  case fpe = 8
  /// `VIR_DOMAIN_PROCESS_SIGNAL_KILL`.
  case kill = 9
  /// `VIR_DOMAIN_PROCESS_SIGNAL_USR1`.
  case usr1 = 10
  /// `VIR_DOMAIN_PROCESS_SIGNAL_SEGV`.
  case segv = 11
  /// `VIR_DOMAIN_PROCESS_SIGNAL_USR2`.
  case usr2 = 12
  /// `VIR_DOMAIN_PROCESS_SIGNAL_PIPE`.
  case pipe = 13
  /// `VIR_DOMAIN_PROCESS_SIGNAL_ALRM`.
  case alrm = 14
  /// `VIR_DOMAIN_PROCESS_SIGNAL_TERM`.
  case term = 15
  /// `VIR_DOMAIN_PROCESS_SIGNAL_STKFLT`.
  case stkflt = 16
  /// `VIR_DOMAIN_PROCESS_SIGNAL_CHLD`.
  case chld = 17
  /// `VIR_DOMAIN_PROCESS_SIGNAL_CONT`.
  case cont = 18
  /// `VIR_DOMAIN_PROCESS_SIGNAL_STOP`.
  case stop = 19
  /// `VIR_DOMAIN_PROCESS_SIGNAL_TSTP`.
  case tstp = 20
  /// `VIR_DOMAIN_PROCESS_SIGNAL_TTIN`.
  case ttin = 21
  /// `VIR_DOMAIN_PROCESS_SIGNAL_TTOU`.
  case ttou = 22
  /// `VIR_DOMAIN_PROCESS_SIGNAL_URG`.
  case urg = 23
  /// `VIR_DOMAIN_PROCESS_SIGNAL_XCPU`.
  case xcpu = 24
  /// `VIR_DOMAIN_PROCESS_SIGNAL_XFSZ`.
  case xfsz = 25
  /// `VIR_DOMAIN_PROCESS_SIGNAL_VTALRM`.
  case vtalrm = 26
  /// `VIR_DOMAIN_PROCESS_SIGNAL_PROF`.
  case prof = 27
  /// `VIR_DOMAIN_PROCESS_SIGNAL_WINCH`.
  case winch = 28
  /// `VIR_DOMAIN_PROCESS_SIGNAL_POLL`.
  case poll = 29
  /// `VIR_DOMAIN_PROCESS_SIGNAL_PWR`.
  case pwr = 30
  /// `VIR_DOMAIN_PROCESS_SIGNAL_SYS`.
  case sys = 31
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT0`.
  case rt0 = 32
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT1`.
  case rt1 = 33
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT2`.
  case rt2 = 34
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT3`.
  case rt3 = 35
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT4`.
  case rt4 = 36
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT5`.
  case rt5 = 37
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT6`.
  case rt6 = 38
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT7`.
  case rt7 = 39
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT8`.
  case rt8 = 40
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT9`.
  case rt9 = 41
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT10`.
  case rt10 = 42
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT11`.
  case rt11 = 43
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT12`.
  case rt12 = 44
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT13`.
  case rt13 = 45
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT14`.
  case rt14 = 46
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT15`.
  case rt15 = 47
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT16`.
  case rt16 = 48
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT17`.
  case rt17 = 49
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT18`.
  case rt18 = 50
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT19`.
  case rt19 = 51
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT20`.
  case rt20 = 52
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT21`.
  case rt21 = 53
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT22`.
  case rt22 = 54
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT23`.
  case rt23 = 55
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT24`.
  case rt24 = 56
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT25`.
  case rt25 = 57
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT26`.
  case rt26 = 58
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT27`.
  case rt27 = 59
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT28`.
  case rt28 = 60
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT29`.
  case rt29 = 61
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT30`.
  case rt30 = 62
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT31`.
  case rt31 = 63
  /// `VIR_DOMAIN_PROCESS_SIGNAL_RT32`.
  case rt32 = 64
}
