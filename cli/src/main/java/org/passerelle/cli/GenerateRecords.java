package org.passerelle.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes invented records of agencies of several countries, with the truth who is whom. */
@Command(
    name = "generate-records",
    description =
        "Writes invented records of agencies of several countries, with the truth who is whom, to"
            + " measure linkage by.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the file is written", "2:bad input"})
final class GenerateRecords implements Callable<Integer> {
  private static final int MOST = 20_000_000;
  @Spec CommandSpec spec;

  @Option(
      names = "--persons",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many persons; about 1.9 records to each; 1000 unless told.")
  int persons = 1000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same file; 1 unless told.")
  long seed = 1;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "File to write (CSV, UTF-8); the column person holds the truth.")
  Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (persons < 1 || persons > MOST) {
      throw new BadInput(
          "The number of persons is %d. Maybe it should be 1 to %,d.".formatted(persons, MOST));
    }
    OutFile.check(out);
    Path part = Files.createTempFile(folder(), ".passerelle", ".part");
    Progress progress = new Progress(spec.commandLine().getErr());
    try {
      int records;
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        records =
            RecordFile.write(
                RecordGenerator.load(), persons, seed, file, n -> progress.rows("persons", n));
      }
      progress.end();
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      spec.commandLine()
          .getOut()
          .printf("%s: %,d records of %,d invented persons.%n", out, records, persons);
      spec.commandLine().getOut().flush();
    } finally {
      Files.deleteIfExists(part);
    }
    return 0;
  }

  private Path folder() {
    Path parent = out.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new BadInput("%s is no file that can be written.".formatted(out));
    }
    return parent;
  }
}
