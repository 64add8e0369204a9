package org.passerelle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.DemoUsers;
import org.passerelle.cli.terminal.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Starts three nodes in three countries on this machine, each a process with a folder and keys of
 * its own, connects them, and tells the story to follow. Ending the command ends all three.
 */
@Command(
    name = "demo-region",
    description =
        "Starts three connected nodes (Skopje, Athens, Paris) on this machine, and tells"
            + " the story to follow.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoRegion implements Callable<Integer> {
  private static final List<String> HOUSES = List.of("skopje", "athens", "paris");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int HIGHEST_PORT = 65_535;

  @Spec CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Folder of the three nodes; default var/demo-region beside the program.")
  @Nullable Path dir;

  @Option(
      names = "--base-port",
      paramLabel = "N",
      description = "Port of the first node, the others follow; default 8101.")
  int basePort = 8101;

  private final Map<String, Process> running = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    Path folder = (dir == null ? Folders.beside("demo-region") : dir).toAbsolutePath().normalize();
    check(folder);
    // ending this command, also with Ctrl-C, ends the nodes
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Three nodes are starting: Skopje, Athens and Paris.");
    out.flush();
    for (int i = 0; i < HOUSES.size(); i++) {
      running.put(HOUSES.get(i), start(HOUSES.get(i), folder, basePort + i));
    }
    if (!met(folder, out)) {
      return 1;
    }
    tell(out, folder);
    for (Process house : running.values()) {
      house.waitFor();
    }
    out.println("A node has ended; see its log.");
    return 1;
  }

  private void check(Path folder) {
    if (basePort < 1 || basePort + HOUSES.size() - 1 > HIGHEST_PORT) {
      throw new BadInput(
          "--base-port takes a number from 1 to %d, not %d."
              .formatted(HIGHEST_PORT - HOUSES.size() + 1, basePort));
    }
    InetAddress here = Ports.resolve("127.0.0.1");
    for (int i = 0; i < HOUSES.size(); i++) {
      Ports.check(here, basePort + i);
    }
    try {
      Files.createDirectories(folder.resolve("meeting"));
      for (String house : HOUSES) {
        Files.deleteIfExists(folder.resolve("meeting").resolve(house + ".met"));
        Files.deleteIfExists(folder.resolve("meeting").resolve(house + ".node.txt"));
      }
    } catch (IOException e) {
      throw new BadInput("--dir: the folder %s cannot be written.".formatted(folder));
    }
  }

  private static Process start(String house, Path folder, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> !a.startsWith("-agentlib") && !a.startsWith("-Xmx"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx640m",
            "-cp",
            System.getProperty("java.class.path"),
            "org.passerelle.cli.Passerelle",
            "serve",
            "--demo=0",
            "--region",
            house,
            "--region-folder",
            folder.resolve("meeting").toString(),
            "--data",
            folder.resolve(house).toString(),
            "--node",
            house,
            "--port",
            String.valueOf(port),
            "--address",
            "http://localhost:" + port));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve(house + ".out").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean met(Path folder, PrintWriter out) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      for (Map.Entry<String, Process> one : running.entrySet()) {
        if (!one.getValue().isAlive()) {
          out.printf(
              "%s did not start; see %s.%n", one.getKey(), folder.resolve(one.getKey() + ".out"));
          out.flush();
          return false;
        }
      }
      if (HOUSES.stream()
          .allMatch(h -> Files.exists(folder.resolve("meeting").resolve(h + ".met")))) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
    out.println("The nodes did not connect with each other within five minutes; see their logs.");
    out.flush();
    return false;
  }

  private void tell(PrintWriter out, Path folder) {
    String skopje = at("skopje", 0);
    String athens = at("athens", 1);
    String paris = at("paris", 2);
    out.printf(
        """

        They know each other: descriptions exchanged, keys compared, two administrators of each agreed.
        All people and cases are invented, on this machine only. Everybody's password: %s

          Skopje  %s  biljana.skopje (focal point), goce.skopje (deputy), olgica.skopje (national coordinator)
          Athens  %s  eleni.athens (focal point), nikos.athens (supervisor)
          Paris   %s  camille.paris (focal point), nadia.paris (supervisor)

        The story: a child begging in Skopje, stopped at the Greek border and tried for theft in Paris is three
        files in three scripts.
        1. Paris, camille.paris: open the only case, “Mila”. Known elsewhere, Ask elsewhere: tick Skopje and
           Athens; basis: law, with a reason and an instrument for the transfer.
        2. Skopje and Athens: Asked for here. Each sees that its own file of the child was asked for: likely,
           with whom to call. Paris reads both answers within seconds. No name has left an installation.
        3. Paris: in the case, Hand-over abroad, to the contact point in Skopje, with a journey. Choose what goes
           along, record the basis, send. Skopje: take it in hand, read, accept it into the case it has.
        4. Paris: stage 4, record risk, best interests, consent, then the journey. Skopje: reception, arrival,
           the report after a month.
        5. Kosovo has no node. Paris hands over to its letterbox without a journey, for family tracing; Letterbox:
           make the code and a link. Open the link on a telephone and answer.
        """,
        DemoUsers.PASSWORD, skopje, athens, paris);
    out.printf("%nTheir folders, keys and logs: %s%nCtrl-C stops all three.%n", folder);
    out.flush();
  }

  /** A host name for each: a browser keeps one session per name, whatever the port. */
  private String at(String house, int index) {
    return "http://" + house + ".localhost:" + (basePort + index);
  }

  private void end() {
    running.values().forEach(Process::destroy);
    for (Process house : running.values()) {
      try {
        if (!house.waitFor(20, TimeUnit.SECONDS)) {
          house.destroyForcibly();
        }
      } catch (InterruptedException e) {
        house.destroyForcibly();
      }
    }
  }
}
