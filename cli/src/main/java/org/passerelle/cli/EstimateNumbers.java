package org.passerelle.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.cli.terminal.SeedOption;
import org.passerelle.estimation.BadTable;
import org.passerelle.estimation.CaptureHistories;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.NoEstimate;
import org.passerelle.estimation.Sentence;
import org.passerelle.estimation.Settings;
import org.passerelle.estimation.Study;
import org.passerelle.estimation.StudyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Estimates how many people there are from who was seen on which lists. */
@Command(
    name = "estimate",
    description = "Estimates how many people there are from who was seen on which lists.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:answered, also where the answer is that there is no estimate",
      "2:bad input"
    })
final class EstimateNumbers implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "TABLE",
      description =
          "CSV: one 0/1 column per list and a last column count, or one row per person without"
              + " it.")
  Path file = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "all",
      description =
          "stepwise, bic, dga (up to seven lists), lcmcr, chao, coverage, loglinear or all;"
              + " default all.")
  String method = "all";

  @Option(
      names = "--threshold",
      paramLabel = "P",
      defaultValue = "0.02",
      description = "p-value below which a pair enters the stepwise model; default 0.02.")
  double threshold = 0.02;

  @Option(
      names = "--max-order",
      paramLabel = "N",
      description =
          "Maximum number of lists in an interaction; default depending on the number of lists.")
  @Nullable Integer maxOrder;

  @Option(
      names = "--bootstrap",
      paramLabel = "B",
      defaultValue = "1000",
      description = "Replicates; 0 for the point estimate alone; default 1000.")
  int bootstrap = 1000;

  @Option(
      names = "--level",
      paramLabel = "L",
      defaultValue = "0.95",
      description = "Level of the intervals; default 0.95.")
  double level = 0.95;

  @Mixin PriorOptions priors = new PriorOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text, json or html; default text.")
  String format = "text";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Language of the report: en, fr or sr; default en.")
  String language = "en";

  @Mixin SeedOption seed = new SeedOption();

  @Mixin AnswerOptions answer = new AnswerOptions();

  @Override
  public Integer call() {
    answer.check(format, List.of("text", "json", "html"));
    if (!StudyReport.LANGUAGES.contains(language)) {
      throw new BadInput(
          "There is no report in %s. Maybe it is one of %s."
              .formatted(language, String.join(", ", StudyReport.LANGUAGES)));
    }
    List<Study.Method> methods = methods();
    Settings settings = settings();
    String report = report(methods, settings);
    answer.write(spec.commandLine().getOut(), writer -> writer.write(report));
    return 0;
  }

  private List<Study.Method> methods() {
    if (method.equals("all")) {
      return List.of(Study.Method.values());
    }
    return Arrays.stream(Study.Method.values())
        .filter(m -> m.id().equals(method))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new BadInput(
                    "There is no method %s. Maybe it is one of %s, all."
                        .formatted(
                            method,
                            Arrays.stream(Study.Method.values())
                                .map(Study.Method::id)
                                .collect(Collectors.joining(", ")))));
  }

  private Settings settings() {
    if (maxOrder != null && maxOrder < 1) {
      throw new BadInput("The order is %d. Maybe it should be 1 to 8.".formatted(maxOrder));
    }
    try {
      return new Settings(
          threshold,
          maxOrder == null ? 0 : maxOrder,
          bootstrap,
          seed.value(),
          level,
          Runtime.getRuntime().availableProcessors(),
          priors.told());
    } catch (IllegalArgumentException e) {
      throw new BadInput(BadInput.sentence(e));
    }
  }

  private String report(List<Study.Method> methods, Settings settings) {
    try {
      Study study = new Study(table(), settings);
      sayWhatIsRefused(study, methods);
      List<Estimate> estimates = study.estimates(methods);
      StudyReport report = StudyReport.of(study, estimates, language);
      return switch (format.toLowerCase(Locale.ROOT)) {
        case "json" -> report.json();
        case "html" -> report.html();
        default -> report.text();
      };
    } catch (NoEstimate e) {
      throw new BadInput(BadInput.sentence(e));
    }
  }

  /** Reports refused methods before the others run, which may take minutes. */
  private void sayWhatIsRefused(Study study, List<Study.Method> methods) {
    for (Study.Method one : methods) {
      Optional<Sentence> refusal = study.refusal(one);
      if (refusal.isPresent() && methods.size() == 1) {
        throw new BadInput(refusal.get().in("en"));
      }
      refusal.ifPresent(why -> spec.commandLine().getErr().println(one.id() + ": " + why.in("en")));
    }
    spec.commandLine().getErr().flush();
  }

  private CaptureHistories table() {
    try {
      return ReadFile.of(file, CaptureHistories::read);
    } catch (BadTable e) {
      throw new BadInput(BadInput.sentence(e));
    }
  }
}
