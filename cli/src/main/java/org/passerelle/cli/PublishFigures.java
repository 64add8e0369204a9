package org.passerelle.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.LongWork;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.EarlierRelease;
import org.passerelle.disclosure.Figures;
import org.passerelle.disclosure.Protection;
import org.passerelle.disclosure.PublishedFolder;
import org.passerelle.disclosure.Records;
import org.passerelle.disclosure.RecordsReader;
import org.passerelle.disclosure.Release;
import org.passerelle.disclosure.ReleaseReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts records, protects the figures and writes them, if they pass the audit. */
@Command(
    name = "publish",
    description =
        "Counts records for the tables of a release, suppresses or rounds what could identify somebody,"
            + " attacks the result, and writes it if no small figure can be derived.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:published",
      "1:the audit failed; only its report was written",
      "2:bad input; nothing was written"
    })
final class PublishFigures implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "DATA.csv",
      description = "One person per row unless the release says otherwise, with a header.")
  Path data = Path.of("");

  @Option(
      names = "--release",
      paramLabel = "RELEASE.yaml",
      required = true,
      description = "Population, variables, tables and policy; see docs/disclosure.md.")
  Path declaration = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to create; a release is never overwritten.")
  Path out = Path.of("");

  @Option(
      names = "--previous",
      paramLabel = "DIR",
      arity = "1..*",
      description = "Earlier releases, as published.")
  List<Path> previous = List.of();

  @Mixin AuditAnswer answer = new AuditAnswer();

  @Override
  public Integer call() {
    answer.check();
    ReadFile.exists(data);
    LongWork work = new LongWork(spec.commandLine().getErr());
    try {
      PublishedFolder.isFree(out);
      Release release = ReadFile.of(declaration, PublishFigures::release);
      work.at("counting", 0);
      Records records =
          ReadFile.of(
              data,
              file -> {
                try (var text = Files.newBufferedReader(file)) {
                  return RecordsReader.read(file.toString(), text, release);
                }
              });
      if (records.leftOut() > 0) {
        spec.commandLine()
            .getErr()
            .println(
                "%d rows do not count: their persons have more than rows: %d allows."
                    .formatted(records.leftOut(), release.counting().rows()));
      }
      Figures figures = Figures.count(records);
      List<EarlierRelease> earlier = PublishedFolder.earlier(release, previous);
      work.at("protecting", 0.2);
      Protection protection = Protection.of(figures, earlier);
      PublishedFolder.write(out, figures, protection, answer.language);
      work.end();
      PrintWriter standard = spec.commandLine().getOut();
      answer.print(standard, records.release(), protection.audit());
      return protection.audit().passed() ? 0 : 1;
    } catch (BadRelease e) {
      work.end();
      throw new BadInput(BadInput.sentence(e));
    } catch (java.io.IOException e) {
      work.end();
      throw new BadInput("%s cannot be written (%s).".formatted(out, BadInput.sentence(e)));
    }
  }

  private static Release release(Path file) throws java.io.IOException {
    try (var text = Files.newBufferedReader(file)) {
      return ReleaseReader.read(file.toString(), text);
    }
  }
}
