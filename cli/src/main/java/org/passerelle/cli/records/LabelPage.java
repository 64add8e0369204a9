package org.passerelle.cli.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.passerelle.linkage.Labels;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.Match;

/**
 * A page that asks a person about pairs of a result, so that its precision can be estimated: pairs
 * drawn at random from each band of stated probability, in an order and with a look that say
 * nothing of what the program holds. Answers stay in the browser until they are saved as a file.
 */
final class LabelPage {
  /** Pairs of each band; thirteen bands at most. */
  static final int EACH = 20;

  private static final String PAIRS = "<!--pairs-->";
  private static final String NAME = "@name@";

  private LabelPage() {}

  static void write(LinkResult result, long seed, BufferedWriter out) throws IOException {
    List<Match> pairs = drawn(result, seed);
    StringBuilder all = new StringBuilder();
    for (Match pair : pairs) {
      all.append(result.id(pair.left())).append('\n').append(result.id(pair.right())).append('\n');
    }
    String name = Integer.toHexString(all.toString().hashCode()) + "-" + pairs.size();
    String page = template().replace(NAME, name);
    int at = page.indexOf(PAIRS);
    out.write(page.substring(0, at));
    for (int n = 0; n < pairs.size(); n++) {
      pair(result, pairs.get(n), n + 1, out);
    }
    out.write(page.substring(at + PAIRS.length()));
  }

  private static String template() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LabelPage.class.getResourceAsStream("label.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Without regard to the order in which they were found. */
  private static List<Match> drawn(LinkResult result, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Match> drawn = new ArrayList<>();
    for (Labels.Band of : Labels.bands(result)) {
      drawn.addAll(some(of.pairs(), EACH, random));
    }
    return some(drawn, drawn.size(), random);
  }

  private static List<Match> some(List<Match> pairs, int most, SplittableRandom random) {
    List<Match> left = new ArrayList<>(pairs);
    int n = Math.min(most, left.size());
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i, left.size());
      Match chosen = left.get(j);
      left.set(j, left.get(i));
      left.set(i, chosen);
    }
    return List.copyOf(left.subList(0, n));
  }

  private static void pair(LinkResult result, Match pair, int number, BufferedWriter out)
      throws IOException {
    String left = LinkPage.escaped(result.id(pair.left()));
    String right = LinkPage.escaped(result.id(pair.right()));
    out.write(
        """
        <section class="pair" data-left="%s" data-right="%s" aria-labelledby="pair-%d"><h2 id="pair-%d" tabindex="-1"><span data-t="pair">Pair</span> %d</h2>
        <div class="wide" tabindex="0" role="group" aria-labelledby="pair-%d"><table><thead><tr><th scope="col" data-t="column">Column</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead><tbody>
        """
            .formatted(left, right, number, number, number, number, left, right));
    Set<String> shown = new HashSet<>();
    for (LinkResult.Step step : result.explain(pair.left(), pair.right())) {
      boolean missing = step.left().isEmpty() || step.right().isEmpty();
      boolean told = !step.left().isEmpty() || !step.right().isEmpty();
      if (told && shown.add(step.attribute())) {
        String same = missing || step.left().equals(step.right()) ? "" : " class=\"other\"";
        out.write(
            "<tr><th scope=\"row\">%s</th><td%s>%s</td><td%s>%s</td></tr>\n"
                .formatted(
                    LinkPage.escaped(step.attribute()),
                    same,
                    value(step.left()),
                    same,
                    value(step.right())));
      }
    }
    out.write("</tbody></table></div><p class=\"answers\">");
    for (Labels.Answer answer : Labels.Answer.values()) {
      String name = answer.name().toLowerCase(Locale.ROOT);
      out.write(
          "<button type=\"button\" data-answer=\"%s\" aria-pressed=\"false\"><span data-t=\"%s\">%s</span></button> "
              .formatted(name, name, name));
    }
    out.write("</p></section>\n");
  }

  private static String value(String value) {
    return value.isEmpty() ? "–" : LinkPage.escaped(value);
  }
}
