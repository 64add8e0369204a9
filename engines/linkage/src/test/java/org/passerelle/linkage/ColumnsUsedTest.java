package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What was compared is said, and what was not, with the reason and what to write. */
class ColumnsUsedTest {
  private static final LinkSettings SETTINGS =
      LinkSettings.usual().withLeftOut(Set.of("person")).withThreads(1);

  private static LinkResult linked(String csv, LinkSettings settings) {
    return new Linkage(settings, Progress.SILENT).deduplicate(InventedLists.table(csv));
  }

  /** Of each person of a list its columns, with others made of them. */
  private static String changed(String header, java.util.function.Function<String[], String> row) {
    StringBuilder csv = new StringBuilder(header).append('\n');
    new InventedLists(21, 0.15)
        .csv(150, 3)
        .lines()
        .skip(1)
        .forEach(line -> csv.append(row.apply(line.split(",", -1))).append('\n'));
    return csv.toString();
  }

  private static String part(String date, int from, int to) {
    return date.length() == 10 ? date.substring(from, to) : "";
  }

  @Test
  void yearMonthAndDayMakeADate() {
    for (String names : List.of("birth_year,birth_month,birth_day", "by,bm,bd", "year,month,day")) {
      LinkResult result =
          linked(
              changed(
                  "id,surname," + names + ",person",
                  c ->
                      String.join(
                          ",",
                          c[0],
                          c[2],
                          part(c[3], 0, 4),
                          part(c[3], 5, 7),
                          part(c[3], 8, 10),
                          c[6])),
              SETTINGS);
      assertThat(result.compared())
          .contains(names.replace(',', '-') + " (birth_date)", "surname (surname)");
      assertThat(result.leftOut()).isEmpty();
      assertThat(Evaluation.of(result, "person").grouped().f1()).as(names).isGreaterThan(0.85);
    }
  }

  @Test
  void whatWasLeftOutIsNamedWithTheReasonAndWhatToWrite() {
    LinkResult result =
        linked(
            changed(
                "id,first_name,surname,dob,full_name,zzz,country,person",
                c -> String.join(",", c[0], c[1], c[2], c[3], c[1] + " " + c[2], c[5], "AL", c[6])),
            SETTINGS);
    assertThat(result.leftOut())
        .extracting(LeftOut::column)
        .containsExactlyInAnyOrder("full_name", "zzz", "country");
    assertThat(result.leftOut().toString())
        .contains("surname tells the name already", "columns: {zzz: text}", "same for everybody");
  }

  @Test
  void whatOnlyOneListHasIsNamed() {
    String csv = new InventedLists(22, 0.1).csv(80, 1);
    LinkResult result =
        new Linkage(SETTINGS, Progress.SILENT)
            .link(
                InventedLists.table(csv),
                InventedLists.table(csv.replace("city,phone", "city,xyz")));
    assertThat(result.leftOut())
        .extracting(LeftOut::column)
        .containsExactlyInAnyOrder("phone", "xyz");
  }

  @Test
  void twoColumnsOfOneKindAreBothCompared() {
    LinkResult result =
        linked(
            changed(
                "id,first_name,middle_name,surname,maiden_name,dob,addr,person",
                c -> String.join(",", c[0], c[1], c[4], c[2], c[2], c[3], c[5], c[6])),
            SETTINGS);
    assertThat(result.compared())
        .contains(
            "first_name (given_name)",
            "middle_name (given_name)",
            "surname (surname)",
            "maiden_name (surname)",
            "addr (address)");
  }

  private static LinkSettings fixed(Map<String, Fixed> fixed) {
    LinkSettings s = SETTINGS;
    return new LinkSettings(
        s.columns(), s.leftOut(), null, s.matching(), s.grouping(), null, fixed, 1, 1);
  }

  private static String withSex() {
    SplittableRandom random = new SplittableRandom(5);
    return changed(
        "id,first_name,surname,dob,sex,person",
        c -> String.join(",", c[0], c[1], c[2], c[3], random.nextDouble() < 0.9 ? "f" : "m", c[6]));
  }

  @Test
  void aWeightThatIsToldIsTheOneThatCounts() {
    LinkResult result =
        linked(withSex(), fixed(Map.of("sex", new Fixed(List.of(), List.of(), weights()))));
    assertThat(result.matches()).isNotEmpty();
    for (Match match : result.matches()) {
      double sex =
          result.explain(match.left(), match.right()).stream()
              .filter(step -> step.attribute().equals("sex"))
              .mapToDouble(LinkResult.Step::weight)
              .sum();
      assertThat(sex).isIn(-3.0, 0.0, 1.5);
    }
  }

  /** For each level of the comparison of sexes. */
  private static List<Double> weights() {
    List<Double> weights = new ArrayList<>();
    int levels =
        Objects.requireNonNull(
                Linkage.population(InventedLists.table(withSex()), Optional.empty(), SETTINGS)
                    .levels()
                    .get("sex"))
            .size();
    for (int l = 0; l < levels; l++) {
      weights.add(l == levels - 1 ? 1.5 : -3.0);
    }
    return weights;
  }

  @Test
  void whatIsToldAndCannotBeIsRefusedByName() {
    Map<Fixed, String> wrong =
        Map.of(
            new Fixed(List.of(0.5), List.of(), List.of()), "sex: m has 1 numbers",
            new Fixed(List.of(), List.of(), List.of(1.0)), "sex: weights has 1 numbers");
    wrong.forEach(
        (told, sentence) ->
            assertThatThrownBy(() -> linked(withSex(), fixed(Map.of("sex", told))))
                .isInstanceOf(BadRecords.class)
                .hasMessageContaining(sentence));
    assertThatThrownBy(
            () ->
                linked(
                    withSex(),
                    fixed(Map.of("shoe", new Fixed(List.of(), List.of(), List.of(1.0))))))
        .hasMessageContaining("shoe is not a compared column");
    List<Double> sums = weights().stream().map(w -> 0.9).toList();
    assertThatThrownBy(
            () -> linked(withSex(), fixed(Map.of("sex", new Fixed(List.of(), sums, List.of())))))
        .hasMessageContaining("sex: u is")
        .hasMessageContaining(String.format(Locale.ROOT, "add up to 1"));
  }

  private static LinkSettings columns(Map<String, AttributeKind> columns) {
    LinkSettings s = LinkSettings.usual();
    return new LinkSettings(
        columns, s.leftOut(), null, s.matching(), s.grouping(), null, Map.of(), 1, 1);
  }

  private static String words(SplittableRandom random, int many) {
    StringBuilder text = new StringBuilder();
    for (int w = 0; w < many; w++) {
      // the same thousand words in every list
      text.append(new SplittableRandom(random.nextInt(1_000)).nextInt(1 << 20, 1 << 30))
          .append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void aListOfWordsAloneIsLinkedWithCaution() {
    StringBuilder csv = new StringBuilder("id,title,authors\n");
    SplittableRandom random = new SplittableRandom(4);
    for (int n = 0; n < 200; n++) {
      String title = words(random, 8);
      String authors = words(random, 3);
      csv.append("a%d,%s,%s\n".formatted(n, title, authors));
      if (n % 4 == 0) {
        // one word is missing
        csv.append("b%d,%s,%s\n".formatted(n, title.substring(title.indexOf(' ') + 1), authors));
      }
    }
    Map<String, AttributeKind> both =
        Map.of("title", AttributeKind.TEXT, "authors", AttributeKind.TEXT);
    LinkResult result = linked(csv.toString(), columns(both));
    assertThat(result.report())
        .anyMatch(line -> line.startsWith("Caution: only words are compared (title, authors)"));
    assertThat(result.expected().isKnown()).isFalse();
    assertThat(result.matches())
        .hasSize(50)
        .allMatch(m -> result.id(m.left()).substring(1).equals(result.id(m.right()).substring(1)));
    // of one column nothing can be learnt
    assertThatThrownBy(() -> linked(csv.toString(), columns(Map.of("title", AttributeKind.TEXT))))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("of text two columns are needed");
  }
}
