package org.passerelle.cli.records;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.LongWork;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.cli.terminal.SeedOption;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.Evaluation;
import org.passerelle.linkage.LinkConfig;
import org.passerelle.linkage.LinkEngine;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.Match;
import org.passerelle.linkage.PersonTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds records of the same person, in one list or across two. */
@Command(
    name = "link",
    description = "Finds records of the same person, in one list or across two.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:bad input; nothing was written"})
public final class LinkRecords implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "LEFT",
      description =
          "CSV: one record per row, or a file written by encode; Parquet with --engine spark; - for standard input.")
  Path left = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RIGHT",
      description = "The other list; without it, duplicates are searched within LEFT.")
  @Nullable Path right;

  @Option(
      names = "--out",
      paramLabel = "MATCHES",
      required = true,
      description =
          "File to write: left,right,probability,weight, or cluster,record; - for standard output.")
  Path out = Path.of("");

  @Mixin ColumnOptions columns = new ColumnOptions();

  @Mixin SeedOption seed = new SeedOption();

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description = "Minimum probability of a match; by default a threshold that needs no labels.")
  @Nullable Double threshold;

  @Option(names = "--clusters", description = "Write cluster,record for every record.")
  boolean clusters;

  @Option(
      names = "--known",
      paramLabel = "CLUSTERS",
      description = "An earlier file of --clusters; clusters keep their names.")
  @Nullable Path known;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "csv",
      description =
          "csv, or json: the matches or clusters with what the report says, or parquet with --engine spark; default csv.")
  String format = "csv";

  @Mixin StoreOptions store = new StoreOptions();

  @Mixin ExplainOptions explain = new ExplainOptions();

  @Option(
      names = "--review",
      paramLabel = "FILE",
      description = "Write the pairs for manual review, the most doubtful first.")
  @Nullable Path review;

  @Option(
      names = "--report",
      paramLabel = "PAGE",
      description =
          "Write a page (HTML) of the result: probabilities, groups, and the pairs nearest to the threshold.")
  @Nullable Path report;

  @Mixin LabelOptions label = new LabelOptions();

  @Mixin EngineOptions engine = new EngineOptions();

  @Option(
      names = "--evaluate",
      paramLabel = "COLUMN",
      description = "Column with the true identity; reports how good the result is.")
  @Nullable String evaluate;

  @Override
  public Integer call() {
    if (store.isAgainst()) {
      return store.change(left, out, columns.told(), spec);
    }
    store.check(right != null);
    label.check();
    Optional<LinkEngine> elsewhere = engine.elsewhere();
    if (!LinkFiles.FORMATS.contains(format)) {
      throw new BadInput(
          "There is no format %s. Maybe it is one of %s."
              .formatted(format, String.join(", ", LinkFiles.FORMATS)));
    }
    if (format.equals(ParquetTables.NAME)) {
      ParquetTables.check(elsewhere, out);
    }
    if (!Standard.isMeant(out)) {
      OutFile.check(out);
    } else if (explain.isWanted()) {
      throw new BadInput("--explain writes beside a file; specify one with --out.");
    }
    if (review != null) {
      OutFile.check(review);
    }
    if (report != null) {
      OutFile.check(report);
    }
    LongWork progress = new LongWork(spec.commandLine().getErr());
    try {
      LinkResult result = result(columns.told(), elsewhere, progress);
      Evaluation.@Nullable Table quality =
          evaluate == null ? null : Evaluation.of(result, evaluate);
      label.judge(result);
      progress.at("writing", 0);
      write(result, elsewhere);
      if (report != null) {
        OutFile.ownersOnly(report, writer -> LinkPage.write(result, quality, writer));
      }
      label.write(result, seed.value());
      progress.end();
      PrintWriter sentences = // what is written to standard output stands alone there
          Standard.isMeant(out) ? spec.commandLine().getErr() : spec.commandLine().getOut();
      LinkReport.print(result, quality, sentences);
      label.print(result, sentences);
      explain.print(spec.commandLine().getOut());
      return 0;
    } catch (BadRecords e) {
      progress.end();
      throw new BadInput(BadInput.sentence(e));
    } catch (CancellationException e) {
      progress.end();
      throw new BadInput("Cancelled; nothing was written.");
    }
  }

  private LinkResult result(LinkConfig file, Optional<LinkEngine> elsewhere, LongWork progress) {
    @Nullable String names = file.id();
    if (Standard.isMeant(left) && (Standard.isMeant(right) || elsewhere.isPresent())) {
      throw new BadInput(
          "Standard input can be read only once; specify a file for the other list.");
    }
    progress.at("reading", 0);
    PersonTable first = table(left, names, elsewhere);
    @Nullable PersonTable second = right == null ? null : table(right, names, elsewhere);
    explain.find(first, second);
    LinkSettings settings = settings(file.settings(), first);
    progress.end();
    WholeEncodings.check(first, second, settings.threshold() != null, spec.commandLine().getErr());
    Linkage linkage =
        elsewhere
            .map(e -> e.at(engine.place()))
            .map(finder -> new Linkage(settings, progress::at, finder))
            .orElseGet(() -> new Linkage(settings, progress::at));
    return second == null ? linkage.deduplicate(first) : linkage.link(first, second);
  }

  private LinkSettings settings(LinkSettings settings, PersonTable first) {
    LinkSettings told = settings;
    if (threshold != null) {
      told = told.withThreshold(threshold);
    }
    if (seed.given != null) {
      told = told.withSeed(seed.given);
    }
    if (evaluate != null) {
      if (!first.header().contains(evaluate)) {
        throw new BadRecords(
            "%s has no column %s to evaluate by; it has %s."
                .formatted(first.name(), evaluate, String.join(", ", first.header())));
      }
      Set<String> leftOut = new HashSet<>(told.leftOut());
      leftOut.add(evaluate);
      told = told.withLeftOut(leftOut);
    }
    return told;
  }

  private void write(LinkResult result, Optional<LinkEngine> elsewhere) {
    KnownClusters names = known == null ? KnownClusters.fresh() : KnownClusters.read(known);
    store.create(result, names);
    if (format.equals("json")) {
      wholly(writer -> LinkJson.write(result, clusters ? names : null, writer));
    } else if (clusters) {
      table(elsewhere, writer -> LinkFiles.clusters(result, names, writer));
    } else {
      table(elsewhere, writer -> LinkFiles.matches(result, result.matches(), writer));
    }
    if (explain.isWanted()) {
      explain.write(result, result.matches(), out, "matches");
    }
    if (review != null) {
      List<Match> pairs = result.review(0.05, 0.95);
      OutFile.stream(review, writer -> LinkFiles.review(result, pairs, writer));
      if (explain.isWanted() && !explain.isOfPairs()) {
        explain.write(result, pairs, review, "pairs for review");
      }
    }
  }

  private void table(Optional<LinkEngine> elsewhere, OutFile.Content content) {
    if (format.equals(ParquetTables.NAME)) {
      ParquetTables.write(elsewhere.orElseThrow(), out, content);
    } else {
      wholly(content);
    }
  }

  private void wholly(OutFile.Content content) {
    if (Standard.isMeant(out)) {
      Standard.write(spec.commandLine().getOut(), content);
    } else {
      OutFile.stream(out, content);
    }
  }

  private static PersonTable table(Path file, @Nullable String id, Optional<LinkEngine> elsewhere) {
    return ParquetTables.isMeant(file) ? ParquetTables.read(elsewhere, file, id) : table(file, id);
  }

  static PersonTable table(Path file, @Nullable String id) {
    if (Standard.isMeant(file)) {
      return Standard.read(people -> PersonTable.read(people, "standard input", id));
    }
    return ReadFile.of(file, people -> PersonTable.read(people, id));
  }
}
