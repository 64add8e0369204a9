package org.passerelle.linkage.names.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What it costs to hear one sound for another. */
class SoundsTest {
  private static final String SOME = "aeiouəptdkgsšzcčćʒǯđθðxhmnñlľrjvbgu";
  private final RuleFile file = RuleFile.read("orthography/phonemes.yaml");
  private final Sounds sounds = new Sounds(file);
  private final Sounds.Table table = new Sounds.Table();

  private double distance(String a, String b, boolean greek) {
    SoundCodes x = sounds.heard(a);
    SoundCodes y = sounds.heard(b);
    return sounds.distance(x, x.length(), y, y.length(), greek, false, Sounds.FAR, table);
  }

  @Test
  void eachNearPairCostsWhatItsLineSays() {
    for (RuleFile pair : file.part("substitution").parts("near")) {
      String two = pair.text("pair");
      double cost =
          file.part("substitution").parts("near").stream()
              .filter(p -> sorted(p.text("pair")).equals(sorted(two)))
              .mapToDouble(p -> p.number("cost"))
              .min()
              .orElseThrow();
      assertThat(distance("m" + two.charAt(0) + "m", "m" + two.charAt(1) + "m", false))
          .as(two)
          .isLessThanOrEqualTo(cost + 1e-9)
          .isGreaterThan(0);
    }
  }

  @Test
  void twoSoundsAreHeardAsOne() {
    for (RuleFile merge : file.parts("merge")) {
      String a = "m" + merge.texts("pair").get(0) + "m";
      String b = "m" + merge.texts("pair").get(1) + "m";
      assertThat(distance(a, b, true)).as(a).isLessThanOrEqualTo(merge.number("cost") + 1e-9);
      assertThat(distance(b, a, true)).as(b).isLessThanOrEqualTo(merge.number("cost") + 1e-9);
    }
  }

  @Test
  void whatOnlyGreekWritesCountsOnlyBesideGreek() {
    assertThat(distance("blendar", "bledar", true)).isCloseTo(0.12, within(1e-9));
    assertThat(distance("blendar", "bledar", false)).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void aFinalVowelIsUsuallyAnotherName() {
    assertThat(distance("jovan", "jovana", false)).isCloseTo(1.1, within(1e-9));
    assertThat(distance("jovna", "jovana", false)).isCloseTo(0.65, within(1e-9));
  }

  @Property(tries = 300)
  void nobodyIsNearerOneWayThanTheOther(
      @ForAll @StringLength(max = 12) @Chars({'a', 'e', 'i', 't', 's', 'š', 'd', 'j', 'đ', 'ñ'})
          String a,
      @ForAll @StringLength(max = 12) @Chars({'a', 'e', 'i', 't', 's', 'š', 'd', 'j', 'đ', 'ñ'})
          String b) {
    assertThat(distance(a, b, true)).isCloseTo(distance(b, a, true), within(1e-9));
    assertThat(distance(a, a, true)).isZero();
  }

  /** The plain definition, cell by cell, without tables of pairs, limits or whole numbers. */
  @Property(tries = 300)
  void agreesWithThePlainDefinition(
      @ForAll @StringLength(max = 9) String left, @ForAll @StringLength(max = 9) String right) {
    String a = drawn(left);
    String b = drawn(right);
    assertThat(distance(a, b, true))
        .as("%s, %s", a, b)
        .isCloseTo(new PlainDistance(file).between(a, b), within(1e-6));
  }

  private static String drawn(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(SOME.charAt(c % SOME.length())));
    return out.toString();
  }

  private static String sorted(String two) {
    char a = two.charAt(0);
    char b = two.charAt(1);
    return a < b ? "" + a + b : "" + b + a;
  }
}
