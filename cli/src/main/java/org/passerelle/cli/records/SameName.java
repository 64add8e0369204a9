package org.passerelle.cli.records;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.linkage.names.RegionalNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides whether two spellings are the same name, and why. */
@Command(
    name = "same-name",
    description = "Decides whether two spellings are the same name, in any script, and why.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:answered, even if the answer is no", "2:bad input"})
public final class SameName implements Callable<Integer> {
  /** Maximum length of a name. */
  static final int LONGEST_NAME = 1_000;

  private static final List<String> LANGUAGES = List.of("en", "fr", "sr-Cyrl", "sr-Latn");
  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..2",
      paramLabel = "NAME",
      description = "Two names, each in quotation marks.")
  List<String> names = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "CSV or TSV with a pair in each row: columns name1 and name2, otherwise the last two text"
              + " columns. Writes name1,name2,probability,same to standard output.")
  @Nullable Path pairs;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Language of the answer: en, fr, sr-Cyrl or sr-Latn; default en.")
  String language = "en";

  @Override
  public Integer call() {
    if (!LANGUAGES.contains(language)) {
      throw new BadInput(
          "There is no language %s. Maybe it is one of %s."
              .formatted(language, String.join(", ", LANGUAGES)));
    }
    if (pairs != null && !names.isEmpty()) {
      throw new BadInput("Either two names or --pairs FILE is expected, not both.");
    }
    if (pairs != null) {
      print(NamePairFile.read(pairs).answered(RegionalNames.load()));
    } else {
      print(answer());
    }
    return 0;
  }

  private String answer() {
    if (names.size() != 2) {
      throw new BadInput(
          "%d of two names were given. Maybe put each in quotation marks: same-name \"Hoxha\" \"Χότζα\"."
              .formatted(names.size()));
    }
    names.forEach(SameName::check);
    return new NameAnswer(language).text(RegionalNames.load().compare(names.get(0), names.get(1)));
  }

  private static void check(String name) {
    if (name.isBlank()) {
      throw new BadInput("A name is empty. Maybe there is nothing between its quotation marks.");
    }
    if (name.length() > LONGEST_NAME) {
      throw new BadInput(
          "A name is %,d characters long; at most %,d are compared. Maybe it is a whole text."
              .formatted(name.length(), LONGEST_NAME));
    }
    if (name.indexOf('\uFFFD') >= 0) {
      throw new BadInput(
          "A name did not arrive as it was typed. Maybe the terminal is not set to UTF-8 (LC_ALL=C.UTF-8).");
    }
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
