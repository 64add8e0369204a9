package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records that are one person are found without labels, and every weight can be accounted for. */
@Tag("long")
class LinkageTest {
  private static final LinkSettings SETTINGS =
      LinkSettings.usual().withLeftOut(Set.of("person")).withThreads(2);

  private static LinkResult deduplicated(String csv) {
    return new Linkage(SETTINGS, Progress.SILENT).deduplicate(InventedLists.table(csv));
  }

  @Test
  void withoutLabelsNearlyAllPersonsAreFound() {
    LinkResult result = deduplicated(new InventedLists(3, 0.15).csv(300, 4));
    Evaluation.Table quality = Evaluation.of(result, "person");
    assertThat(quality.grouped().f1()).isGreaterThan(0.97);
    assertThat(quality.bestGrouped().f1()).isLessThan(quality.grouped().f1() + 0.03);
    assertThat(result.expected().precision())
        .isCloseTo(quality.grouped().precision(), within(0.06));
    assertThat(result.expected().recall()).isCloseTo(quality.grouped().recall(), within(0.06));
  }

  @Test
  void heavyErrorsAndManyRecordsOfAPersonDoNotChainPersonsTogether() {
    LinkResult result = deduplicated(new InventedLists(4, 0.35).csv(150, 16));
    Evaluation.Table quality = Evaluation.of(result, "person");
    assertThat(quality.grouped().precision()).isGreaterThan(0.97);
    assertThat(quality.grouped().f1()).isGreaterThan(0.93);
  }

  @Test
  void twoListsAreMatchedOneToOne() {
    String csv = new InventedLists(5, 0.12).csv(300, 1);
    String again = new InventedLists(5, 0.12).csv(200, 1);
    LinkResult result =
        new Linkage(SETTINGS, Progress.SILENT)
            .link(
                InventedLists.table(csv),
                InventedLists.table(
                    again.replace("p", "q").replace("qhone", "phone").replace("qerson", "person")));
    assertThat(result.matches().stream().map(Match::left)).doesNotHaveDuplicates();
    assertThat(result.matches().stream().map(Match::right)).doesNotHaveDuplicates();
  }

  @Test
  void theStepsOfAnExplanationAddUpToTheWeight() {
    LinkResult result = deduplicated(new InventedLists(6, 0.3).csv(100, 4));
    assertThat(result.matches()).isNotEmpty();
    for (Match match : result.matches()) {
      double sum =
          result.explain(match.left(), match.right()).stream()
              .mapToDouble(LinkResult.Step::weight)
              .sum();
      assertThat(sum).isCloseTo(match.weight(), within(1e-4));
      assertThat(match.probability())
          .isCloseTo(1 / (1 + Math.pow(2, -match.weight())), within(1e-9))
          .isGreaterThanOrEqualTo(0.4999);
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    PersonTable table = InventedLists.table(new InventedLists(7, 0.2).csv(200, 4));
    LinkResult one = new Linkage(SETTINGS.withThreads(1), Progress.SILENT).deduplicate(table);
    LinkResult three = new Linkage(SETTINGS.withThreads(3), Progress.SILENT).deduplicate(table);
    assertThat(three.matches()).isEqualTo(one.matches());
  }

  @Test
  void aHigherThresholdGivesFewerMatches() {
    PersonTable table = InventedLists.table(new InventedLists(8, 0.3).csv(150, 4));
    int before = Integer.MAX_VALUE;
    for (double p : new double[] {0.2, 0.5, 0.9, 0.999}) {
      int found =
          new Linkage(SETTINGS.withThreshold(p), Progress.SILENT)
              .deduplicate(table)
              .matches()
              .size();
      assertThat(found).isLessThanOrEqualTo(before);
      before = found;
    }
  }

  @Test
  void oneSourceNeverGivesAPersonTwice() {
    StringBuilder csv = new StringBuilder("id,agency,first_name,surname,dob\n");
    String[] rows = new InventedLists(9, 0.1).csv(120, 3).split("\n", -1);
    for (int i = 1; i < rows.length - 1; i++) {
      String[] cells = rows[i].split(",", -1);
      csv.append(cells[0]).append(",a").append(i % 2).append(',').append(cells[1]).append(',');
      csv.append(cells[2]).append(',').append(cells[3]).append('\n');
    }
    LinkSettings usual = LinkSettings.usual();
    LinkSettings bySource =
        new LinkSettings(
            usual.columns(),
            usual.leftOut(),
            "agency",
            usual.matching(),
            usual.grouping(),
            null,
            Map.of(),
            1,
            2);
    PersonTable table = InventedLists.table(csv.toString());
    LinkResult result = new Linkage(bySource, Progress.SILENT).deduplicate(table);
    assertThat(result.matches()).isNotEmpty();
    for (Match match : result.matches()) {
      assertThat(table.value(match.left(), 1)).isNotEqualTo(table.value(match.right(), 1));
    }
  }

  @Test
  void whatIsMissingIsNoDisagreement() {
    LinkResult result = deduplicated(new InventedLists(10, 0.2).csv(200, 3));
    for (Match match : result.matches()) {
      for (LinkResult.Step step : result.explain(match.left(), match.right())) {
        if (step.left().isEmpty() != step.right().isEmpty()) {
          assertThat(step.weight()).isZero();
        }
      }
    }
  }

  @Test
  void oneNameInThreeScriptsIsOnePerson() {
    StringBuilder csv = new StringBuilder("id,first_name,surname,dob\n");
    csv.append(
        "a,Đorđe,Xhaferi,2009-03-14\nb,Ђорђе,Џафери,2009-03-14\nc,Τζόρτζε,Τζαφέρι,2009-03-14\n");
    String[] rows = new InventedLists(11, 0.1).csv(300, 2).split("\n", -1);
    for (int i = 1; i < rows.length - 1; i++) {
      String[] cells = rows[i].split(",", -1);
      csv.append(String.join(",", cells[0], cells[1], cells[2], cells[3])).append('\n');
    }
    LinkResult result = deduplicated(csv.toString());
    int[] groups = result.groups();
    assertThat(groups[1]).isEqualTo(groups[0]);
    assertThat(groups[2]).isEqualTo(groups[0]);
  }

  @Test
  void anInterruptedThreadEndsIt() {
    PersonTable table = InventedLists.table(new InventedLists(12, 0.2).csv(200, 4));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Linkage(SETTINGS, Progress.SILENT).deduplicate(table))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whereAllAreAlikeNobodyIsTold() {
    StringBuilder csv = new StringBuilder("id,name\n");
    for (int i = 0; i < 100_000; i++) {
      csv.append(i).append(",Ana Kovač\n");
    }
    assertThatThrownBy(() -> deduplicated(csv.toString()))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("alike")
        .hasMessageContaining("name");
  }

  @Tag("slow")
  @Test
  void aHundredThousandOfOneNameComeToAnEnd() {
    StringBuilder csv = new StringBuilder("id,name,dob,city\n");
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < 100_000; i++) {
      csv.append(i).append(",Ana Kovač,").append(random.nextInt(1950, 2015)).append("-0");
      csv.append(random.nextInt(1, 10)).append('-').append(random.nextInt(10, 29));
      csv.append(",town ").append(random.nextInt(50)).append('\n');
    }
    // nobody stands there twice: 11,115 days of birth are shared by nine each
    assertThat(deduplicated(csv.toString()).matches()).hasSizeLessThan(20_000);
  }

  @Test
  void keysThatFindAllMakeOthersNeedless() {
    StringBuilder csv = new StringBuilder("id,phone,document\n");
    for (int i = 0; i < 400; i++) {
      csv.append("%d,06%07d,A%05d%n".formatted(i, 7_919L * (i / 2) % 9_999_991, 31 * (i / 2)));
    }
    int[] groups = deduplicated(csv.toString()).groups();
    for (int i = 0; i < groups.length; i++) {
      assertThat(groups[i]).isEqualTo(i / 2 * 2);
    }
  }
}
