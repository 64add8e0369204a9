package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.LongWork;
import org.passerelle.disclosure.Audit;
import org.passerelle.disclosure.AuditReport;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.EarlierRelease;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedFolder;
import org.passerelle.disclosure.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Attacks a published release using only what was published. */
@Command(
    name = "audit",
    description =
        "Works out from published figures, without the records, what somebody who has all of them"
            + " and earlier ones can tell of each hidden cell.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no small figure can be derived", "1:something can", "2:bad input"})
final class AuditFigures implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A release, as published.")
  Path folder = Path.of("");

  @Option(
      names = "--previous",
      paramLabel = "DIR",
      arity = "1..*",
      description = "Earlier releases.")
  List<Path> previous = List.of();

  @Option(names = "--intervals", description = "Derive the interval of every attacked cell.")
  boolean intervals;

  @Mixin AuditAnswer answer = new AuditAnswer();

  @Override
  public Integer call() {
    answer.check();
    LongWork work = new LongWork(spec.commandLine().getErr());
    try {
      Published published = PublishedFolder.read(folder);
      Release release = published.layout().release();
      List<EarlierRelease> earlier = PublishedFolder.earlier(release, previous);
      work.at("attacking", 0.1);
      AuditReport report = Audit.of(published, earlier, intervals);
      work.end();
      answer.print(spec.commandLine().getOut(), release, report);
      return report.passed() ? 0 : 1;
    } catch (BadRelease e) {
      work.end();
      throw new BadInput(BadInput.sentence(e));
    } catch (IOException e) {
      work.end();
      throw new BadInput("%s cannot be read (%s).".formatted(folder, BadInput.sentence(e)));
    }
  }
}
