package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long lists and long texts: what they cost, and whether what is said of the time left is true. */
@Tag("slow")
@Tag("long")
class LongWorkOfLinkageTest {
  private static final int TITLES = 19_000;

  /** Such texts took 16 minutes and more before the work on a pair was bounded. */
  private static final double MOST_CPU_SECONDS = 60;

  private static final long MOST_MEGABYTES = 1_000;

  private static final double LONG_ENOUGH = 2e9;

  private static final String[] WORDS =
      ("report on the movement of persons across borders seasonal work recruitment agencies contracts"
              + " shelter annual survey legal aid minors council region evaluation programme"
              + " protection labour inspection")
          .split(" ", -1);

  @Test
  void nineteenThousandLongTitlesAreLinkedInBoundedTime() {
    PersonTable titles = InventedLists.table(titles());
    LinkSettings usual = LinkSettings.usual();
    LinkSettings settings =
        new LinkSettings(
            Map.of("title", AttributeKind.TEXT, "description", AttributeKind.TEXT),
            Set.of("person"),
            null,
            usual.matching(),
            usual.grouping(),
            null,
            Map.of(),
            1,
            1);
    LinkCost.Cost cost =
        LinkCost.of(
            () ->
                new StatedFigures.Linked(
                    "titles",
                    new Linkage(settings, Progress.SILENT).deduplicate(titles),
                    "person"));
    assertThat(cost.linked().result().left().size()).isEqualTo(TITLES);
    assertThat(cost.cpuSeconds()).as(cost.toString()).isLessThan(MOST_CPU_SECONDS);
    assertThat(cost.peakMegabytes()).as(cost.toString()).isLessThan(MOST_MEGABYTES);
    assertThat(Evaluation.of(cost.linked().result(), "person").grouped().f1()).isGreaterThan(0.9);
  }

  /** Two columns of words, 80 to 300 letters each; every other one is there twice, with errors. */
  private static String titles() {
    SplittableRandom random = new SplittableRandom(19);
    StringBuilder csv = new StringBuilder("id,title,description,person\n");
    int written = 0;
    for (int p = 0; written < TITLES; p++) {
      String title = words(random, random.nextInt(80, 300));
      String description = words(random, random.nextInt(80, 300));
      int copies = Math.min(1 + p % 2, TITLES - written);
      for (int c = 0; c < copies; c++) {
        csv.append('t').append(written++).append(',');
        csv.append(c == 0 ? title : slipped(random, title)).append(',');
        csv.append(c == 0 ? description : slipped(random, description));
        csv.append(",p").append(p).append('\n');
      }
    }
    return csv.toString();
  }

  private static String words(SplittableRandom random, int letters) {
    StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    while (text.length() < letters) {
      text.append(' ');
      text.append(
          random.nextInt(4) == 0
              ? Integer.toString(random.nextInt(100_000), 36)
              : WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private static String slipped(SplittableRandom random, String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int slip = 0; slip < 4; slip++) {
      changed.setCharAt(random.nextInt(changed.length()), (char) ('a' + random.nextInt(26)));
    }
    return changed.toString();
  }

  /** What was said at one moment. */
  private record Said(String step, double share, long at) {}

  @Test
  void theTimeLeftOfAStepIsTrueWithinAFactorOfTwo() {
    PersonTable table = InventedLists.table(StatedFigures.invented(20_000, 77, 1));
    List<Said> said = new ArrayList<>();
    Progress noting = (step, share) -> said.add(new Said(step, share, System.nanoTime()));
    LinkSettings settings =
        LinkSettings.usual().withLeftOut(Set.of("person", "source", "recorded_on")).withThreads(1);
    new Linkage(settings, noting).deduplicate(table);
    said.add(new Said("end", 0, System.nanoTime()));
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    for (int from = 0; from + 1 < said.size(); ) {
      int to = from;
      while (said.get(to).step().equals(said.get(from).step()) && to + 1 < said.size()) {
        to++;
      }
      long began = said.get(from).at();
      long ended = said.get(to).at();
      boolean tells = said.subList(from, to).stream().anyMatch(s -> s.share() > 0);
      if (ended - began > LONG_ENOUGH && tells) {
        judged++;
        for (Said one : said.subList(from, to)) {
          double gone = one.at() - began;
          // what is shown: nothing before a fiftieth, nor in the first second
          if (one.share() > 0.1 && gone > 1e9) {
            double told = gone / one.share();
            double ratio = told / (ended - began);
            if (ratio < 0.5 || ratio > 2) {
              wrong.add("%s at %.2f: %.2f".formatted(one.step(), one.share(), ratio));
            }
          }
        }
      }
      from = to;
    }
    assertThat(judged).as("steps of more than two seconds").isPositive();
    assertThat(wrong).isEmpty();
  }
}
