package org.passerelle.linkage.internal.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.TestLists;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.LongSet;
import org.passerelle.linkage.internal.comparison.Population;

/** What records of a long list have to share, and how large a block may be. */
class KeysTest {
  private static final int LONG = 1_000_000;
  private static final Population POPULATION =
      population(TestLists.invented(150, 46), LinkSettings.usual().withLeftOut(Set.of("person")));

  private static Population population(PersonTable table, LinkSettings settings) {
    return Linkage.population(table, Optional.empty(), settings);
  }

  private static List<String> labels() {
    return Keys.wide(POPULATION).stream()
        .map(
            k ->
                k.first().label()
                    + ", "
                    + k.second().label()
                    + k.third().map(t -> ", " + t.label()).orElse(""))
        .toList();
  }

  /** Blocks of one size: so many, of so many records each. */
  private static Blocks.Sizes sizes(int blocks, int size, long tooLarge, long entries) {
    long[] pairs = new long[Keys.LARGEST_BLOCK + 2];
    pairs[size] = (long) blocks * size * (size - 1) / 2;
    pairs[Keys.LARGEST_BLOCK + 1] = tooLarge;
    return new Blocks.Sizes(pairs, new long[Keys.LARGEST_BLOCK + 2], entries);
  }

  @Test
  void ofALongListTheWidestThingOfTwoTraitsIsAKey() {
    assertThat(labels())
        .contains("a name the same consonants, date_of_birth the same")
        .contains("a name the same consonants, date_of_birth the same year")
        .contains("given_name the same consonants, surname the same consonants")
        .contains("given_name the same sound, surname the same sound, nationality the same")
        .contains("date_of_birth the same, nationality the same")
        .doesNotContain("given_name the same, given_name the same")
        // thousands share both sounds, so that they are looked up by a third value
        .doesNotContain("given_name the same sound, surname the same sound")
        .doesNotContain("sex the same, nationality the same")
        .noneMatch(label -> label.contains("age the same"));
    assertThat(Keys.wide(POPULATION))
        .allMatch(k -> k.alone() || k.first().trait() != k.second().trait());
  }

  @Test
  void whoWritesANameInTwoWaysSharesAKeyOfALongList() {
    PersonTable table = TestLists.invented(400, 47);
    Population population = population(table, LinkSettings.usual().withLeftOut(Set.of("person")));
    int person = table.header().indexOf("person");
    LongSet met = new LongSet();
    for (Keys.Key key : Keys.wide(population)) {
      LongList entries = new LongList();
      Blocks.entries(population, key, 0, population.size(), entries::add);
      new Blocks(population, entries.distinct()).pairs(Keys.LARGEST_BLOCK, met::add);
    }
    int pairs = 0;
    int found = 0;
    for (int i = 0; i < table.size(); i++) {
      for (int j = i + 1; j < table.size(); j++) {
        if (table.value(i, person).equals(table.value(j, person))) {
          pairs++;
          found += met.contains(Pairs.key(i, j)) ? 1 : 0;
        }
      }
    }
    assertThat(found / (double) pairs).isGreaterThan(0.97);
  }

  @Test
  void blocksAreTakenAsFarAsTheBudgetGoes() {
    Keys.Key two = Keys.wide(POPULATION).get(Keys.alone(Keys.wide(POPULATION)));
    assertThat(Keys.cap(two, sizes(100, 20, 0, LONG), LONG)).isEqualTo(Keys.LARGEST_BLOCK);
    assertThat(Keys.cap(two, sizes(LONG, 20, 0, LONG), LONG)).isEqualTo(19);
    // a record that has the key ten times meets the others as often
    assertThat(Keys.cap(two, sizes(LONG, 3, 0, 10 * LONG), LONG)).isEqualTo(Keys.LARGEST_BLOCK);
    assertThat(Keys.cap(two, sizes(LONG, 3, 0, LONG), LONG)).isEqualTo(2);
  }

  @Test
  void aKeyOfCrowdsGetsLittle() {
    Keys.Key two = Keys.wide(POPULATION).get(Keys.alone(Keys.wide(POPULATION)));
    Blocks.Sizes some = sizes(5_000, 20, 10_000_000, LONG);
    assertThat(Keys.cap(two, some, LONG)).isEqualTo(Keys.LARGEST_BLOCK);
    assertThat(Keys.cap(two, sizes(5_000, 20, 100_000_000, LONG), LONG)).isEqualTo(19);
    // by one thing alone most has to be taken
    assertThat(Keys.cap(Keys.wide(POPULATION).get(0), some, LONG)).isEqualTo(19);
  }
}
