package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * The generated parts of docs/estimation.md and all values in docs/estimation-values.md; written
 * anew with {@code -Dwrite.estimation}, which takes some minutes.
 */
@EnabledIf("org.passerelle.estimation.Reference#present")
class ComparisonDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/estimation.md");
  private static final Path VALUES = Path.of("../../docs/estimation-values.md");
  private static final int SEEDS = 20;

  @Test
  void theDocumentListsEveryComparedValue() throws IOException {
    String compared = Comparison.points().size() + " values are compared";
    assertThat(Files.readString(DOCUMENT)).contains(compared);
    assertThat(Files.readString(VALUES)).contains(compared);
  }

  @Test
  @EnabledIfSystemProperty(named = "write.estimation", matches = ".*")
  void writes() throws IOException {
    replace(DOCUMENT, "summary", summary());
    replace(VALUES, "comparison", comparison());
    replace(VALUES, "intervals", intervals());
    replace(DOCUMENT, "chains", chains());
    replace(DOCUMENT, "speed", speed());
  }

  private static void replace(Path page, String part, String text) throws IOException {
    String document = Files.readString(page);
    String begin = "<!-- " + part + " -->\n";
    String end = "<!-- end of " + part + " -->";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf(end);
    Files.writeString(page, document.substring(0, from) + text + document.substring(to));
  }

  /** How many values of each program agree; a note of some length explains a difference. */
  private static String summary() {
    List<ComparedValues.Row> rows = Comparison.points();
    StringBuilder out = new StringBuilder(counted(rows));
    out.append(
        """
        | program | values | agree | explained | do not agree | largest relative difference where they agree |
        |---|---|---|---|---|---|
        """);
    for (String tool : rows.stream().map(ComparedValues.Row::tool).distinct().toList()) {
      List<ComparedValues.Row> own = rows.stream().filter(row -> row.tool().equals(tool)).toList();
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %d | %d | %.1e |%n",
              tool,
              own.size(),
              own.stream().filter(ComparisonDocumentTest::exact).count(),
              own.stream().filter(ComparisonDocumentTest::explained).count(),
              own.stream().filter(row -> !row.agrees()).count(),
              own.stream()
                  .filter(row -> exact(row) && !row.note().equals("absolute"))
                  .mapToDouble(ComparedValues.Row::difference)
                  .max()
                  .orElse(0)));
    }
    return out.toString();
  }

  private static boolean exact(ComparedValues.Row row) {
    return row.agrees() && row.note().length() < 20;
  }

  private static boolean explained(ComparedValues.Row row) {
    return row.agrees() && row.note().length() >= 20;
  }

  private static String counted(List<ComparedValues.Row> rows) {
    long exact = rows.stream().filter(ComparisonDocumentTest::exact).count();
    long explained = rows.stream().filter(ComparisonDocumentTest::explained).count();
    return "%d values are compared; %d agree within the tolerance, %d are explained in their row, %d do not agree.%n%n"
        .formatted(rows.size(), exact, explained, rows.size() - exact - explained);
  }

  private static String comparison() {
    List<ComparedValues.Row> rows = Comparison.points();
    StringBuilder out = new StringBuilder(counted(rows));
    out.append(
        "| program | table | value | reference | here | difference | |\n|---|---|---|---|---|---|---|\n");
    for (ComparedValues.Row row : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %.1e | %s |%n",
              row.tool(),
              row.dataset(),
              row.what().replace("|", ""),
              row.reference(),
              row.here(),
              row.difference(),
              row.agrees() ? row.note().equals("identical") ? "" : row.note() : "**differs**"));
    }
    return out.toString();
  }

  private static String intervals() {
    StringBuilder out = new StringBuilder();
    out.append(
        "| program | table | limit | reference | smallest of %d seeds here | largest | inside, widened by a tenth |%n|---|---|---|---|---|---|---|%n"
            .formatted(SEEDS));
    int inside = 0;
    int own = 0;
    int ownInside = 0;
    int all = 0;
    for (Reference.Run run : Reference.runs()) {
      boolean stepwise = run.method().equals("stepwise_p0.02_BCa1000");
      boolean bic = run.method().equals("bic_BCa1000");
      if ((!stepwise && !bic) || run.result() == null || !run.result().has("BCa")) {
        continue;
      }
      List<Estimate> seeds = new ArrayList<>();
      Study.Method method = stepwise ? Study.Method.STEPWISE : Study.Method.BIC;
      for (int seed = 1; seed <= 2 * SEEDS; seed++) {
        seeds.add(
            new Study(Reference.table(run.dataset()), Settings.usual().withSeed(seed))
                .estimate(method));
      }
      JsonNode limits = run.result().get("BCa");
      if (bic) {
        String last = "";
        for (String name : limits.propertyNames()) {
          last = name;
        }
        limits = limits.get(last);
      }
      for (String level : limits.propertyNames()) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Estimate e : seeds.subList(0, SEEDS)) {
          Map<?, ?> here = (Map<?, ?>) e.details().getOrDefault("bca", Map.of());
          double value =
              here.get(String.valueOf(Double.parseDouble(level))) instanceof Double v
                  ? v
                  : Double.NaN;
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        double there = limits.get(level).asDouble();
        double wider = 0.1 * (high - low);
        boolean in = there >= low - wider - 1e-6 * there && there <= high + wider + 1e-6 * there;
        inside += in ? 1 : 0;
        all++;
        for (Estimate e : seeds.subList(SEEDS, 2 * SEEDS)) {
          Map<?, ?> here = (Map<?, ?>) e.details().getOrDefault("bca", Map.of());
          if (here.get(String.valueOf(Double.parseDouble(level))) instanceof Double v) {
            own++;
            ownInside += v >= low - wider - 1e-6 * v && v <= high + wider + 1e-6 * v ? 1 : 0;
          }
        }
        out.append(
            String.format(
                Locale.ROOT,
                "| %s %s | %s | %s | %.2f | %.2f | %.2f | %s |%n",
                run.tool(),
                stepwise ? "stepwise" : "BIC",
                run.dataset(),
                level,
                there,
                low,
                high,
                in ? "yes" : "**no**"));
      }
    }
    return String.format(
            Locale.ROOT,
            "%d of %d limits of the reference lie inside. Of this program's own next twenty seeds"
                + " %.1f %% lie inside by the same rule, so that some outside are to be expected; the"
                + " two reference programs used the same draws on Korea and miss together.%n%n",
            inside,
            all,
            100.0 * ownInside / own)
        + out;
  }

  private static String chains() {
    StringBuilder out = new StringBuilder();
    out.append(
        "| table | R-hat there | R-hat here | median there | median here | Monte-Carlo errors apart |\n|---|---|---|---|---|---|\n");
    for (Reference.Run run : Reference.runs()) {
      if (!run.method().equals("K10_10chains")) {
        continue;
      }
      Estimate e = new Study(Reference.table(run.dataset()), Settings.usual()).lcmcr();
      double apart =
          apart(
              run.result().get("chain_medians"),
              (List<?>) e.details().getOrDefault("chainMedians", List.of()));
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %s | %s | %.2f |%n",
              run.dataset(),
              run.result().get("Rhat").asDouble(),
              (Double) e.details().getOrDefault("rHat", Double.NaN),
              run.result().get("median").asString(),
              e.estimate() == null ? "no estimate" : e.estimate().toString(),
              apart));
    }
    return out.toString();
  }

  /** The difference of the chains' mean medians in their joint standard error. */
  private static double apart(JsonNode there, List<?> here) {
    List<Double> a = new ArrayList<>();
    there.forEach(value -> a.add(value.asDouble()));
    List<Double> b = here.stream().map(value -> (Double) value).toList();
    return Math.abs(mean(a) - mean(b)) / Math.sqrt(error(a) + error(b));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double error(List<Double> values) {
    double mean = mean(values);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return squares / (values.size() - 1) / values.size();
  }

  private static String speed() {
    StringBuilder out = new StringBuilder();
    out.append(
        "| table | what | reference, CPU s | here, CPU s | here again, CPU s | times less |\n|---|---|---|---|---|---|\n");
    for (Reference.Run run : Reference.runs()) {
      Study.Method method =
          switch (run.method()) {
            case "stepwise_p0.02_BCa1000" -> Study.Method.STEPWISE;
            case "bic_BCa1000", "bic_point" -> Study.Method.BIC;
            case "bma_full_delta2^-p" -> Study.Method.DGA;
            case "K10_10chains" -> Study.Method.LCMCR;
            default -> null;
          };
      if (method == null || run.result() == null || run.result().has("error")) {
        continue;
      }
      Settings settings =
          Settings.usual().withBootstrap(run.method().equals("bic_point") ? 0 : 1000);
      double first = cpu(run.dataset(), settings, method);
      double warm =
          Math.min(cpu(run.dataset(), settings, method), cpu(run.dataset(), settings, method));
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s %s | %.2f | %.3f | %.3f | %.0f |%n",
              run.dataset(),
              run.tool(),
              run.method(),
              run.cpuSeconds(),
              first,
              warm,
              run.cpuSeconds() / Math.max(warm, 0.01)));
    }
    return out.toString();
  }

  private static double cpu(String dataset, Settings settings, Study.Method method) {
    Study study = new Study(Reference.table(dataset), settings);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = system.getProcessCpuTime();
    study.estimate(method);
    return (system.getProcessCpuTime() - before) / 1e9;
  }
}
