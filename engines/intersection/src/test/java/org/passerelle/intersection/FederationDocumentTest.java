package org.passerelle.intersection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.passerelle.intersection.BorderRecords.Pair;

/** The recall of exact tokens alone, in docs/federation.md; rewritten with -Dwrite.federation. */
@EnabledIf("org.passerelle.intersection.BorderRecords#present")
@Tag("slow")
@Tag("long")
class FederationDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/federation.md");
  private static final String BEGIN = "<!-- exact tokens -->\n";
  private static final String END = "<!-- end of exact tokens -->";
  private static final int STRANGERS = 1_000;
  private static final int PAIRS = 40;
  private static final int MANY = 400;
  private static final long SEED = 16;
  private final Tokens tokens = Tokens.load();

  @Test
  @EnabledIfSystemProperty(named = "write.federation", matches = ".*")
  void writes() throws IOException {
    String document = Files.readString(DOCUMENT);
    int from = document.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(
        DOCUMENT,
        document.substring(0, from) + table() + document.substring(document.indexOf(END)));
  }

  @Test
  void theDocumentHoldsWhatThisProgramReaches() throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains(table());
  }

  /**
   * Through the whole protocol: forty files among a thousand strangers, asked for in other scripts.
   */
  @Test
  void ofFortyPairsInTwoScriptsAtLeastThirtyEightAreFoundAndNoStrangerIs() {
    for (boolean dayKnownToBoth : List.of(true, false)) {
      List<Pair> pairs = BorderRecords.region(dayKnownToBoth);
      List<Identity> files =
          Stream.concat(
                  pairs.stream().map(Pair::file), BorderRecords.strangers(SEED, STRANGERS).stream())
              .toList();
      List<Found> found = exchanged(files, pairs.stream().map(Pair::asked).toList());
      assertThat(found.stream().filter(f -> f.file().equals(f.question())).distinct().count())
          .isGreaterThanOrEqualTo(38);
      assertThat(found).allMatch(f -> f.file().equals(f.question()));
    }
  }

  private List<Found> exchanged(List<Identity> files, List<Identity> asked) {
    TwoSides sides =
        new TwoSides(
            numbered(files)
                .mapToObj(i -> new FindableFile("" + i, tokens.ofFile(files.get(i))))
                .toList());
    return sides.standing.found(
        sides.asker.ask(
            numbered(asked)
                .mapToObj(i -> new Question("" + i, tokens.ofQuestion(asked.get(i))))
                .toList()));
  }

  private static IntStream numbered(List<Identity> all) {
    return IntStream.range(0, all.size());
  }

  private String table() {
    List<Pair> region = BorderRecords.region(true);
    List<Pair> invented = BorderRecords.invented(SEED, MANY, true);
    List<String> rows = new ArrayList<>();
    rows.add("| one person in two scripts, by two officers | how many | found | goal |");
    rows.add("|---|---|---|---|");
    rows.add(row("pairs of the region, day of birth known to both", region, "≥ 95 %"));
    rows.add(row("the same, the asker knows the year only", BorderRecords.region(false), "≥ 95 %"));
    rows.add(
        row(
            "invented records with two names and a birth or age each, as they come",
            invented.subList(0, PAIRS),
            ""));
    rows.add(row("the same, more of them", invented, ""));
    rows.add(
        row(
            "all invented records: also without a birth, with one name, a false or a married one",
            BorderRecords.invented(SEED, MANY, false),
            ""));
    rows.add("");
    rows.add("| strangers | comparisons | taken for one | goal |");
    rows.add("|---|---|---|---|");
    List<Identity> strangers = BorderRecords.strangers(SEED + 1, STRANGERS);
    rows.add(
        strangers(
            "the forty of the region asked for among 1,000 invented persons",
            strangers,
            region.stream().map(Pair::asked).toList(),
            "0"));
    rows.add(
        strangers(
            "1,000 invented persons asked for among 1,000 others",
            strangers,
            BorderRecords.strangers(SEED + 2, STRANGERS),
            "0"));
    rows.add("");
    rows.addAll(near(BorderRecords.invented(SEED, MANY, false)));
    return String.join("\n", rows) + "\n";
  }

  /** The additional recall of the second tier. */
  private List<String> near(List<Pair> pairs) {
    List<Pair> missed = pairs.stream().filter(p -> !meet(p.file(), p.asked())).toList();
    long found =
        missed.stream()
            .filter(
                p -> nearSet(List.of(p.file())).ask(p.asked()).map(a -> near(p, a)).orElse(false))
            .count();
    NearMatches strangers = nearSet(BorderRecords.strangers(SEED + 1, STRANGERS));
    long wrong =
        BorderRecords.strangers(SEED + 2, STRANGERS).stream()
            .map(strangers::ask)
            .flatMap(Optional::stream)
            .mapToLong(asked -> strangers.near(asked).size())
            .sum();
    return List.of(
        "| second tier: near matches | how many | found |",
        "|---|---|---|",
        String.format(
            Locale.ROOT,
            "| of all invented records, what exact tokens missed | %d | %d = **%.1f %%** |",
            missed.size(),
            found,
            100.0 * found / missed.size()),
        String.format(
            Locale.ROOT,
            "| strangers, 1,000 among 1,000 others | 1,000,000 | **%d** taken for one |",
            wrong));
  }

  private static boolean near(Pair pair, byte[] asked) {
    return !nearSet(List.of(pair.file())).near(asked).isEmpty();
  }

  private static NearMatches nearSet(List<Identity> files) {
    NearMatches set = new NearMatches(new byte[NearMatches.KEY_OCTETS]);
    set.add(numbered(files).mapToObj(i -> new NearMatches.Named("" + i, files.get(i))).toList());
    return set;
  }

  private String row(String what, List<Pair> pairs, String goal) {
    long found = pairs.stream().filter(p -> meet(p.file(), p.asked())).count();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d = **%.1f %%** | %s |",
        what,
        pairs.size(),
        found,
        100.0 * found / pairs.size(),
        goal);
  }

  private boolean meet(Identity file, Identity asked) {
    Set<Token> held = new HashSet<>(tokens.ofFile(file));
    return tokens.ofQuestion(asked).stream().anyMatch(held::contains);
  }

  private String strangers(String what, List<Identity> files, List<Identity> asked, String goal) {
    List<Set<Token>> held =
        files.stream().<Set<Token>>map(f -> new HashSet<>(tokens.ofFile(f))).toList();
    long wrong =
        asked.stream()
            .map(tokens::ofQuestion)
            .mapToLong(q -> held.stream().filter(f -> q.stream().anyMatch(f::contains)).count())
            .sum();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | **%d** | %s |",
        what,
        (long) files.size() * asked.size(),
        wrong,
        goal);
  }
}
