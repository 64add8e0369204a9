package org.passerelle.cli.records;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.LongWork;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.LeftOut;
import org.passerelle.linkage.LinkConfig;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkStore;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.StoreChange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Options on a store, to which records are added and from which they are removed. */
final class StoreOptions {
  /**
   * Options that mean something where a store is changed; all others were settled when it was made.
   */
  private static final Set<String> ALSO =
      Set.of("--against", "--remove", "--out", "--config", "--id");

  /** So much larger than when it was learnt from, a store is worth linking anew. */
  private static final double GROWN = 1.5;

  @Option(
      names = "--store",
      paramLabel = "FOLDER",
      description =
          "Keep the records of one list, their keys and clusters in a new folder, for --against;"
              + " only its owner can read it.")
  @Nullable Path store;

  @Option(
      names = "--against",
      paramLabel = "STORE",
      description =
          "Add the records of LEFT to a store, in time proportional to them; MATCHES becomes"
              + " cluster,record,before,probability of these records and of others whose cluster"
              + " changed.")
  @Nullable Path against;

  @Option(
      names = "--remove",
      description =
          "With --against: remove the records that LEFT names (its first column, or --id); nothing"
              + " of them is left in the store.")
  boolean remove;

  boolean isAgainst() {
    if (remove && against == null) {
      throw new BadInput("--remove is for --against STORE.");
    }
    return against != null;
  }

  /** Refuses what would be refused after all the work. */
  void check(boolean twoLists) {
    if (store == null) {
      return;
    }
    if (twoLists) {
      throw new BadInput("--store keeps one list. Maybe put both into one file.");
    }
    Path folder = store;
    tried(folder, () -> LinkStore.check(folder));
    OutFile.check(folder.resolveSibling("any"));
  }

  /** Makes the store, if one is wanted. */
  void create(LinkResult result, KnownClusters names) {
    if (store != null) {
      Path folder = store;
      tried(folder, () -> LinkStore.create(folder, result, names.of(result, result.clusters())));
    }
  }

  /** Work on the files of a store. */
  private interface Work {
    void run() throws IOException;
  }

  private static void tried(Path folder, Work work) {
    try {
      work.run();
    } catch (BadRecords e) {
      throw new BadInput(BadInput.sentence(e));
    } catch (IOException e) {
      throw new BadInput(
          "The store %s cannot be read or written (%s); it is as it was."
              .formatted(folder, BadInput.sentence(e)));
    }
  }

  /** Adds or removes the records of a list, and writes what became of them. */
  int change(Path list, Path out, LinkConfig told, CommandSpec spec) {
    Path folder = against == null ? Path.of("") : against;
    onlyWith(spec);
    if (!Standard.isMeant(out)) {
      OutFile.check(out);
    }
    LongWork progress = new LongWork(spec.commandLine().getErr());
    List<StoreChange> changes = new ArrayList<>();
    List<PersonTable> tables = new ArrayList<>();
    try {
      progress.at("reading", 0);
      PersonTable table = LinkRecords.table(list, told.id());
      tables.add(table);
      tried(
          folder,
          () -> {
            try (LinkStore opened = LinkStore.open(folder, progress::at)) {
              changes.add(
                  remove
                      ? opened.remove(IntStream.range(0, table.size()).mapToObj(table::id).toList())
                      : opened.add(table, told.settings().columns()));
            }
          });
    } catch (CancellationException e) {
      throw new BadInput("Cancelled; the store is as it was.");
    } finally {
      progress.end();
    }
    StoreChange change = changes.get(0);
    if (Standard.isMeant(out)) {
      Standard.write(spec.commandLine().getOut(), w -> LinkFiles.placed(change, w));
    } else {
      OutFile.stream(out, w -> LinkFiles.placed(change, w));
    }
    print(
        change,
        tables.get(0).size(),
        Standard.isMeant(out) ? spec.commandLine().getErr() : spec.commandLine().getOut());
    return 0;
  }

  private static void onlyWith(CommandSpec spec) {
    if (spec.commandLine().getParseResult().hasMatchedPositional(1)) {
      throw new BadInput("--against takes one list; it is compared with the store.");
    }
    List<String> others =
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !ALSO.contains(name))
            .toList();
    if (!others.isEmpty()) {
      throw new BadInput(
          "%s cannot go with --against: what holds for a store was settled when it was made."
              .formatted(String.join(", ", others)));
    }
  }

  private void print(StoreChange change, int records, PrintWriter out) {
    for (LeftOut column : change.leftOut()) {
      out.printf("Not compared: %s; %s.%n", column.column(), column.reason());
    }
    long changed = change.placed().stream().filter(p -> p.before().isPresent()).count();
    long known =
        change.placed().stream().filter(p -> p.before().isEmpty() && p.probability() > 0).count();
    if (remove) {
      out.printf(
          Locale.ROOT,
          "%,d records removed; the store holds %,d. %,d others changed their cluster.%n",
          records,
          change.records(),
          changed);
    } else {
      out.printf(
          Locale.ROOT,
          "%,d records added; the store holds %,d. %,d of the new ones are in a cluster with others;"
              + " %,d records that were there changed their cluster.%n",
          records,
          change.records(),
          known,
          changed);
    }
    if (change.undecided() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d more pairs need manual review: no birth date or document is compared between the"
              + " two.%n",
          change.undecided());
    }
    if (change.records() > GROWN * change.learntFrom()) {
      out.printf(
          Locale.ROOT,
          "What agreement is worth was learnt from %,d records. Maybe link everything anew with"
              + " --store and --known.%n",
          change.learntFrom());
    }
    out.flush();
  }
}
