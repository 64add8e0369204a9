package org.passerelle.cli.records;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.Expected;
import org.passerelle.linkage.Labels;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.PersonTable;
import picocli.CommandLine.Option;

/** Options on pairs that a person answers, and what the answers say of the result. */
final class LabelOptions {
  @Option(
      names = "--label",
      paramLabel = "PAGE",
      description =
          "Write a page (HTML) that asks about pairs drawn at random by probability; its answers are"
              + " for --labels.")
  @Nullable Path page;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "The answers of a page of --label (left,right,answer): report what they say of precision,"
              + " with an interval.")
  @Nullable Path labels;

  private Labels.@Nullable Share ofMatches;
  private Labels.@Nullable Share ofOthers;
  private final List<Labels.Label> answers = new ArrayList<>();

  /** Reads the answers, and refuses what cannot be written, before any work is done. */
  void check() {
    if (page != null) {
      OutFile.check(page);
    }
    if (labels != null) {
      Path file = labels;
      try {
        answers.addAll(ReadFile.of(file, LabelOptions::read));
      } catch (BadRecords e) {
        throw new BadInput(BadInput.sentence(e));
      }
    }
  }

  private static List<Labels.Label> read(Path file) throws IOException {
    PersonTable table = PersonTable.read(file, "pair");
    int left = column(table, "left");
    int right = column(table, "right");
    int answer = column(table, "answer");
    List<Labels.Label> read = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (int row = 0; row < table.size(); row++) {
      String a = table.value(row, left);
      String b = table.value(row, right);
      if (!seen.add(List.of(a, b))) {
        throw new BadInput(
            "%s answers twice of %s and %s. Maybe two files were joined; leave one answer."
                .formatted(table.name(), a, b));
      }
      read.add(new Labels.Label(a, b, answer(table.value(row, answer), table.name())));
    }
    return read;
  }

  private static int column(PersonTable table, String name) {
    int at = table.header().indexOf(name);
    if (at < 0) {
      throw new BadInput(
          "%s has no column %s. Maybe it was not saved by a page of --label."
              .formatted(table.name(), name));
    }
    return at;
  }

  private static Labels.Answer answer(String text, String file) {
    for (Labels.Answer answer : Labels.Answer.values()) {
      if (answer.name().toLowerCase(Locale.ROOT).equals(text)) {
        return answer;
      }
    }
    throw new BadInput(
        "%s: %s is not an answer. Maybe same, different or unsure is meant."
            .formatted(file, text.isEmpty() ? "an empty cell" : text));
  }

  /** Writes the page, if one is wanted. */
  void write(LinkResult result, long seed) {
    if (page != null) {
      OutFile.ownersOnly(page, writer -> LabelPage.write(result, seed, writer));
    }
  }

  /** Works out what the answers tell, which refuses those of other lists. */
  void judge(LinkResult result) {
    if (labels != null) {
      ofMatches = Labels.ofMatches(result, answers);
      ofOthers = Labels.ofOthers(result, answers);
    }
  }

  /** Says it. */
  void print(LinkResult result, PrintWriter out) {
    Labels.Share matches = ofMatches;
    Labels.Share others = ofOthers;
    if (matches == null || others == null) {
      return;
    }
    Expected expected = result.expected();
    if (matches.answered() == 0) {
      out.println("No match was answered, so the answers say nothing of precision.");
    } else {
      out.printf(
          Locale.ROOT,
          "By %,d answers on the %,d matches, precision is %.3f (95 %% interval %.3f to %.3f)%s%s.%n",
          matches.answered(),
          matches.pairs(),
          matches.share(),
          matches.low(),
          matches.high(),
          expected.isKnown()
              ? String.format(Locale.ROOT, "; the model expects %.3f", expected.precision())
              : "",
          unsure(matches));
    }
    if (others.answered() > 0) {
      out.printf(
          Locale.ROOT,
          "By %,d answers on the %,d pairs of probability %.2f or more that were not matched, %.3f of"
              + " them are one person (95 %% interval %.3f to %.3f)%s.%n",
          others.answered(),
          others.pairs(),
          Labels.LEAST,
          others.share(),
          others.low(),
          others.high(),
          unsure(others));
    }
    out.flush();
  }

  private static String unsure(Labels.Share share) {
    return share.unsure() == 0
        ? ""
        : String.format(Locale.ROOT, "; %,d that cannot be told are left out", share.unsure());
  }
}
