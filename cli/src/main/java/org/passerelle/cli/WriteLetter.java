package org.passerelle.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.SilencedLogging;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.StoredPictures;
import org.passerelle.steer.letter.source.PictureSource;
import org.passerelle.steer.letter.source.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Generates an edition of the quarterly letter from the strategy's facts, without a running server.
 */
@Command(
    name = "letter",
    description = "Generates an issue of the quarterly letter as accessible PDF or as a page.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:made", "2:bad input"})
final class WriteLetter implements Callable<Integer> {
  private static final String ALL = "all";

  @Spec CommandSpec spec;

  @Option(
      names = "--issue",
      paramLabel = "NUMBER",
      required = true,
      description = "Number of the issue.")
  int issue;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      required = true,
      description = "fr, en, sr-Cyrl or sr-Latn; all for all four, as PDF and page.")
  String language = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "FILE.pdf or FILE.html; with --language all, a folder.")
  @Nullable Path out;

  @Mixin FolderFacts facts = new FolderFacts();

  /** A file to be generated. */
  private record Wanted(String tag, Letters.Form form, Path file) {}

  @Override
  public Integer call() {
    List<Wanted> wanted = wanted();
    wanted.forEach(w -> OutFile.check(w.file));
    SilencedLogging.please();
    List<byte[]> made =
        facts.useStored(
            running -> wanted.stream().map(w -> ask(running, w)).toList(),
            (known, connection) -> make(known, connection, wanted));
    for (int i = 0; i < wanted.size(); i++) {
      OutFile.write(wanted.get(i).file, made.get(i));
    }
    wanted.forEach(w -> spec.commandLine().getOut().println(w.file));
    return 0;
  }

  private List<Wanted> wanted() {
    if (out == null) {
      throw new BadInput("--out is missing.");
    }
    if (language.equals(ALL)) {
      if (!Files.isDirectory(out)) {
        throw new BadInput(
            "There is no folder %s. Maybe create it: --language all writes several files."
                .formatted(out));
      }
      List<Wanted> wanted = new ArrayList<>();
      for (String tag : Composer.LANGUAGES) {
        for (Letters.Form form : List.of(Letters.Form.HTML, Letters.Form.PDF)) {
          String name =
              "letter-%d-%s.%s".formatted(issue, tag, form.name().toLowerCase(Locale.ROOT));
          wanted.add(new Wanted(tag, form, out.resolve(name)));
        }
      }
      return wanted;
    }
    if (!Composer.LANGUAGES.contains(language)) {
      throw new BadInput(
          "--language takes %s or all, not %s."
              .formatted(String.join(", ", Composer.LANGUAGES), language));
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      return List.of(new Wanted(language, Letters.Form.PDF, out));
    }
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      return List.of(new Wanted(language, Letters.Form.HTML, out));
    }
    throw new BadInput("--out takes a name that ends in .pdf or .html, not %s.".formatted(out));
  }

  private byte[] ask(ServerFile.Running running, Wanted wanted) {
    return RunningServer.get(
        running,
        "/house/letter?issue=%d&language=%s&form=%s"
            .formatted(issue, wanted.tag, wanted.form.name()));
  }

  private List<byte[]> make(Facts known, @Nullable Connection connection, List<Wanted> wanted)
      throws SQLException {
    Entry letter =
        Composer.issue(known, issue)
            .filter(l -> !Composer.blocks(known, l).isEmpty())
            .orElseThrow(
                () ->
                    new BadInput(
                        "There is no issue %d with contents. Maybe one of %s."
                            .formatted(issue, Composer.numbers(known))));
    if (Composer.blocks(known, letter).stream()
        .anyMatch(block -> block.text("type").equals("campaigns"))) {
      spec.commandLine()
          .getErr()
          .println(
              "Campaigns are left out: they are sealed. Maybe start the server; it then writes the issue with them.");
    }
    PictureSource pictures =
        connection == null ? PictureSource.NONE : StoredPictures.read(connection);
    return wanted.parallelStream()
        .map(w -> Letters.make(known, Sources.of(pictures), letter, new Language(w.tag), w.form))
        .toList();
  }
}
