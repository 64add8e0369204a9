package org.passerelle.cli;

import java.io.PrintWriter;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.disclosure.AuditFiles;
import org.passerelle.disclosure.AuditReport;
import org.passerelle.disclosure.Release;
import picocli.CommandLine.Option;

/** Prints the result of an audit, for people or for programs. */
final class AuditAnswer {
  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "text or json; default text.")
  String format = "text";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Language of the audit: en, fr or sr; default en.")
  String language = "en";

  void check() {
    if (!format.equals("text") && !format.equals("json")) {
      throw new BadInput("There is no format %s. Maybe text or json.".formatted(format));
    }
    if (!AuditFiles.LANGUAGES.contains(language)) {
      throw new BadInput(
          "There is no audit in %s. Maybe it is one of %s."
              .formatted(language, String.join(", ", AuditFiles.LANGUAGES)));
    }
  }

  void print(PrintWriter out, Release release, AuditReport report) {
    AuditFiles files = new AuditFiles(release, report, null, language);
    out.print(format.equals("json") ? files.json() : files.text());
    out.flush();
  }
}
