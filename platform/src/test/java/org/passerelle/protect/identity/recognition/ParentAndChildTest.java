package org.passerelle.protect.identity.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.linkage.files.Judgement;
import org.passerelle.linkage.files.Likeness;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;

/** A father and his son of one name, who share telephone and village, are not one person. */
class ParentAndChildTest {
  private static final int PERSONS = 1_000;
  private static final double RARE = 1.0 / PERSONS;
  private final Likeness likeness = new Likeness();

  @ParameterizedTest
  @CsvSource({
    "1971-05-03, 1998-11-20",
    "1971, 1998",
    "1998, 1971-05-03",
    "1971-05-03, 1987-06-01",
    "1971-01-01, 1998-01-01"
  })
  void whoseYearsAreAGenerationApartIsNotProposed(String one, String other) {
    assertThat(judge(one, "", other, "").probability()).isLessThan(Recognition.DOUBTFUL / 2);
  }

  @Test
  void onePassportSaysMoreThanAWrongDate() {
    Judgement judged = judge("1971-05-03", "passport AB123456", "1998-11-20", "AB123456");
    assertThat(judged.probability()).isGreaterThan(Recognition.LIKELY);
    assertThat(judge("1971", "passport AB123456", "1998", "CD777888").probability())
        .isLessThan(0.001);
  }

  @ParameterizedTest
  @CsvSource({"1971-05-03, 1971-05-03", "1971, 1971-05-03", "1971-05-03, 1917-05-03", "1971, 1972"})
  void otherMistakesAreStillForgiven(String one, String other) {
    assertThat(judge(one, "", other, "").probability()).isGreaterThan(Recognition.LIKELY);
  }

  /** The account adds up to what is said, also where two explanations compete. */
  @Test
  void theDatesBearWhatAFamilyExplains() {
    Judgement judged = judge("1971", "", "1998", "");
    assertThat(judged.agreements())
        .filteredOn(a -> a.level().equals("generation"))
        .singleElement()
        .satisfies(a -> assertThat(a.bits()).isLessThan(-10));
  }

  private Judgement judge(String one, String papers, String other, String otherPapers) {
    return likeness.judge(
        ComparedTraits.of(file(one, papers)),
        ComparedTraits.of(file(other, otherPapers)),
        word -> RARE,
        PERSONS);
  }

  private static ComparedPerson file(String birth, String papers) {
    return new ComparedPerson(
        UUID.randomUUID(),
        new Identity(
            List.of(new Identity.Name("name", "Skender Brahimi")), birth, null, papers, "Lipjan"),
        new Contact("+383 44 123 456", "", ""),
        "male",
        List.of("XK"));
  }
}
