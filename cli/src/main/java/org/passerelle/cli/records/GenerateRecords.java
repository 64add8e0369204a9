package org.passerelle.cli.records;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.Progress;
import org.passerelle.linkage.generator.Design;
import org.passerelle.linkage.generator.DesignList;
import org.passerelle.linkage.generator.FamilyList;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates invented records of agencies in several countries, with the true identities. */
@Command(
    name = "generate-records",
    description =
        "Generates invented records of agencies in several countries, with the true identities, to"
            + " evaluate record linkage.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the file was written", "2:bad input"})
public final class GenerateRecords implements Callable<Integer> {
  private static final int MOST = 20_000_000;
  private static final int MOST_OF_ONE_PLACE = 1_000_000;
  @Spec CommandSpec spec;

  @Option(
      names = "--persons",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Number of persons, with about 1.9 records each; default 1000.")
  int persons = 1000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same file; default 1.")
  long seed = 1;

  @Option(
      names = "--families",
      paramLabel = "SHARE",
      description =
          "Generate a list of one place instead, with addresses; this share of its persons, 0 to"
              + " 1, lives in families.")
  @Nullable Double families;

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      description =
          "Write a list in which persons are hard to tell apart instead: ${COMPLETION-CANDIDATES}.")
  @Nullable Design design;

  @Option(
      names = "--mistakes",
      paramLabel = "TIMES",
      defaultValue = "1",
      description = "Error rate relative to the usual one, 0 to 5; default 1.")
  double mistakes = 1;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "File to write (CSV, UTF-8); the column person contains the true identity.")
  Path out = Path.of("");

  @Override
  public Integer call() {
    if (persons < 1 || persons > MOST) {
      throw new BadInput(
          "The number of persons is %d. Maybe it should be 1 to %,d.".formatted(persons, MOST));
    }
    if (!(mistakes >= 0 && mistakes <= 5)) {
      throw new BadInput(
          "The error rate is %s times the usual one. Maybe 0 to 5.".formatted(mistakes));
    }
    OutFile.check(out);
    if (families != null && design != null) {
      throw new BadInput("--families and --design each generate a different list. Maybe drop one.");
    }
    if (families != null) {
      return place(families);
    }
    if (design != null) {
      return designed(design);
    }
    Progress progress = new Progress(spec.commandLine().getErr());
    AtomicInteger records = new AtomicInteger();
    OutFile.stream(
        out,
        file ->
            records.set(
                RecordFile.write(
                    RecordGenerator.load(mistakes),
                    persons,
                    seed,
                    file,
                    n -> progress.rows("persons", n))));
    progress.end();
    spec.commandLine()
        .getOut()
        .printf("%s: %,d records of %,d invented persons.%n", out, records.get(), persons);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int designed(Design of) {
    if (persons > MOST_OF_ONE_PLACE) {
      throw new BadInput(
          "The number of persons is %d. Maybe it should be at most %,d for a design."
              .formatted(persons, MOST_OF_ONE_PLACE));
    }
    OutFile.stream(out, file -> file.write(DesignList.csv(of, persons, seed)));
    spec.commandLine()
        .getOut()
        .printf("%s: records of %,d invented persons, %s.%n", out, persons, of);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int place(double share) {
    if (!(share >= 0 && share <= 1) || persons > MOST_OF_ONE_PLACE) {
      throw new BadInput(
          "The share of families is %s of %d persons. Maybe it should be 0 to 1, of at most %,d."
              .formatted(share, persons, MOST_OF_ONE_PLACE));
    }
    OutFile.stream(
        out, file -> file.write(FamilyList.csv(FamilyList.Shape.WHOLE, persons, share, seed)));
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s: records of %,d invented persons, %.0f %% of them in families.%n",
            out,
            persons,
            100 * share);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
