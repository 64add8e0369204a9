package org.passerelle.cli.records;

import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.Match;
import org.passerelle.linkage.PersonTable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options on what is explained: the matches, or pairs that somebody asks about. */
final class ExplainOptions {
  /** Most pairs that are explained without being asked for by name. */
  static final int MOST = 10_000;

  @Option(
      names = "--explain",
      paramLabel = "A,B",
      arity = "0..1",
      parameterConsumer = PairIfAny.class,
      description =
          "Write each attribute's contribution beside MATCHES (MATCHES.explain.csv), and beside the"
              + " file of --review, for at most 10,000 pairs each; with A,B only for these two"
              + " records, matched or not.")
  @Nullable List<String> explain;

  @Option(
      names = "--explain-pairs",
      paramLabel = "FILE",
      description =
          "The same for the pairs of a CSV file: columns left and right, or else its first two.")
  @Nullable Path pairs;

  private final Set<LinkFiles.Pair> asked = new LinkedHashSet<>();
  private final List<String> leftOut = new ArrayList<>();

  /** Takes the next argument only if it is a pair, since a list may follow {@code --explain}. */
  static final class PairIfAny implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's type
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      List<String> told = new ArrayList<>();
      List<String> before = option.getValue();
      if (before != null) {
        told.addAll(before);
      }
      if (!args.isEmpty() && isPair(args.peek())) {
        told.add(args.pop());
      }
      option.setValue(told);
    }

    private static boolean isPair(String text) {
      return text.indexOf(',') > 0 && !text.startsWith("-") && !Files.exists(Path.of(text));
    }
  }

  /** Whether anything is to be explained. */
  boolean isWanted() {
    return explain != null || pairs != null;
  }

  /** Finds the records that are asked about, before any work is done. */
  void find(PersonTable left, @Nullable PersonTable right) {
    List<List<String>> named = new ArrayList<>();
    for (String pair : explain == null ? List.<String>of() : explain) {
      named.add(asked(pair));
    }
    if (pairs != null) {
      Path last = pairs.getFileName();
      List<List<String>> rows =
          ReadFile.of(
              pairs,
              file -> {
                try (Reader in = new StringReader(NamePairFile.text(file))) {
                  return rows(in, String.valueOf(last));
                }
              });
      named.addAll(ofColumns(rows, String.valueOf(last)));
    }
    if (named.isEmpty()) {
      if (pairs != null) {
        throw new BadInput("%s names no pair. Maybe it is another file.".formatted(pairs));
      }
      return;
    }
    Places ofLeft = Places.of(left, 0);
    Places ofRight = right == null ? ofLeft : Places.of(right, left.size());
    for (List<String> pair : named) {
      asked.add(found(pair, ofLeft, ofRight));
    }
  }

  /** The two records of one option. */
  private static List<String> asked(String pair) {
    List<List<String>> rows = rows(new StringReader(pair), "--explain " + pair);
    if (rows.size() != 1 || rows.get(0).size() != 2) {
      throw new BadInput(
          "--explain %s: two records are expected, separated by a comma. Maybe quote an identifier that contains one."
              .formatted(pair));
    }
    return rows.get(0);
  }

  private static List<List<String>> rows(Reader in, String name) {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.builder().setReader(in).setFormat(CSVFormat.DEFAULT).get()) {
      for (CSVRecord row : parser) {
        if (row.size() < 2) {
          throw new BadInput(
              "%s, row %d: two records are expected, separated by a comma."
                  .formatted(name, row.getRecordNumber()));
        }
        rows.add(row.stream().map(String::strip).toList());
      }
      return rows;
    } catch (java.io.IOException | java.io.UncheckedIOException e) {
      throw new BadInput("%s cannot be read (%s).".formatted(name, BadInput.sentence(e)));
    }
  }

  /** The columns left and right of a file that names them, as MATCHES does; else the first two. */
  private static List<List<String>> ofColumns(List<List<String>> rows, String name) {
    if (rows.isEmpty()) {
      return rows;
    }
    List<String> first = rows.get(0);
    int left = first.indexOf("left");
    int right = first.indexOf("right");
    return left < 0 || right < 0
        ? rows
        : rows.stream().skip(1).map(row -> pair(row, left, right, name)).toList();
  }

  private static List<String> pair(List<String> row, int left, int right, String name) {
    if (row.size() <= Math.max(left, right)) {
      throw new BadInput(
          "%s: a row ends before the columns left and right. Maybe it was cut.".formatted(name));
    }
    return List.of(row.get(left), row.get(right));
  }

  private static LinkFiles.Pair found(List<String> pair, Places left, Places right) {
    String a = pair.get(0);
    String b = pair.get(1);
    if (!left.knows(a) && right.knows(a) && left.knows(b)) {
      return new LinkFiles.Pair(left.of(b), right.of(a));
    }
    int one = left.of(a);
    int other = right.of(b);
    if (one == other) {
      throw new BadInput("%s is asked about twice; two records make a pair.".formatted(a));
    }
    // as in MATCHES, whose pairs are in the order of the records
    return new LinkFiles.Pair(Math.min(one, other), Math.max(one, other));
  }

  /** The records of a list by what they are called. */
  private record Places(String list, Map<String, Integer> records) {
    static Places of(PersonTable table, int from) {
      Map<String, Integer> records = new HashMap<>();
      for (int row = 0; row < table.size(); row++) {
        records.put(table.id(row), from + row);
      }
      return new Places(table.name(), records);
    }

    boolean knows(String id) {
      return records.containsKey(id);
    }

    int of(String id) {
      Integer record = records.get(id);
      if (record == null) {
        throw new BadInput(
            "%s has no record %s to explain. Maybe the identifier stands in another column (--id)."
                .formatted(list, id));
      }
      return record;
    }
  }

  /**
   * Writes the explanations beside a file: of the pairs that were asked about, or of these.
   *
   * @param what the pairs are called in the sentence that says how many were left out
   */
  void write(LinkResult result, List<Match> usual, Path of, String what) {
    List<LinkFiles.Pair> explained =
        asked.isEmpty()
            ? usual.stream().limit(MOST).map(m -> new LinkFiles.Pair(m.left(), m.right())).toList()
            : List.copyOf(asked);
    Path beside = of.resolveSibling(of.getFileName() + ".explain.csv");
    OutFile.ownersOnly(beside, writer -> LinkFiles.explanations(result, explained, writer));
    if (asked.isEmpty() && usual.size() > MOST) {
      leftOut.add(
          String.format(
              Locale.ROOT,
              "%s explains the first %,d of %,d %s; --explain-pairs FILE explains those that a file"
                  + " lists.",
              beside.getFileName(),
              MOST,
              usual.size(),
              what));
    }
  }

  /** Whether certain pairs were asked about, so that nothing else is explained. */
  boolean isOfPairs() {
    return !asked.isEmpty();
  }

  /** Says what was not explained. */
  void print(PrintWriter out) {
    leftOut.forEach(out::println);
    out.flush();
  }
}
