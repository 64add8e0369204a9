package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.List;

/** The report for a terminal. */
final class TextReport {
  static final List<String> ASSUMPTIONS =
      List.of("closed", "linkage", "definition", "referral", "possible");
  private static final int WIDTH = 96;

  private TextReport() {}

  static String of(Study study, ReportTables tables, Words words) {
    StringBuilder out = new StringBuilder();
    out.append(words.say("title")).append('\n');
    wrap(out, seen(study, words));
    wrap(out, words.say("caution"));
    for (ReportTables.Part part : tables.parts()) {
      if (part.rows().isEmpty()) {
        continue;
      }
      heading(out, part.title());
      table(out, part.head(), part.rows());
      wrap(out, part.reading());
    }
    heading(out, words.say("warnings"));
    tables.warnings().forEach(warning -> wrap(out, warning));
    heading(out, words.say("assumptions"));
    wrap(out, words.say("assumptions.read"));
    for (String assumption : ASSUMPTIONS) {
      wrap(out, words.say("assumption." + assumption));
      out.append("  ").append(words.say("assumption.judgement")).append(" ______________\n");
    }
    out.append(words.say("assumption.signature")).append(" ______________\n");
    heading(out, words.say("disclosure"));
    wrap(out, words.say("disclosure.read"));
    return out.toString();
  }

  static String seen(Study study, Words words) {
    return words.say(
        "seen",
        study.table().observed(),
        study.table().size(),
        study.table().digest().substring(0, 16),
        String.valueOf(study.settings().seed()));
  }

  private static void heading(StringBuilder out, String title) {
    out.append('\n').append(title).append('\n').append("-".repeat(title.length())).append('\n');
  }

  private static void wrap(StringBuilder out, String text) {
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + word.length() >= WIDTH) {
        out.append('\n');
        column = 0;
      }
      out.append(column == 0 ? "" : " ").append(word);
      column += word.length() + 1;
    }
    out.append('\n');
  }

  private static void table(StringBuilder out, List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> row : all) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        line.append(row.get(c)).append(" ".repeat(widths[c] - row.get(c).length() + 2));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
