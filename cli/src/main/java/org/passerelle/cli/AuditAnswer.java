package org.passerelle.cli;

import java.io.PrintWriter;
import org.passerelle.disclosure.AuditFiles;
import org.passerelle.disclosure.AuditReport;
import org.passerelle.disclosure.Release;
import picocli.CommandLine.Option;

/** What an audit found, printed for people or for programs. */
final class AuditAnswer {
  private static final int MOST_LISTED = 50;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text or json; text unless told.")
  String format = "text";

  void check() {
    if (!format.equals("text") && !format.equals("json")) {
      throw new BadInput("There is no format %s. Maybe text or json.".formatted(format));
    }
  }

  void print(PrintWriter out, Release release, AuditReport report) {
    if (format.equals("json")) {
      out.print(new AuditFiles(release, report, null).json());
    } else {
      out.printf(
          "%s: %d figures, %d hidden, %d cells attacked%s.%n",
          release.id(),
          report.figures(),
          report.hidden(),
          report.attacked(),
          report.insidersKnown()
              ? ", %d persons who know their own cell".formatted(report.insiders())
              : "");
      report.findings().stream().limit(MOST_LISTED).forEach(finding -> out.println("  " + finding));
      int more = report.findings().size() - MOST_LISTED;
      if (more > 0) {
        out.printf("  and %d more.%n", more);
      }
      report
          .intervals()
          .forEach(
              one ->
                  out.printf(
                      "  %s: %d to %s%n",
                      one.cell(), one.low(), one.high() >= 1L << 39 ? "any" : "" + one.high()));
      out.println(
          report.passed()
              ? "Passed: nothing small can be worked out."
              : "Not passed: %d cells must not leave like this."
                  .formatted(report.findings().size()));
    }
    out.flush();
  }
}
