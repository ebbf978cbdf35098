extension TuningTests {
  /// Processors of guests, and where they run.
  static let processors = """
    vcpucount RUNNING
    vcpucount OFF
    vcpucount TRANSIENT
    vcpucount nope
    vcpucount
    vcpucount RUNNING --maximum
    vcpucount RUNNING --active
    vcpucount RUNNING --maximum --live
    vcpucount RUNNING --maximum --config
    vcpucount RUNNING --active --live
    vcpucount RUNNING --active --config
    vcpucount RUNNING --current
    vcpucount RUNNING --current --active
    vcpucount RUNNING --current --maximum
    vcpucount RUNNING --live
    vcpucount RUNNING --config
    vcpucount RUNNING --live --config
    vcpucount RUNNING --live --current
    vcpucount RUNNING --config --current
    vcpucount RUNNING --active --maximum
    vcpucount RUNNING --guest
    vcpucount RUNNING --guest --config
    vcpucount RUNNING --guest --live
    vcpucount OFF --guest
    vcpucount OFF --live
    vcpucount OFF --active
    vcpucount OFF --active --live
    vcpucount OFF --maximum --live
    vcpucount OFF --maximum --current
    vcpucount TRANSIENT --config
    vcpucount TRANSIENT --maximum --config
    vcpucount TRANSIENT --config --active
    vcpucount OFF --guest --maximum
    vcpucount RUNNING --guest --maximum --live
    -r vcpucount RUNNING
    -r vcpucount RUNNING --guest
    vcpuinfo RUNNING
    vcpuinfo RUNNING --pretty
    vcpuinfo OFF
    vcpuinfo OFF --pretty
    vcpuinfo TRANSIENT
    vcpuinfo nope
    -r vcpuinfo RUNNING
    -q vcpuinfo RUNNING
    vcpupin RUNNING
    vcpupin OFF
    vcpupin TRANSIENT
    vcpupin TRANSIENT --config
    vcpupin RUNNING 0
    vcpupin RUNNING 1
    vcpupin RUNNING 3
    vcpupin RUNNING 4
    vcpupin RUNNING 5
    vcpupin OFF 3
    vcpupin OFF 4
    vcpupin RUNNING --live
    vcpupin OFF --live
    vcpupin RUNNING --config
    vcpupin RUNNING --live --config
    vcpupin RUNNING --current --config
    vcpupin RUNNING --current --live
    vcpupin RUNNING --cpulist 0
    vcpupin RUNNING --vcpu x
    vcpupin RUNNING --vcpu -1
    vcpupin RUNNING --vcpu ''
    vcpupin RUNNING 0 ''
    vcpupin RUNNING 0 0
    vcpupin RUNNING 0 0 --config
    vcpupin RUNNING 0 0-1
    vcpupin RUNNING 0 r
    vcpupin RUNNING 0 r --config
    vcpupin RUNNING 0 0-1,^1
    vcpupin RUNNING 0 ^1
    vcpupin RUNNING 0 0-1,^1-1
    vcpupin RUNNING 0 '0 - 1'
    vcpupin RUNNING 0 ' 0 , 1 '
    vcpupin RUNNING 0 x
    vcpupin RUNNING 0 1x
    vcpupin RUNNING 0 '0,'
    vcpupin RUNNING 0 '0,,1'
    vcpupin RUNNING 0 '1-0'
    vcpupin RUNNING 0 '2'
    vcpupin RUNNING 0 '2-4'
    vcpupin RUNNING 0 '0,5'
    vcpupin RUNNING 0 '9999'
    vcpupin RUNNING 0 '99999999999'
    vcpupin RUNNING 0 '16384'
    vcpupin RUNNING 0 '16383'
    vcpupin RUNNING 0 '0-16383'
    vcpupin RUNNING 0 '0-16384'
    vcpupin RUNNING 0 '-1'
    vcpupin RUNNING 0 '+1'
    vcpupin RUNNING 0 '!1'
    vcpupin RUNNING 0 '0-'
    vcpupin RUNNING 0 '0-1-2'
    vcpupin RUNNING 0 '0,^0'
    vcpupin RUNNING 0 'R'
    vcpupin RUNNING 0 'rr'
    vcpupin RUNNING 0 '00'
    vcpupin RUNNING 0 '0x1'
    vcpupin RUNNING 0 '0 1'
    vcpupin RUNNING 0 '0-1 r'
    vcpupin RUNNING 0 ' r'
    vcpupin RUNNING 0 'all'
    vcpupin RUNNING 0 ' '
    vcpupin RUNNING 0 '^'
    vcpupin RUNNING 0 ','
    vcpupin RUNNING 9 0
    vcpupin RUNNING 4294967295 0
    vcpupin RUNNING 4294967296 0
    vcpupin RUNNING 3 0
    vcpupin RUNNING 3 0 --config
    vcpupin RUNNING 3 0 --live
    vcpupin RUNNING 1 0 --live --config
    vcpupin OFF 0 0
    vcpupin OFF 0 0 --live
    vcpupin OFF 0 0 --config
    vcpupin OFF 0 r
    vcpupin TRANSIENT 0 0
    vcpupin TRANSIENT 0 0 --config
    -r vcpupin RUNNING
    -r vcpupin RUNNING 0 0
    -q vcpupin RUNNING
    emulatorpin RUNNING
    emulatorpin OFF
    emulatorpin TRANSIENT
    emulatorpin TRANSIENT --config
    emulatorpin RUNNING --live --config
    emulatorpin RUNNING --current --live
    emulatorpin RUNNING --live
    emulatorpin RUNNING --config
    emulatorpin OFF --live
    emulatorpin RUNNING ''
    emulatorpin RUNNING 0
    emulatorpin RUNNING
    emulatorpin RUNNING 1 --config
    emulatorpin RUNNING --config
    emulatorpin RUNNING 0-1 --live --config
    emulatorpin RUNNING
    emulatorpin RUNNING r
    emulatorpin RUNNING --cpulist r --config
    emulatorpin RUNNING x
    emulatorpin RUNNING 5
    emulatorpin OFF 1
    emulatorpin OFF
    emulatorpin OFF 1 --live
    emulatorpin TRANSIENT 1
    -r emulatorpin RUNNING
    -r emulatorpin RUNNING 1
    -q emulatorpin RUNNING
    emulatorpin nope
    emulatorpin
    setvcpu RUNNING 1
    setvcpu RUNNING 1 --enable
    setvcpu RUNNING 3 --enable
    setvcpu RUNNING 2 --enable
    setvcpu RUNNING 2 --disable
    setvcpu RUNNING 2 --enable --disable
    setvcpu RUNNING 2 --disable --live --current
    setvcpu RUNNING 2 --disable --config --current
    setvcpu RUNNING 2-3 --enable --config
    setvcpu RUNNING 2-3 --enable --live --config
    setvcpu RUNNING x --enable
    setvcpu RUNNING '' --enable
    setvcpu RUNNING
    setvcpu RUNNING --enable
    setvcpu RUNNING 9 --enable
    setvcpu RUNNING 0 --disable
    setvcpu OFF 3 --disable --config
    setvcpu OFF 3 --disable
    setvcpu OFF 3 --enable --live
    setvcpu TRANSIENT 3 --enable --config
    -r setvcpu RUNNING 2 --enable
    setvcpus OFF 2
    setvcpus OFF 2 --config
    setvcpus OFF 9 --config
    setvcpus OFF 9 --config --maximum
    setvcpus OFF 4 --config --maximum
    setvcpus OFF 3 --maximum
    setvcpus OFF 3 --guest
    setvcpus OFF 3 --guest --config
    setvcpus OFF 3 --live
    setvcpus OFF 3 --current
    setvcpus OFF 3 --current --live
    setvcpus OFF 0 --config
    setvcpus OFF x --config
    setvcpus OFF -1 --config
    setvcpus OFF 4294967295 --config
    setvcpus OFF 70000 --config
    setvcpus OFF 3 --hotpluggable --config
    setvcpus OFF 3 --hotpluggable
    setvcpus RUNNING 3 --hotpluggable --live
    setvcpus RUNNING 2
    setvcpus RUNNING 3 --guest
    setvcpus RUNNING 1 --config --live
    setvcpus RUNNING 9 --live
    -r setvcpus RUNNING 1
    setvcpus nope 0
    setvcpus RUNNING 0
    """
}
