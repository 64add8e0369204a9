package org.passerelle.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The operator acts as the second person while no other user can decide. */
@Command(
    name = "approve",
    description = {
      "Approves an administrator's request that no other user can decide yet.",
      "Without a code it lists the open requests. Ask the person concerned before you approve."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:bad input, or a user of this node can decide it"})
final class Approve implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the running server; default var/data beside the program.")
  @Nullable Path data;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CODE",
      description = "Code of the request, such as 7UJ-HPN.")
  @Nullable String code;

  @Override
  public Integer call() {
    Path folder = Folders.data(data, false);
    if (!Files.isDirectory(folder)) {
      throw new BadInput("There is no folder %s. Maybe name it with --data.".formatted(folder));
    }
    ServerFile.Running running =
        ServerFile.read(folder)
            .filter(r -> DataFolder.inUse(folder))
            .orElseThrow(
                () ->
                    new BadInput(
                        "No Passerelle runs on %s. Maybe start it with ./passerelle serve first."
                            .formatted(folder)));
    PrintWriter out = spec.commandLine().getOut();
    if (code == null) {
      list(running, out);
      return 0;
    }
    if (!code.matches("[0-9A-Za-z]{3}-[0-9A-Za-z]{3}")) {
      throw new BadInput(
          "%s is not the code of a request. Maybe it looks like 7UJ-HPN.".formatted(code));
    }
    byte[] said = RunningServer.get(running, "/house/approve/" + code);
    out.printf(
        "Approved and carried out, %s: %s%n", code, new String(said, StandardCharsets.UTF_8));
    return 0;
  }

  private static void list(ServerFile.Running running, PrintWriter out) {
    List<String> lines =
        new String(RunningServer.get(running, "/house/approve"), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (lines.isEmpty()) {
      out.println("Nothing awaits the operator.");
      return;
    }
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      out.printf("%s  %s Asked by %s.%n", parts[0], parts[1], parts[2]);
    }
  }
}
