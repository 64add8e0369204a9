package org.passerelle.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.register.Facts;
import org.passerelle.steer.calendar.StrategyFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the strategy's events as an iCalendar file. */
@Command(
    name = "calendar",
    description = "Writes the strategy’s events as a calendar file (iCalendar).",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the file was written", "2:bad input"})
final class WriteCalendar implements Callable<Integer> {
  private static final List<String> LANGUAGES = List.of("en", "fr", "sr-Cyrl", "sr-Latn");
  @Spec CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "File to write, such as strategy.ics.")
  Path out = Path.of("");

  @Option(
      names = "--country",
      paramLabel = "CODE",
      defaultValue = "",
      description = "Only events of a country, by ISO code: RS.")
  String country = "";

  @Option(
      names = "--pillar",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only events of a pillar, by its id in the register: prevention.")
  String pillar = "";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "en, fr, sr-Cyrl or sr-Latn; default en.")
  String language = "en";

  @Mixin FolderFacts facts = new FolderFacts();

  @Override
  public Integer call() {
    if (!LANGUAGES.contains(language)) {
      throw new BadInput(
          "There is no language %s. Maybe it is one of %s."
              .formatted(language, String.join(", ", LANGUAGES)));
    }
    OutFile.check(out);
    byte[] feed = facts.use(this::asked, this::made);
    OutFile.write(out, feed);
    spec.commandLine().getOut().printf("%s: the strategy’s events, %s.%n", out, language);
    return 0;
  }

  private byte[] asked(ServerFile.Running server) {
    return RunningServer.get(
        server,
        "/house/calendar?country=%s&pillar=%s&language=%s"
            .formatted(encoded(country), encoded(pillar), encoded(language)));
  }

  private byte[] made(Facts known) {
    FileTexts texts = FileTexts.of(new Language(language), "house", "calendar");
    try {
      return new StrategyFeed(texts, Clock.systemUTC(), "")
          .of(known, country, pillar)
          .getBytes(StandardCharsets.UTF_8);
    } catch (StrategyFeed.NoSuchFeed e) {
      throw new BadInput(BadInput.sentence(e));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
