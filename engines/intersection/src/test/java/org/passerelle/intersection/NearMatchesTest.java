package org.passerelle.intersection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.intersection.BorderRecords.Pair;
import org.passerelle.intersection.NearMatches.Named;

/** The second tier: what exact tokens miss, and how many strangers it matches. */
class NearMatchesTest {
  /** Seed of the records used for choosing the limit; docs/federation.md uses another. */
  private static final long CHOSEN_BY = 907;

  private static final byte[] KEY = new byte[NearMatches.KEY_OCTETS];

  @Test
  void itFindsSomeOfWhatExactTokensMissAndHardlyAStranger() {
    Tokens tokens = Tokens.load();
    List<Pair> missed =
        BorderRecords.invented(CHOSEN_BY, 400, false).stream()
            .filter(
                pair -> {
                  Set<Token> held = new HashSet<>(tokens.ofFile(pair.file()));
                  return tokens.ofQuestion(pair.asked()).stream().noneMatch(held::contains);
                })
            .toList();
    int found = 0;
    for (Pair pair : missed) {
      NearMatches one = new NearMatches(KEY);
      one.add(List.of(new Named("file", pair.file())));
      found += one.ask(pair.asked()).map(one::near).orElse(List.of()).size();
    }
    assertThat(found).as("of %d that were missed", missed.size()).isGreaterThanOrEqualTo(12);

    NearMatches strangers = new NearMatches(KEY);
    strangers.add(named(BorderRecords.strangers(CHOSEN_BY + 1, 1_000)));
    long wrong =
        BorderRecords.strangers(CHOSEN_BY + 2, 1_000).stream()
            .map(strangers::ask)
            .flatMap(Optional::stream)
            .mapToLong(asked -> strangers.near(asked).size())
            .sum();
    assertThat(wrong).as("of a million pairs").isLessThanOrEqualTo(12);
  }

  @Test
  void anEncodingIsTheSameAloneAndAmongOthersAndAnotherUnderAnotherKey() {
    List<Identity> people = BorderRecords.region(true).stream().map(Pair::file).toList();
    NearMatches set = new NearMatches(KEY);
    set.add(named(people));
    byte[] other = KEY.clone();
    other[0] = 1;
    NearMatches elsewhere = new NearMatches(other);
    for (int i = 0; i < people.size(); i++) {
      assertThat(set.near(set.ask(people.get(i)).orElseThrow())).first().isEqualTo("" + i);
      assertThat(set.near(elsewhere.ask(people.get(i)).orElseThrow())).isEmpty();
    }
  }

  @Test
  void whoHasNoNameOrNoBirthTakesNoPart() {
    NearMatches set = new NearMatches(KEY);
    Identity nameless = new Identity(List.of(), Birth.in(2010), List.of(), List.of());
    Identity ageless = new Identity(List.of("Arta B."), Birth.UNKNOWN, List.of(), List.of());
    set.add(List.of(new Named("a", nameless), new Named("b", ageless)));
    assertThat(set.ask(nameless)).isEmpty();
    assertThat(set.ask(ageless)).isEmpty();
    assertThatThrownBy(() -> set.near(new byte[5])).isInstanceOf(BadExchange.class);
    assertThatThrownBy(() -> new NearMatches(new byte[5])).isInstanceOf(BadExchange.class);
  }

  private static List<Named> named(List<Identity> people) {
    List<Named> all = new ArrayList<>();
    for (Identity one : people) {
      all.add(new Named("" + all.size(), one));
    }
    return all;
  }
}
