/// A line for each command of virtsh, asked on a host with the domains `lab`, which runs, and `test`. `%` is a folder with files.
///
/// A command that no line begins with makes ``EveryCommandFormTests`` fail: whoever adds one adds a line, or says why there is none.
enum CommandsForForms {
  /// These end, wait, take the terminal, or ask an editor; or what they print is not theirs.
  static let unasked: Set = [
    "exit", "quit", "connect", "disconnect", "event", "subscribe", "unsubscribe", "console", "edit", "watch", "complete", "help",
    "hostlog",
  ]

  /// These put the machine to sleep or take its memory: only a test host is asked.
  static let onlyTestHosts: Set = ["nodesuspend", "allocpages"]

  /// Every column of `list`.
  static let columns = """
    id,name,state,title,uuid,reason,vcpus,maxvcpus,memory,maxmemory,cputime,autostart,persistent,managedsave,snapshots,pending,address,\
    disks,nics,networks,os,type,machine,description
    """

  /// What a line begins with.
  static func command(_ line: String) -> String { line.split(separator: " ").first.map(String.init) ?? "" }

  /// One line of each command about domains, for several of them: by a pattern or by their names.
  static let several: [String] = {
    var seen: Set<String> = []
    return lines.compactMap { line in
      let words = line.split(separator: " ")
      guard words.count > 1, ["lab", "test"].contains(words[1]), seen.insert(command(line)).inserted else { return nil }
      let domains: Substring = seen.count.isMultiple(of: 2) ? "'*'" : "lab,test"
      return ([words[0], domains] + words.dropFirst(2)).joined(separator: " ")
    }
  }()

  static let lines = [
    "allocpages 2M 1", "attach-device test %/vdb.xml --config", "attach-disk test /guest/new.img vdb --config",
    "attach-disk lab /guest/new.img vdb --print-xml",
    "attach-interface test network default --config", "autostart lab", "autostart lab --disable", "blkiotune lab",
    "blkiotune lab --weight 500",
    "capabilities", "cd /", "connection", "cpu-baseline %/cpus.xml", "cpu-compare %/cpus.xml", "cpu-models x86_64", "cpu-stats lab",
    "cpu-stats lab --total", "create %/new.xml",
    "define %/new.xml", "desc lab", "desc lab --title", "desc test words", "destroy lab", "detach-device lab %/vda.xml --config",
    "detach-disk lab vda --config", "detach-disk lab vda --print-xml", "detach-interface lab network --config", "domblkerror lab",
    "domblkinfo lab vda", "domblkinfo lab --all", "domblklist lab", "domblklist lab --details", "domblkstat lab vda", "domcapabilities",
    "domcontrol lab", "domdisplay lab", "domdisplay lab --all", "domid lab", "domif-getlink lab labnet0", "domifaddr test", "domiflist lab",
    "domifstat lab labnet0", "dominfo lab", "dommemstat lab", "domname 1", "domrename test other", "domstate lab", "domstate lab --reason",
    "domstats", "domstats lab --block", "domtime lab", "domtime lab --pretty", "domuuid lab", "dumpxml lab", "echo words",
    "emulatorpin lab",
    "emulatorpin lab 0", "freecell", "freecell --all", "freepages --all",
    "freepages --cellno 0 --pagesize 4", "hostname", "hypervisor-cpu-baseline %/cpus.xml", "hypervisor-cpu-compare %/cpus.xml",
    "iothreadadd lab 5 --config", "iothreaddel lab 1 --config",
    "iothreadinfo lab", "iothreadinfo lab --config", "iothreadpin lab 1 0 --config", "iothreadset lab 1 --poll-grow 2", "list",
    "list --all",
    "list --all --title", "list --all --columns \(columns)", "list --name", "list --uuid", "list --id", "list --managed-save",
    "managedsave lab", "managedsave-remove lab",
    "maxvcpus", "memtune lab", "memtune lab --hard-limit 1G", "metadata lab urn:x", "metadata lab urn:x --key k --set <a/>",
    "node-memory-tune", "nodecpumap",
    "nodecpumap --pretty", "nodecpustats", "nodecpustats --cpu 0", "nodeinfo", "nodememstats", "nodesuspend mem 60", "numatune lab",
    "numatune lab --nodeset 0",
    "pwd", "reboot lab", "reset lab", "restore %/nosuch.save", "resume lab", "save lab %/lab.save", "schedinfo lab", "self-test",
    "send-key lab 30", "setmaxmem lab 1G --config", "setmem lab 100M", "setvcpu lab 1 --disable", "setvcpus lab 1", "shutdown lab",
    "start lab",
    "suspend lab", "sysinfo", "ttyconsole lab", "undefine lab", "update-device lab %/vda.xml", "uri", "vcpucount lab",
    "vcpucount lab --maximum --live", "vcpuinfo lab", "vcpupin lab", "vcpupin lab 0 0", "version", "version --daemon", "vncdisplay lab",
  ]
}
