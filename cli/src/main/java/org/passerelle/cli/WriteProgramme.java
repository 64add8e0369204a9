package org.passerelle.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.register.Facts;
import org.passerelle.steer.iati.ActivityFile;
import org.passerelle.steer.iati.Publisher;
import org.passerelle.steer.iati.StandardCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the programme of a year as an IATI activity file, and validates it on request. */
@Command(
    name = "iati",
    description = "Writes the programme of a year as open data (IATI 2.03).",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the file was written",
      "1:the file does not conform to the standard and was not written",
      "2:bad input"
    })
final class WriteProgramme implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--year",
      required = true,
      paramLabel = "YEAR",
      description = "Year of the programme, such as 2019.")
  int year;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "File to write, such as programme.xml.")
  Path out = Path.of("");

  @Option(
      names = "--check",
      paramLabel = "DIR",
      description =
          "Folder with the standard’s schema, rulesets and codelists: the file is written only if it conforms.")
  @Nullable Path standard;

  @Mixin FolderFacts facts = new FolderFacts();

  @Override
  public Integer call() {
    if (year < 1990 || year > 2100) {
      throw new BadInput("--year takes a year from 1990 to 2100, not %d.".formatted(year));
    }
    OutFile.check(out);
    StandardCheck check = standard == null ? null : standard(standard);
    byte[] file = facts.use(this::asked, this::made);
    if (check != null && !fits(check, file)) {
      return 1;
    }
    OutFile.write(out, file);
    spec.commandLine()
        .getOut()
        .printf(
            "%s: the programme of %d%s.%n",
            out, year, check == null ? "" : ", which conforms to the standard");
    return 0;
  }

  private static StandardCheck standard(Path folder) {
    try {
      return StandardCheck.in(folder, Clock.systemUTC());
    } catch (IOException e) {
      throw new BadInput(BadInput.sentence(e));
    }
  }

  private boolean fits(StandardCheck check, byte[] file) {
    try {
      Path fresh = Files.createTempFile("programme", ".xml");
      try {
        Files.write(fresh, file);
        List<StandardCheck.Problem> problems = check.check(fresh);
        PrintWriter err = spec.commandLine().getErr();
        for (StandardCheck.Problem problem : problems) {
          err.printf(
              "%s %s%s: %s%n",
              problem.error() ? "error" : "warning",
              problem.rule(),
              problem.activity().isEmpty() ? "" : " in " + problem.activity(),
              problem.sentence());
        }
        return problems.stream().noneMatch(StandardCheck.Problem::error);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new BadInput("The file cannot be checked: %s.".formatted(BadInput.sentence(e)));
    }
  }

  private byte[] asked(ServerFile.Running server) {
    return RunningServer.get(server, "/house/iati/" + year);
  }

  private byte[] made(Facts known) {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    new ActivityFile(known, Publisher.USUAL, Clock.systemUTC()).write(year, made);
    return made.toByteArray();
  }
}
